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

package io.github.winsvc.logs;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Takes the place of the console that a service does not have: what the application
 * prints to {@code System.out} and {@code System.err} goes to a file, in UTF-8.
 *
 * @since 0.1.0
 */
public final class ConsoleCapture {

	private static final long LIMIT = 10 * 1024 * 1024;

	private final Path logs;

	private final String service;

	/**
	 * Create the capture, which does nothing yet.
	 * @param logs the directory of the file
	 * @param service the name of the service, from which that of the file is made
	 */
	public ConsoleCapture(Path logs, String service) {
		this.logs = logs;
		this.service = service;
	}

	/**
	 * Send to the file what is printed from now on. What cannot be written is lost, as it
	 * would be without the file.
	 */
	public void begin() {
		PrintStream file = new PrintStream(
				new ConsoleFile(file(this.logs, this.service), former(this.logs, this.service), LIMIT), true,
				StandardCharsets.UTF_8);
		System.setOut(file);
		System.setErr(file);
	}

	/**
	 * Return the file.
	 * @param logs the directory
	 * @param service the name of the service
	 * @return a file that may not exist
	 */
	public static Path file(Path logs, String service) {
		return logs.resolve(service + "-console.log");
	}

	/**
	 * Return the file that was full.
	 * @param logs the directory
	 * @param service the name of the service
	 * @return a file that may not exist
	 */
	public static Path former(Path logs, String service) {
		return logs.resolve(service + "-console.1.log");
	}

}
