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

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.winsvc.sample.machine.ProgramResult;
import io.github.winsvc.sample.machine.WindowsMachine;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an operator is told who asks for something that cannot be done.
 */
class OperatorErrorsIT {

	@AutoClose
	private static WindowsMachine machine;

	private static Operator operator;

	@BeforeAll
	static void open() {
		machine = WindowsMachine.open();
		operator = Operator.withExtractedJar(machine);
	}

	@ParameterizedTest
	@CsvSource({ "start, 4", "stop, 4", "uninstall, 0" })
	void whenServiceIsNotInstalledThenExitCodeTells(String verb, int exitCode) {
		ProgramResult result = operator.run("--winsvc." + verb);
		assertThat(result.exitCode()).isEqualTo(exitCode);
		assertThat(result.output()).contains("The service 'order-intake' is not installed.");
	}

	@ParameterizedTest
	@CsvSource({ "install", "uninstall" })
	void whenServiceIsNotOursThenItIsLeftAlone(String verb) {
		String service = "foreign-" + verb;
		machine.sc("create", service, "binPath=", "C:\\windows\\system32\\notepad.exe").orFail();
		String before = operator.registration(service).orFail().output();
		ProgramResult result = operator.run("--winsvc." + verb, "--winsvc.name=" + service);
		assertThat(result.exitCode()).isEqualTo(1);
		assertThat(result.output())
			.contains("The service '%s' was not installed by winsvc. It runs:".formatted(service));
		assertThat(operator.registration(service).orFail().output()).isEqualTo(before);
		machine.sc("delete", service).orFail();
	}

	@Test
	void whenVerbIsMisspeltThenItIsSuggested() {
		refused(operator.run("--winsvc.instal"), "Unknown verb 'instal'. Did you mean 'install'?");
	}

	@Test
	void whenApplicationIsNoExecutableJarThenItIsNotInstalled() {
		ProgramResult result = machine.java(operator.directory(), "-cp", operator.jar().windows() + ";.",
				OrderIntakeApplication.class.getName(), "--winsvc.install");
		refused(result, "Only an executable jar can be installed");
	}

	@Test
	void whenArgumentLooksLikeSecretThenItIsRefusedAndNotPrinted() {
		ProgramResult result = operator.run("--winsvc.install", "--spring.datasource.password=hunter2");
		refused(result, "The argument 'spring.datasource.password' looks like a secret");
		assertThat(result.output() + result.errors()).doesNotContain("hunter2");
	}

	@Test
	void whenWindowsWouldRefuseNameThenSoDoesInstall() {
		refused(operator.run("--winsvc.install", "--winsvc.name=a/b"), "Choose another with --winsvc.name=<name>.");
	}

	private static void refused(ProgramResult result, String reason) {
		assertThat(result.exitCode()).isEqualTo(2);
		assertThat(result.output()).startsWith("Error: ").contains(reason);
		assertThat(machine.query(Operator.SERVICE)).isEmpty();
		assertThat(operator.home()).doesNotExist();
	}

}
