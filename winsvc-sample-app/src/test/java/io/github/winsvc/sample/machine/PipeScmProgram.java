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

package io.github.winsvc.sample.machine;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import com.sun.jna.platform.win32.Win32Exception;

/**
 * The program of {@link PipeScm} inside Wine. Takes a command a line from its standard
 * input and answers each with a line.
 */
final class PipeScmProgram {

	private final PipeService service = new PipeService();

	private PipeScmProgram() {
	}

	public static void main(String[] args) throws IOException {
		PipeScmProgram program = new PipeScmProgram();
		// System.in asks how much is available, which fails on a pipe of Linux.
		BufferedReader commands = new BufferedReader(
				new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.US_ASCII));
		for (String line = commands.readLine(); line != null; line = commands.readLine()) {
			System.out.println(program.answer(line));
			System.out.flush();
		}
		// The pipe may be blocked in a call that nothing ends.
		Runtime.getRuntime().halt(0);
	}

	private String answer(String line) {
		try {
			return "ok " + execute(Arrays.stream(line.split(" "))
				.map((word) -> URLDecoder.decode(word, StandardCharsets.UTF_8))
				.toList());
		}
		catch (Win32Exception ex) {
			return "error " + ex.getErrorCode() + " " + ex.getMessage();
		}
		catch (RuntimeException ex) {
			return "error " + ex;
		}
	}

	private long execute(List<String> command) {
		return switch (command.get(0)) {
			case "start" -> this.service.start(command.get(1), command.subList(1, command.size()));
			case "launch" -> this.service.launch(command.get(1));
			case "control" -> this.service.control(Integer.parseInt(command.get(1)),
					(command.size() > 2) ? HexFormat.of().parseHex(command.get(2)) : new byte[0]);
			case "exit" -> this.service.awaitExit(Integer.parseInt(command.get(1)));
			default -> throw new IllegalArgumentException("No such command");
		};
	}

}
