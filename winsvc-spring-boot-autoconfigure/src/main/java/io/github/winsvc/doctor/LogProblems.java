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

package io.github.winsvc.doctor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.github.winsvc.launch.SecretArgument;
import io.github.winsvc.logs.LogReader;

/**
 * The warnings and errors at the end of a log.
 */
final class LogProblems {

	private static final int SIZE = 64 * 1024;

	private static final int LINES = 5;

	private static final int LENGTH = 300;

	private static final Pattern WORTH_READING = Pattern.compile("\\b(WARN|ERROR)\\b");

	private LogProblems() {
	}

	/**
	 * Return the last of them, without secrets and not endlessly long.
	 */
	static List<String> of(Path file) throws IOException {
		List<String> tail = new ArrayList<>();
		try (LogReader reader = LogReader.openTail(file, SIZE)) {
			reader.read(tail::add);
			reader.finish(tail::add);
		}
		List<String> problems = tail.stream()
			.filter((line) -> WORTH_READING.matcher(line).find())
			.map((line) -> (line.length() > LENGTH) ? line.substring(0, LENGTH) + " ..." : line)
			.map(SecretArgument::mask)
			.map(String::stripTrailing)
			.toList();
		return problems.subList(Math.max(0, problems.size() - LINES), problems.size());
	}

}
