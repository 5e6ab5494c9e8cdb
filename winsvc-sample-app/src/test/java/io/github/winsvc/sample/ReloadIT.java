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

package io.github.winsvc.sample;

import java.io.IOException;
import java.nio.file.Files;

import io.github.winsvc.sample.machine.ProgramResult;
import io.github.winsvc.sample.machine.WindowsMachine;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The verb reload of an operator who edits the file beside the jar.
 */
@TestMethodOrder(OrderAnnotation.class)
class ReloadIT {

	private static final int PORT = Operator.freePort();

	private static final SampleClient client = new SampleClient(PORT);

	@AutoClose
	private static WindowsMachine machine;

	private static Operator operator;

	private static long process;

	@BeforeAll
	static void open() throws IOException {
		machine = WindowsMachine.open();
		operator = Operator.withExtractedJar(machine);
		operator.add(Greeting.class);
		write("greeting.times: 2");
		operator
			.run("--winsvc.install", "--server.port=" + PORT, "--greeting.enabled=true", "--winsvc.reload.watch=false")
			.orFail();
		process = operator.processId();
		assertThat(client.get("/greeting").body()).isEqualTo("hello hello");
	}

	private static void write(String... lines) throws IOException {
		Files.writeString(operator.directory().resolve("application.yml").host(), String.join("\n", lines));
	}

	private static void assertGreeting(String expected) {
		assertThat(client.get("/greeting").body()).isEqualTo(expected);
		assertThat(operator.processId()).isEqualTo(process);
	}

	@Test
	@Order(1)
	void whenFileChangesThenReloadTellsAndTheServiceFollowsWithoutARestart() throws IOException {
		write("greeting.times: 3");
		assertThat(operator.run("--winsvc.reload").orFail().output())
			.contains("The service 'order-intake' reads its configuration again.", "The configuration has changed, ",
					"  greeting.times")
			.doesNotContain("restart");
		assertGreeting("hello hello hello");
		assertThat(operator.run("--winsvc.reload", "--winsvc.output=json").orFail().output())
			.contains("\"outcome\":\"unchanged\"", "\"changed\":false", "\"trigger\":\"PARAMCHANGE\"");
		assertThat(operator.run("--winsvc.status").orFail().output()).containsPattern("Last reload +applied ")
			.contains("(PARAMCHANGE): greeting.times")
			.doesNotContain("Needs restart");
	}

	@Test
	@Order(2)
	void whenFileIsWrongThenReloadFailsWithTheReasonAndTheServiceStaysAsItWas() throws IOException {
		write("greeting.times: many");
		ProgramResult wrongType = operator.run("--winsvc.reload");
		assertThat(wrongType.exitCode()).isEqualTo(1);
		assertThat(wrongType.output())
			.contains("Error: The new configuration of the service 'order-intake' is rejected",
					"greeting.times is many")
			.doesNotContain("\tat ");
		assertGreeting("hello hello hello");
		assertThat(operator.run("--winsvc.status").orFail().output()).containsPattern("Last reload +rejected ")
			.contains("greeting.times is many");
	}

	@Test
	@Order(3)
	void whenChangeNeedsARestartThenItIsNamedAndDoneIfWanted() throws IOException {
		write("greeting.times: 1", "logging.pattern.dateformat: HH:mm:ss");
		assertThat(operator.run("--winsvc.reload").orFail().output()).contains(
				"These take effect when the service is started again:", "  logging.pattern.dateformat",
				"--winsvc.restart");
		assertGreeting("hello");
		assertThat(operator.run("--winsvc.status").orFail().output())
			.containsPattern("Needs restart +logging.pattern.dateformat");
		assertThat(operator.run("--winsvc.reload", "--winsvc.restart-if-needed").orFail().output()).contains(
				"Nothing has changed.", "The last change was at ", "Restarting the service",
				"The service 'order-intake' is running.");
		assertThat(operator.processId()).isNotEqualTo(process);
		assertThat(operator.run("--winsvc.status").orFail().output()).doesNotContain("Needs restart", "Last reload");
	}

	@Test
	@Order(4)
	void whenServiceDoesNotReloadOrDoesNotRunThenReloadSaysSo() throws IOException {
		write("winsvc.reload.enabled: false");
		operator.run("--winsvc.restart").orFail();
		ProgramResult disabled = operator.run("--winsvc.reload");
		assertThat(disabled.exitCode()).isEqualTo(1);
		assertThat(disabled.output()).contains("1052 ERROR_INVALID_SERVICE_CONTROL", "winsvc.reload.enabled");
		operator.run("--winsvc.stop").orFail();
		assertThat(operator.run("--winsvc.reload").exitCode()).isEqualTo(3);
	}

}
