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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Writes properties as YAML, in ASCII. What comes out is read again as the same texts,
 * lists and booleans.
 *
 * @since 0.1.0
 */
public final class Yaml {

	/** Reads as a text everywhere, and as nothing else. */
	private static final Pattern PLAIN = Pattern
		.compile("(?!(?i:true|false|yes|no|on|off|null|y|n)$)-{0,2}[A-Za-z](?:[\\w./\\\\=-]| (?=\\w)){0,200}"
				+ "|\\d{1,9}(?:ms|s|m|h|d)");

	private static final Pattern SINGLE_QUOTED = Pattern.compile("[ -~]*");

	private Yaml() {
	}

	/**
	 * Write properties.
	 * @param properties names and values; properties with a common prefix follow each
	 * other
	 * @return the lines
	 */
	public static List<String> write(Map<String, Object> properties) {
		List<String> lines = new ArrayList<>();
		List<String> former = List.of();
		for (Map.Entry<String, Object> property : properties.entrySet()) {
			List<String> path = path(property.getKey());
			int common = common(former, path);
			for (int depth = common; depth < path.size() - 1; depth++) {
				lines.add("  ".repeat(depth) + path.get(depth) + ":");
			}
			String indent = "  ".repeat(path.size() - 1);
			add(lines, indent, path.get(path.size() - 1), property.getValue());
			former = path;
		}
		return lines;
	}

	private static void add(List<String> lines, String indent, String key, Object value) {
		if (value instanceof List<?> list) {
			lines.add(indent + key + (list.isEmpty() ? ": []" : ":"));
			list.forEach((element) -> lines.add(indent + "  - " + scalar(element)));
		}
		else {
			lines.add(indent + key + ": " + scalar(value));
		}
	}

	/**
	 * Split a name at its full stops. What stands in brackets is one key, brackets
	 * included, which Spring takes as it is.
	 */
	private static List<String> path(String name) {
		int bracket = name.indexOf('[');
		String plain = (bracket != -1) ? name.substring(0, bracket) : name;
		List<String> path = new ArrayList<>(List.of(plain.split("\\.")));
		if (bracket != -1) {
			path.add(quoted(name.substring(bracket)));
		}
		return path;
	}

	private static int common(List<String> left, List<String> right) {
		int common = 0;
		while (common < Math.min(left.size(), right.size()) - 1 && left.get(common).equals(right.get(common))) {
			common++;
		}
		return common;
	}

	private static String scalar(Object value) {
		String text = value.toString();
		return (value instanceof Boolean || PLAIN.matcher(text).matches()) ? text : quoted(text);
	}

	private static String quoted(String text) {
		if (SINGLE_QUOTED.matcher(text).matches()) {
			return "'" + text.replace("'", "''") + "'";
		}
		StringBuilder quoted = new StringBuilder("\"");
		for (char c : text.toCharArray()) {
			if (c == '"' || c == '\\') {
				quoted.append('\\').append(c);
			}
			else if (c >= ' ' && c <= '~') {
				quoted.append(c);
			}
			else {
				quoted.append("\\u%04x".formatted((int) c));
			}
		}
		return quoted.append('"').toString();
	}

}
