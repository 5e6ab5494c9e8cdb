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

package io.github.winsvc.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A console, standard input and an environment, which keep the characters that they gave
 * away.
 */
public final class FakePasswordInput implements PasswordInput {

	private final Map<String, String> variables = new HashMap<>();

	private final List<char[]> given = new ArrayList<>();

	private final List<String> prompts = new ArrayList<>();

	private @Nullable String answer;

	private String line = "";

	private @Nullable IOException failure;

	/**
	 * Sit an operator at the console.
	 */
	void answer(String text) {
		this.answer = text;
	}

	void line(String text) {
		this.line = text;
	}

	void variable(String name, String value) {
		this.variables.put(name, value);
	}

	void fail(IOException ex) {
		this.failure = ex;
	}

	/**
	 * Return the very characters that were given away.
	 */
	List<char[]> given() {
		return this.given;
	}

	List<String> prompts() {
		return this.prompts;
	}

	@Override
	public boolean canAsk() {
		return this.answer != null;
	}

	@Override
	public char[] ask(String prompt) {
		this.prompts.add(prompt);
		return give(String.valueOf(this.answer));
	}

	@Override
	public char[] readLine() throws IOException {
		if (this.failure != null) {
			throw this.failure;
		}
		return give(this.line);
	}

	@Override
	public char @Nullable [] variable(String name) {
		String value = this.variables.get(name);
		return (value != null) ? give(value) : null;
	}

	private char[] give(String text) {
		char[] characters = text.toCharArray();
		this.given.add(characters);
		return characters;
	}

}
