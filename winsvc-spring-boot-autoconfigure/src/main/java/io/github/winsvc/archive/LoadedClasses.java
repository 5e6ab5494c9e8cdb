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

package io.github.winsvc.archive;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of loaded classes, as {@code jcmd VM.class_hierarchy} prints them. Those that
 * were made while the JVM ran and cannot be found by their name are left out.
 */
final class LoadedClasses {

	private static final Pattern LINE = Pattern
		.compile("[ |-]*([^/\\s|-][^/\\s]*)/(?:null|0x\\p{XDigit}+)(?: \\(intf\\))?");

	private LoadedClasses() {
	}

	static List<String> parse(String hierarchy) {
		return hierarchy.lines()
			.map(LINE::matcher)
			.filter(Matcher::matches)
			.map((line) -> line.group(1))
			.distinct()
			.toList();
	}

}
