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
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs programs to their end, within bounds. Their output goes through files, so that a
 * process that outlives the program and holds its streams cannot keep the caller waiting.
 */
final class Programs {

	private static final Duration DRAIN_BOUND = Duration.ofSeconds(5);

	private Programs() {
	}

	static ProgramResult run(ProcessBuilder builder, Duration patience) {
		return run(builder, patience, StandardCharsets.UTF_8);
	}

	/**
	 * Run a program to its end.
	 * @param builder the process to start
	 * @param patience how long it may take
	 * @param charset how it writes text
	 * @return how it ended
	 * @throws AssertionError if it takes longer; it is killed then
	 */
	static ProgramResult run(ProcessBuilder builder, Duration patience, Charset charset) {
		try {
			Path directory = Files.createTempDirectory("winsvc-program");
			try {
				return run(builder, patience, charset, directory);
			}
			finally {
				FileTrees.delete(directory);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static ProgramResult run(ProcessBuilder builder, Duration patience, Charset charset, Path directory)
			throws IOException {
		Path output = directory.resolve("output");
		Path errors = directory.resolve("errors");
		Process process = builder.redirectOutput(output.toFile()).redirectError(errors.toFile()).start();
		process.getOutputStream().close();
		boolean ended = waitFor(process, patience);
		int exitCode = (ended) ? process.exitValue() : -1;
		ProgramResult result = new ProgramResult(exitCode, Files.readString(output, charset),
				Files.readString(errors, charset));
		if (!ended) {
			throw new AssertionError(
					"%s has not ended within %s, killed: %s".formatted(builder.command(), patience, result));
		}
		return result;
	}

	/**
	 * Run a program to its end and hand on what it writes to either stream, line by line,
	 * as it comes.
	 * @param builder the process to start
	 * @param patience how long it may take
	 * @param charset how it writes text
	 * @param lines gets the lines, on a thread of its own
	 * @return the exit code
	 * @throws AssertionError if it takes longer; it is killed then
	 */
	static int show(ProcessBuilder builder, Duration patience, Charset charset, Consumer<String> lines) {
		try {
			Process process = builder.redirectErrorStream(true).start();
			process.getOutputStream().close();
			Thread reader = new Thread(() -> process.inputReader(charset).lines().forEach(lines), "winsvc-output");
			reader.setDaemon(true);
			reader.start();
			if (!waitFor(process, patience)) {
				throw new AssertionError("%s has not ended within %s, killed".formatted(builder.command(), patience));
			}
			reader.join(DRAIN_BOUND.toMillis());
			return process.exitValue();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError("Interrupted while showing " + builder.command(), ex);
		}
	}

	private static boolean waitFor(Process process, Duration patience) {
		boolean ended = false;
		try {
			ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		if (!ended) {
			process.descendants().forEach(ProcessHandle::destroyForcibly);
			process.destroyForcibly();
		}
		return ended;
	}

}
