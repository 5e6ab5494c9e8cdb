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

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of options that the {@code java} launcher reads where its command line has
 * <code>&#64;file</code>. The launcher does not start without the file; an empty one is
 * fine.
 *
 * @param arguments the options in their order
 * @since 0.1.0
 */
public record ArgumentFile(List<String> arguments) {

	public ArgumentFile {
		arguments = List.copyOf(arguments);
	}

	/**
	 * Return a path as it can stand in an option, whatever reads the option.
	 * @param path the path
	 * @return the path with slashes
	 */
	static String text(Path path) {
		return path.toString().replace(File.separatorChar, '/');
	}

	/**
	 * Read a file that {@link #write} has written.
	 * @param file the file
	 * @return its options
	 * @throws IOException if it cannot be read
	 */
	public static ArgumentFile read(Path file) throws IOException {
		List<String> arguments = new ArrayList<>();
		for (String line : new String(Files.readAllBytes(file), charset()).lines().toList()) {
			if (line.length() > 1 && line.startsWith("\"") && line.endsWith("\"")) {
				arguments.add(line.substring(1, line.length() - 1).replaceAll("\\\\(.)", "$1"));
			}
		}
		return new ArgumentFile(arguments);
	}

	/**
	 * Return the charset in which the launcher reads.
	 */
	private static Charset charset() {
		return Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));
	}

	/**
	 * Write the file, so that at any time there is the former or the new one, even if the
	 * machine loses its power.
	 * @param file the file to replace
	 * @throws CharacterCodingException if the launcher could not read an option
	 * @throws IOException if the file cannot be written
	 */
	public void write(Path file) throws IOException {
		write(file, charset());
	}

	void write(Path file, Charset charset) throws IOException {
		ByteBuffer bytes = charset.newEncoder()
			.onMalformedInput(CodingErrorAction.REPORT)
			.onUnmappableCharacter(CodingErrorAction.REPORT)
			.encode(CharBuffer.wrap(text()));
		FileReplacement.replace(file, (written) -> {
			try (FileChannel channel = FileChannel.open(written, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
					StandardOpenOption.TRUNCATE_EXISTING)) {
				while (bytes.hasRemaining()) {
					channel.write(bytes);
				}
				channel.force(true);
			}
		});
	}

	String text() {
		StringBuilder text = new StringBuilder();
		for (String argument : this.arguments) {
			text.append('"')
				.append(argument.replace("\\", "\\\\").replace("\"", "\\\""))
				.append('"')
				.append(System.lineSeparator());
		}
		return text.toString();
	}

}
