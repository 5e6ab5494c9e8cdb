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
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Shows order intake as a service: the commands that an operator types, and what comes of
 * them.
 */
final class Demo {

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private static final int USUAL_PORT = 8080;

	private static final String ORDER = """
			{"customer": "Ada", "lines": [{"sku": "TEA-01", "quantity": 3, "unitPrice": 4.50}]}""";

	private final WindowsMachine machine;

	private final MachineDirectory directory;

	private Demo(WindowsMachine machine) {
		this.machine = machine;
		this.directory = machine.directory("orders");
	}

	/**
	 * Run the demonstration.
	 * @param arguments the path of the packaged application
	 * @throws IOException if the application cannot be copied to the machine
	 */
	public static void main(String[] arguments) throws IOException {
		try {
			say("Booting a machine of Wine. The first time, this takes up to a minute.");
			try (WindowsMachine machine = WindowsMachine.open()) {
				new Demo(machine).run(Path.of(arguments[0]));
			}
		}
		catch (IllegalStateException | AssertionError ex) {
			// Interrupted only by the end of this JVM, which waits for this thread.
			if (Thread.currentThread().isInterrupted()) {
				return;
			}
			System.err.printf("%nThe demo has failed. %s%n", ex.getMessage());
			System.exit(1);
		}
		say("That was the whole life of a service. Nothing of it is left on this host.");
	}

	private void run(Path application) throws IOException {
		MachineDirectory jar = this.directory.resolve("orders.jar");
		Files.copy(application, jar.host());
		say("The machine is up. The application is " + jar.windows() + ", a Spring Boot jar like any other.");
		System.out.println("Wine starts Java slowly: expect ten seconds before a command speaks. It also lacks a few");
		System.out.println("settings of a service, which install names as not supported.");
		int port = port();
		String url = "http://localhost:" + port;
		say("Make it a service, start it, and wait until it is ready:");
		if (port == USUAL_PORT) {
			orders("--winsvc.install");
		}
		else {
			say("(Port %d of this host is busy. The service gets port %d.)".formatted(USUAL_PORT, port));
			orders("--winsvc.install", "--server.port=" + port);
		}
		say("RUNNING means ready. From Linux, ask for its health, place an order and read it:");
		curl(url + "/actuator/health");
		curl(url + "/orders", "-H", "Content-Type: application/json", "-d", ORDER);
		curl(url + "/orders/1");
		say("Look at the service:");
		orders("--winsvc.status");
		say("Stop it. The application context is closed in good order:");
		orders("--winsvc.stop");
		say("Remove it. Logs and data would stay:");
		orders("--winsvc.uninstall");
	}

	private static int port() throws IOException {
		try (ServerSocket usual = new ServerSocket(USUAL_PORT)) {
			return usual.getLocalPort();
		}
		catch (IOException ex) {
			try (ServerSocket free = new ServerSocket(0)) {
				return free.getLocalPort();
			}
		}
	}

	private void orders(String... arguments) {
		List<String> options = new ArrayList<>(List.of("-jar", "orders.jar"));
		options.addAll(Arrays.asList(arguments));
		String typed = "> java " + String.join(" ", options);
		say(typed);
		check(typed, this.machine.show(this.directory, PATIENCE, Commands.of(this.machine.javaExecutable(), options),
				System.out::println));
	}

	private static void curl(String url, String... arguments) {
		List<String> command = new ArrayList<>(List.of("curl", "-fsS", url));
		command.addAll(Arrays.asList(arguments));
		StringBuilder typed = new StringBuilder("$");
		command.forEach((word) -> typed.append(' ').append(word.contains(" ") ? "'" + word + "'" : word));
		say(typed.toString());
		check(typed.toString(),
				Programs.show(new ProcessBuilder(command), PATIENCE, StandardCharsets.UTF_8, System.out::println));
	}

	private static void check(String typed, int exitCode) {
		if (exitCode != 0) {
			throw new IllegalStateException("Exit code %d of: %s".formatted(exitCode, typed.substring(2)));
		}
	}

	private static void say(String text) {
		System.out.printf("%n%s%n", text);
	}

}
