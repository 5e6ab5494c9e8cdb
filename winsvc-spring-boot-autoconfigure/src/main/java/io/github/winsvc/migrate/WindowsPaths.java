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

/**
 * Paths of Windows as text, for they are read on other systems too.
 */
final class WindowsPaths {

	private WindowsPaths() {
	}

	/**
	 * Return the directory of a file, empty if the path has none.
	 */
	static String directory(String path) {
		return path.substring(0, Math.max(0, separator(path)));
	}

	static String name(String path) {
		return path.substring(separator(path) + 1);
	}

	static boolean isAbsolute(String path) {
		return path.matches("(?s)([A-Za-z]:)?[\\\\/].*|%[^%]+%.*");
	}

	/**
	 * Return a path as it is found from a directory.
	 */
	static String resolve(String directory, String path) {
		if (isAbsolute(path) || directory.isEmpty()) {
			return path;
		}
		String separator = directory.contains("/") ? "/" : "\\";
		return directory.replaceFirst("[\\\\/]+$", "") + separator + path.replaceFirst("^(\\.[\\\\/])+", "");
	}

	static boolean same(String left, String right) {
		return uniform(left).equalsIgnoreCase(uniform(right));
	}

	private static String uniform(String path) {
		return path.strip().replace('/', '\\').replaceFirst("\\\\+$", "");
	}

	private static int separator(String path) {
		return Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/'));
	}

}
