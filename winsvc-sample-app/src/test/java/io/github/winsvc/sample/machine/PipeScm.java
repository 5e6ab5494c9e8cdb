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
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.sun.jna.Native;
import com.sun.jna.platform.win32.Kernel32;

/**
 * Starts one service in the place of the SCM and sends it any control, those included
 * that an SCM sends only when Windows shuts down or a user logs on. The service reports
 * its status to the real SCM, which knows no process of it.
 * <p>
 * This speaks the private protocol between the SCM and services of Wine, so it exists on
 * Wine alone; tests that need it carry the tag {@value #TAG}.
 */
public final class PipeScm implements AutoCloseable {

	/**
	 * Marks tests that run on Wine alone.
	 */
	public static final String TAG = "wine";

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	private final Process process;

	private final PrintWriter commands;

	private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

	private PipeScm(Process process) {
		this.process = process;
		this.commands = new PrintWriter(process.outputWriter(StandardCharsets.US_ASCII), true);
		Thread reader = new Thread(this::read, "winsvc-pipe-scm");
		reader.setDaemon(true);
		reader.start();
	}

	/**
	 * Start the program in a machine.
	 * @param machine the machine
	 * @return the way to drive it
	 * @throws IllegalArgumentException if the machine is not Wine
	 */
	public static PipeScm open(WindowsMachine machine) {
		if (!(machine instanceof WineMachine wine)) {
			throw new IllegalArgumentException("Only Wine's services can be started in the place of the SCM."
					+ " Mark the test with the tag '" + TAG + "'");
		}
		MachineDirectory directory = wine.scratch("pipe-scm");
		String classPath = MachineClassPath.copy(directory, PipeScmProgram.class, Native.class, Kernel32.class);
		try {
			return new PipeScm(wine
				.traced(directory,
						List.of(wine.javaExecutable(), "-Xmx64m", "-cp", classPath, PipeScmProgram.class.getName()))
				.start());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Start the process of a service by its registered ImagePath, and the service in it.
	 * @param service the name of the service
	 * @param arguments the arguments for {@code ServiceMain}
	 * @return the process id in the words of Windows
	 */
	public long start(String service, String... arguments) {
		return ask(Stream.concat(Stream.of("start", service), Stream.of(arguments))
			.map((word) -> URLEncoder.encode(word, StandardCharsets.UTF_8))
			.collect(Collectors.joining(" ")), PATIENCE);
	}

	/**
	 * Start the process of a service, but neither the service in it nor answer it.
	 * @param service the name of the service
	 */
	public void launch(String service) {
		ask("launch " + URLEncoder.encode(service, StandardCharsets.UTF_8), PATIENCE);
	}

	/**
	 * Send a control.
	 * @param control the value of {@code dwControl}
	 * @param data what {@code lpEventData} points to
	 * @return the answer of the handler
	 */
	public int send(int control, byte... data) {
		return (int) ask("control " + control + " " + HexFormat.of().formatHex(data), PATIENCE);
	}

	/**
	 * Wait for the end of the process of the service.
	 * @param patience how long to wait
	 * @return its exit code
	 */
	public int awaitExit(Duration patience) {
		return (int) ask("exit " + patience.toMillis(), patience.plus(PATIENCE));
	}

	@Override
	public void close() {
		this.commands.close();
		this.process.destroyForcibly();
	}

	private long ask(String command, Duration patience) {
		this.commands.println(command);
		String answer = poll(patience);
		if (answer == null || !answer.startsWith("ok ")) {
			throw new AssertionError("The pipe SCM was told '%s' and answered '%s'".formatted(command, answer));
		}
		return Long.parseLong(answer.substring(3).strip());
	}

	private String poll(Duration patience) {
		try {
			return this.answers.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for the pipe SCM", ex);
		}
	}

	private void read() {
		try (BufferedReader reader = this.process.inputReader(StandardCharsets.ISO_8859_1)) {
			reader.lines().forEach(this.answers::add);
			this.answers.add("its program has ended");
		}
		catch (IOException | UncheckedIOException ex) {
			this.answers.add("its program cannot be read: " + ex);
		}
	}

}
