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

package io.github.winsvc.migrate;

import java.util.List;
import java.util.regex.Pattern;

import io.github.winsvc.launch.SecretArgument;

/**
 * Finds what must not be printed. Rather too much than too little.
 */
final class Secrets {

	/** Nobody has looked through what is longer. */
	private static final int MAX_LENGTH = 8_000;

	private static final String WORD = "(?:passw(?:or)?[dt]|pwd|passphrase|secret|token|credentials?|(?:api|private|access)[-_.]?key)";

	private static final Pattern NAME = Pattern.compile("(?i).*" + WORD + ".*");

	private static final Pattern ASSIGNMENT = Pattern
		.compile("(?i)" + WORD + "[\\w\\].-]{0,60}[\"']?\\s{0,9}[=:]\\s*\\S");

	private static final Pattern USER_INFO = Pattern.compile("://[^/\\s:@]*:[^/\\s@]+@");

	private Secrets() {
	}

	/**
	 * Whether the value of such a name is a secret.
	 */
	static boolean isName(String name) {
		return name.length() > MAX_LENGTH || NAME.matcher(name).matches();
	}

	/**
	 * Whether a text has a secret in it, be it in the middle of an address.
	 */
	static boolean isIn(String text) {
		return text.length() > MAX_LENGTH || ASSIGNMENT.matcher(text).find() || USER_INFO.matcher(text).find()
				|| SecretArgument.find(List.of(text)).isPresent();
	}

	/**
	 * Whether a part of a command line says that the next one is a secret.
	 */
	static boolean announces(String part) {
		return part.matches("[-/][^=:\\s]+") && isName(part);
	}

	/**
	 * Return what a part of a command line is called, without its value.
	 */
	static String label(String part) {
		String name = part.split("[=:\\s]", 2)[0];
		return name.matches("-[\\w.\\[\\]-]{1,100}") ? name : "an argument";
	}

}
