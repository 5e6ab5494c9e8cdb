/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.winsvc.scm;

import java.util.Arrays;
import java.util.function.Function;

/**
 * A password that can be forgotten. It is never a {@link String}, it prints as asterisks,
 * and no two of them are equal. Not bound to a thread.
 *
 * @since 0.1.0
 */
public final class Password implements AutoCloseable {

	private final char[] characters;

	private volatile boolean forgotten;

	private Password(char[] characters) {
		this.characters = characters;
	}

	/**
	 * Take over characters, which from now on are the password's alone.
	 * @param characters one character or more, which are overwritten by {@link #close()},
	 * or at once if they cannot be a password
	 * @return the password
	 * @throws IllegalArgumentException if there is no character, or a NUL, with which
	 * Windows would end the password
	 */
	public static Password of(char[] characters) {
		boolean valid = characters.length > 0;
		for (char character : characters) {
			valid &= character != '\0';
		}
		if (!valid) {
			Arrays.fill(characters, '\0');
			throw new IllegalArgumentException("A password is not empty and has no NUL in it");
		}
		return new Password(characters);
	}

	/**
	 * Use the password. It can be used until it is closed, as often as needed.
	 * @param <T> what comes of it
	 * @param user is given the characters themselves, which it neither keeps nor changes
	 * @return what comes of it
	 * @throws IllegalStateException if the password is closed
	 */
	public <T> T use(Function<char[], T> user) {
		if (this.forgotten) {
			throw new IllegalStateException("The password is forgotten");
		}
		return user.apply(this.characters);
	}

	/**
	 * Overwrite the password in memory.
	 */
	@Override
	public void close() {
		this.forgotten = true;
		Arrays.fill(this.characters, '\0');
	}

	/**
	 * Return nothing of the password, not even its length.
	 */
	@Override
	public String toString() {
		return "***";
	}

}
