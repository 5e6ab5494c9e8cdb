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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import io.github.winsvc.sample.machine.ProgramResult;
import io.github.winsvc.sample.machine.WindowsMachine;
import io.github.winsvc.scm.ServiceState;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A service that runs as a user of the machine.
 */
@TestMethodOrder(OrderAnnotation.class)
class AccountIT {

	private static final String PASSWORD = "Gr\u00fcn-7-Pferde";

	private static final String NON_WEB = "--spring.main.web-application-type=none";

	@AutoClose
	private static WindowsMachine machine;

	private static Operator operator;

	private static String user;

	@BeforeAll
	static void open() throws IOException {
		machine = WindowsMachine.open();
		operator = Operator.withExtractedJar(machine);
		user = user();
		Files.writeString(operator.directory().resolve("answer.txt").host(), PASSWORD + "\r\nno more\r\n");
	}

	/**
	 * Wine creates no users, so there it is the one who runs it.
	 */
	private static String user() {
		if (System.getProperty("os.name").startsWith("Windows")) {
			machine.system("net.exe", "user", "winsvc-it", PASSWORD, "/add").orFail();
			return "winsvc-it";
		}
		ProgramResult settings = machine.java(operator.directory(), "-XshowSettings:properties", "-version").orFail();
		return (settings.output() + settings.errors()).lines()
			.filter((line) -> line.contains("user.name = "))
			.map((line) -> line.split(" = ")[1].strip())
			.findFirst()
			.orElseThrow();
	}

	/**
	 * Run the jar with the password on standard input.
	 */
	private static ProgramResult runWithAnswer(String... arguments) {
		List<String> command = new ArrayList<>(
				List.of("C:\\windows\\system32\\cmd.exe", "/c", machine.javaExecutable()));
		command.addAll(operator.options());
		command.addAll(List.of("-jar", operator.jar().windows()));
		command.addAll(Arrays.asList(arguments));
		command.addAll(List.of("<", "answer.txt"));
		return machine.run(operator.directory(), Operator.PATIENCE, command);
	}

	@Test
	@Order(1)
	void whenThereIsNoSuchUserThenNothingIsTouched() {
		ProgramResult install = operator.run("--winsvc.install", NON_WEB, "--winsvc.account=.\\nobody-of-that-name");
		assertThat(install.exitCode()).isEqualTo(2);
		assertThat(install.output()).contains("There is no account .\\nobody-of-that-name.");
		assertThat(machine.query(Operator.SERVICE)).isEmpty();
	}

	@Test
	@Order(2)
	void whenNobodyTellsThePasswordThenNothingIsTouched() {
		ProgramResult install = operator.run("--winsvc.install", NON_WEB, "--winsvc.account=.\\" + user);
		assertThat(install.exitCode()).isEqualTo(2);
		assertThat(install.output()).contains("The password of .\\" + user + " is needed");
		assertThat(machine.query(Operator.SERVICE)).isEmpty();
	}

	@Test
	@Order(3)
	void whenThePasswordIsOnStandardInputThenTheServiceRunsAsTheUser() {
		ProgramResult install = runWithAnswer("--winsvc.install", NON_WEB, "--winsvc.account=.\\" + user,
				"--winsvc.password-from=stdin")
			.orFail();
		assertThat(install.output()).contains("+ right: log on as a service for .\\" + user,
				"+ password: from standard input");
		assertThat(install.output() + install.errors()).doesNotContain("Pferde");
		assertThat(operator.registration(Operator.SERVICE).orFail().output())
			.containsPattern("ObjectName\\s+REG_SZ\\s+\\.\\\\" + user)
			.doesNotContain("Pferde");
		assertThat(machine.query(Operator.SERVICE).orElseThrow().state()).isEqualTo(ServiceState.RUNNING);
	}

	@Test
	@Order(4)
	void whenThePasswordHasChangedThenUpdateTellsIt() {
		ProgramResult update = runWithAnswer("--winsvc.update", NON_WEB, "--winsvc.account=.\\" + user,
				"--winsvc.password-from=stdin")
			.orFail();
		assertThat(update.output()).contains("~ password of .\\" + user + ": from standard input")
			.doesNotContain("~ account");
	}

	@Test
	@Order(5)
	void whenAnotherAccountIsConfiguredThenTheServiceGetsIt() {
		operator.run("--winsvc.update", NON_WEB, "--winsvc.account=LocalService").orFail();
		assertThat(operator.registration(Operator.SERVICE).orFail().output())
			.containsPattern("ObjectName\\s+REG_SZ\\s+NT AUTHORITY\\\\LocalService");
		operator.run("--winsvc.uninstall").orFail();
	}

}
