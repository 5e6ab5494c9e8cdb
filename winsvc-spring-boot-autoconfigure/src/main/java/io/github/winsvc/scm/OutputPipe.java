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

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The named pipe through which an elevated process hands what it prints to the one that
 * has asked for it. An elevated process writes into no other pipe or file that somebody
 * without its rights names.
 *
 * @param name the name, as in {@code \\.\pipe\winsvc-} with 32 hexadecimal digits behind
 * it
 * @since 0.1.0
 */
public record OutputPipe(String name) {

	/**
	 * The system property that names the pipe to a process.
	 */
	public static final String PROPERTY = "winsvc.output-pipe";

	private static final String PREFIX = "\\\\.\\pipe\\winsvc-";

	private static final int RANDOM_BYTES = 16;

	private static final Pattern NAME = Pattern.compile(Pattern.quote(PREFIX) + "[0-9a-f]{" + 2 * RANDOM_BYTES + "}");

	public OutputPipe {
		if (!NAME.matcher(name).matches()) {
			throw new IllegalArgumentException("'" + name + "' is no pipe for the output of an elevated process");
		}
	}

	/**
	 * Think up a pipe.
	 * @return a pipe whose name nobody can guess
	 */
	public static OutputPipe random() {
		byte[] bytes = new byte[RANDOM_BYTES];
		new SecureRandom().nextBytes(bytes);
		return new OutputPipe(PREFIX + HexFormat.of().formatHex(bytes));
	}

	/**
	 * Return the option of a JVM that names the pipe to it.
	 * @return the option, which needs no quotation marks
	 */
	public String option() {
		return "-D" + PROPERTY + "=" + this.name;
	}

}
