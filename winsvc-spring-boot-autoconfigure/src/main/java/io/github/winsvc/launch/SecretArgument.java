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

package io.github.winsvc.launch;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds secrets among the parts of a command line. Every user of the machine can read the
 * command line of a service, so it must not carry any.
 *
 * @since 0.1.0
 */
public final class SecretArgument {

	private static final String WORDS = "passw(?:or)?d|passphrase|secret|token|credentials?|api[-_.]?key|private[-_.]?key";

	private static final Pattern SECRET = Pattern
		.compile("(?i)(?:--|-D)(?<name>[\\w.\\[\\]-]*(?:" + WORDS + ")[\\w\\]-]*)=.+");

	private static final Pattern SECRET_IN_TEXT = Pattern.compile(
			"(?i)(?<name>[\\w.\\[\\]-]*(?:" + WORDS + ")[\\w\\]-]*\"?\\s*[=:]\\s*)(?:\"[^\"]*\"?|'[^']*'?|[^\\s,;&]+)");

	private SecretArgument() {
	}

	/**
	 * Return the name of the first property that looks like a secret.
	 * @param parts arguments and options
	 * @return the name without its value
	 */
	public static Optional<String> find(List<String> parts) {
		return parts.stream()
			.map(SECRET::matcher)
			.filter(Matcher::matches)
			.map((match) -> match.group("name"))
			.findFirst();
	}

	/**
	 * Return a text in which the values of such properties, and of whatever looks like
	 * one, cannot be read.
	 * @param text a text such as a line of a log
	 * @return the text with three asterisks for each value
	 */
	public static String mask(String text) {
		return SECRET_IN_TEXT.matcher(text).replaceAll("${name}***");
	}

}
