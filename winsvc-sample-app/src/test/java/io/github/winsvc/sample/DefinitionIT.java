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
 * A service of which everything is defined by properties.
 */
@TestMethodOrder(OrderAnnotation.class)
class DefinitionIT {

	@AutoClose
	private static WindowsMachine machine;

	private static Operator operator;

	@BeforeAll
	static void open() {
		machine = WindowsMachine.open();
		operator = Operator.withExtractedJar(machine);
	}

	@Test
	@Order(1)
	void whenPropertiesDefineServiceThenRegistryHoldsThem() throws IOException {
		Files.writeString(operator.directory().resolve("winsvc.yml").host(), "winsvc.group: Intake");
		ProgramResult install = operator
			.run("--winsvc.install", "--spring.main.web-application-type=none", "--winsvc.display-name=Bestellannahme",
					"--winsvc.description=Nimmt Auftr\u00e4ge an", "--winsvc.start-type=manual",
					"--winsvc.account=LocalService", "--winsvc.dependencies=RpcSs,+Orders",
					"--winsvc.environment.ORDERS_REGION=Gr\u00f6nland", "--winsvc.preshutdown-timeout=33s",
					"--winsvc.jvm-options=-Dregion=north", "--winsvc.arguments=--orders.max-lines=7",
					"--winsvc.stop.timeout=1m")
			.orFail();
		assertThat(install.output()).contains("+ start type: manual", "+ dependencies: RpcSs, +Orders");
		assertThat(operator.registration(Operator.SERVICE).orFail().output())
			.containsPattern("Start\\s+REG_DWORD\\s+0x3")
			.containsPattern("DisplayName\\s+REG_SZ\\s+Bestellannahme")
			.containsPattern("Description\\s+REG_SZ\\s+Nimmt Auftr.ge an")
			.containsPattern("ObjectName\\s+REG_SZ\\s+NT AUTHORITY\\\\LocalService")
			.containsPattern("Group\\s+REG_SZ\\s+Intake")
			.containsPattern("DependOnService\\s+REG_MULTI_SZ\\s+RpcSs")
			.containsPattern("Environment\\s+REG_MULTI_SZ\\s+ORDERS_REGION=Gr.nland")
			.containsPattern("DependOnGroup\\s+REG_MULTI_SZ\\s+Orders")
			.containsPattern("PreshutdownTimeout\\s+REG_DWORD\\s+0x80e8")
			.containsPattern("ImagePath\\s+REG_SZ\\s+.*-Dregion=north .*-jar .* --orders.max-lines=7 "
					+ "--spring.main.web-application-type=none --winsvc.stop.timeout=1m");
		assertThat(machine.query(Operator.SERVICE).orElseThrow().state()).isEqualTo(ServiceState.RUNNING);
	}

	@Test
	@Order(2)
	void whenPropertiesAreTakenAwayThenSettingsAreToo() throws IOException {
		Files.delete(operator.directory().resolve("winsvc.yml").host());
		ProgramResult install = operator
			.run("--winsvc.install", "--spring.main.web-application-type=none", "--winsvc.start-type=disabled")
			.orFail();
		assertThat(install.output()).contains("~ start type: \"manual\" -> \"disabled\"",
				"~ load order group: \"Intake\" -> \"none\"",
				"~ environment: \"ORDERS_REGION=Gr\u00f6nland\" -> \"none\"",
				"This takes effect when the service starts the next time");
		assertThat(operator.registration(Operator.SERVICE).orFail().output()).doesNotContain("ORDERS_REGION")
			.containsPattern("Start\\s+REG_DWORD\\s+0x4");
		assertThat(operator
			.run("--winsvc.install", "--spring.main.web-application-type=none", "--winsvc.start-type=disabled")
			.orFail()
			.output()).startsWith("Nothing to do:");
	}

}
