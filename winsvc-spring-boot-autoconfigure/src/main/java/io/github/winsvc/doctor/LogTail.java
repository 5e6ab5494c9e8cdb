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
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import io.github.winsvc.launch.SecretArgument;

/**
 * The end of a log.
 */
final class LogTail {

	private static final int SIZE = 64 * 1024;

	private static final int LINES = 5;

	private static final int LENGTH = 300;

	private static final Pattern WORTH_READING = Pattern.compile("\\b(WARN|ERROR)\\b");

	private LogTail() {
	}

	/**
	 * Return the last warnings and errors, without secrets and not endlessly long.
	 */
	static List<String> problems(Path file) throws IOException {
		List<String> problems = text(file).lines()
			.filter((line) -> WORTH_READING.matcher(line).find())
			.map((line) -> (line.length() > LENGTH) ? line.substring(0, LENGTH) + " ..." : line)
			.map(SecretArgument::mask)
			.map(String::stripTrailing)
			.toList();
		return problems.subList(Math.max(0, problems.size() - LINES), problems.size());
	}

	/**
	 * Whatever is no UTF-8, such as half a character at the beginning, is replaced.
	 */
	private static String text(Path file) throws IOException {
		try (SeekableByteChannel channel = Files.newByteChannel(file)) {
			long begin = Math.max(0, channel.size() - SIZE);
			ByteBuffer bytes = ByteBuffer.allocate(SIZE);
			channel.position(begin);
			while (bytes.hasRemaining() && channel.read(bytes) != -1) {
				continue;
			}
			String text = StandardCharsets.UTF_8.decode(bytes.flip()).toString();
			return (begin > 0) ? text.substring(text.indexOf('\n') + 1) : text;
		}
	}

}
