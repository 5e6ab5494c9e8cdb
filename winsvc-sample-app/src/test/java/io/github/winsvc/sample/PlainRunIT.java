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
import java.util.List;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.github.winsvc.sample.machine.MachineDirectory;
import io.github.winsvc.sample.machine.ProgramResult;
import io.github.winsvc.sample.machine.WindowsMachine;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The application run on Windows as anywhere else.
 */
class PlainRunIT {

	private static final String ONCE = "-Dspring.context.exit=onRefresh";

	private static final String MEMORY = "--spring.datasource.url=jdbc:h2:mem:plain";

	@AutoClose
	private static WindowsMachine machine;

	private static Operator operator;

	@BeforeAll
	static void open() {
		machine = WindowsMachine.open();
		operator = Operator.withExtractedJar(machine);
	}

	@Test
	void whenThereIsNeitherVerbNorMarkerThenNothingOfServicesIsLoaded() throws IOException {
		MachineDirectory log = operator.directory().resolve("classes.log");
		ProgramResult result = operator.run(List.of(ONCE, "-Xlog:class+load:file=classes.log"), MEMORY).orFail();
		assertThat(result.output()).contains(":: Spring Boot ::").contains("Starting OrderIntakeApplication");
		List<String> classes = Files.readAllLines(log.host());
		assertThat(classes).anyMatch((line) -> line.contains(" " + OrderIntakeApplication.class.getName() + " "));
		assertThat(classes).noneMatch((line) -> line.contains(" com.sun.jna.")
				|| line.contains(" io.github.winsvc.win32.") || line.contains(" io.github.winsvc.host.ServiceHost "));
		assertThat(operator.home()).doesNotExist();
	}

	@Test
	void whenMarkerIsThereButScmDidNotStartProcessThenItRunsAllTheSameWithOneWarning() {
		ProgramResult result = operator.run(List.of(ONCE, "-Dwinsvc.service=order-intake"), MEMORY).orFail();
		assertThat(result.output().lines().filter((line) -> line.contains(" WARN "))).singleElement()
			.asString()
			.endsWith("The SCM did not start this process although -Dwinsvc.service says so: "
					+ "running as a plain application");
	}

}
