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

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;

import com.sun.jna.Native;
import com.sun.jna.platform.win32.Kernel32;

import io.github.winsvc.scm.ElevatedProcess;
import io.github.winsvc.scm.ElevatedProgram;
import io.github.winsvc.scm.Elevation;
import io.github.winsvc.scm.OutputPipe;
import io.github.winsvc.win32.WindowsElevation;

/**
 * Has another process of itself elevated, and relays what that one prints.
 */
final class ElevationProgram {

	static final int EXIT_CODE = 7;

	static final int MUTE_EXIT_CODE = 3;

	static final int LINES = 20_000;

	private static final Elevation ELEVATION = new WindowsElevation();

	private ElevationProgram() {
	}

	/**
	 * Run the program.
	 * @param machine where to run it
	 * @param directory the working directory of both processes
	 * @param reaction what to do with what the other process prints, {@code relay} or
	 * {@code leave}
	 * @param task what the other process does, {@code speak}, {@code recite},
	 * {@code mute} or {@code hesitate}
	 * @return its output
	 */
	static ProgramResult run(WindowsMachine machine, MachineDirectory directory, String reaction, String task) {
		MachineDirectory classes = machine.directory("elevation-" + UUID.randomUUID());
		String classPath = MachineClassPath.copy(classes, ElevationProgram.class, Native.class, Kernel32.class,
				Elevation.class, WindowsElevation.class);
		return machine.java(directory, "-Xmx64m", "-cp", classPath, ElevationProgram.class.getName(), reaction, task,
				machine.javaExecutable(), classPath);
	}

	public static void main(String[] args) throws Exception {
		switch (args[0]) {
			case "relay", "leave" -> elevate(args[0], args[1], args[2], args[3]);
			case "speak" -> speak();
			case "recite" -> recite();
			case "mute" -> System.exit(MUTE_EXIT_CODE);
			case "hesitate" -> hesitate();
			case "intrude" -> connect().println("intruder");
			default -> throw new IllegalArgumentException(args[0]);
		}
	}

	private static void elevate(String reaction, String task, String java, String classPath) {
		System.out.println("elevated " + ELEVATION.isElevated());
		ElevatedProgram program = new ElevatedProgram(java,
				"-Xmx64m -cp \"" + classPath + "\" " + ElevationProgram.class.getName() + " " + task,
				System.getProperty("user.dir"));
		try (ElevatedProcess process = ELEVATION.start(program)) {
			int code = process.relay((text) -> {
				System.out.print(escape(text));
				System.out.flush();
				if (reaction.equals("leave")) {
					Runtime.getRuntime().halt(0);
				}
			});
			System.out.println("exit code " + code);
		}
	}

	/**
	 * The console of Wine has no Unicode.
	 */
	private static String escape(String text) {
		StringBuilder escaped = new StringBuilder();
		text.chars().forEach((c) -> escaped.append((c < 0x7F) ? String.valueOf((char) c) : "\\u%04x".formatted(c)));
		return escaped.toString();
	}

	/**
	 * Let another process connect first.
	 */
	private static void hesitate() throws IOException, InterruptedException {
		int code = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java.exe").toString(), "-Xmx64m",
				"-D" + OutputPipe.PROPERTY + "=" + System.getProperty(OutputPipe.PROPERTY), "-cp",
				System.getProperty("java.class.path"), ElevationProgram.class.getName(), "intrude")
			.start()
			.waitFor();
		connect().println("after an intruder with exit code " + code);
		System.exit(EXIT_CODE);
	}

	private static PrintStream connect() {
		return new PrintStream(ELEVATION.connect(new OutputPipe(System.getProperty(OutputPipe.PROPERTY))), true,
				StandardCharsets.UTF_8);
	}

	/**
	 * Print something, work, print more whether anybody hears it or not, and leave a
	 * file.
	 */
	private static void speak() throws IOException, InterruptedException {
		PrintStream output = connect();
		output.println("B\u00fccher \ud83d\ude80");
		Thread.sleep(2000);
		output.println("in " + System.getProperty("user.dir"));
		Files.writeString(Path.of("spoken"), "done");
		System.exit(EXIT_CODE);
	}

	/**
	 * Print much, and end at once.
	 */
	private static void recite() {
		PrintStream output = connect();
		for (int i = 0; i < LINES; i++) {
			output.println(String.format(Locale.ROOT, "%05d \u20ac \u00fc", i));
		}
		Runtime.getRuntime().halt(EXIT_CODE);
	}

}
