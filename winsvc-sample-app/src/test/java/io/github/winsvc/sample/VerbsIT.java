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
import java.nio.file.Path;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import io.github.winsvc.sample.machine.MachineDirectory;
import io.github.winsvc.sample.machine.ProgramResult;
import io.github.winsvc.sample.machine.WindowsMachine;
import io.github.winsvc.scm.ServiceState;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The verbs of an operator between installation and removal.
 */
@TestMethodOrder(OrderAnnotation.class)
class VerbsIT {

	private static final int PORT = Operator.freePort();

	@AutoClose
	private static WindowsMachine machine;

	private static Operator operator;

	@BeforeAll
	static void open() {
		machine = WindowsMachine.open();
		operator = Operator.withExtractedJar(machine);
	}

	private static ServiceState state() {
		return machine.query(Operator.SERVICE).orElseThrow().state();
	}

	@Test
	@Order(1)
	void whenNothingIsInstalledThenPlanShowsWhatWouldBeAndTouchesNothing() {
		ProgramResult plan = operator.run("--winsvc.plan", "--server.port=" + PORT).orFail();
		assertThat(plan.output()).startsWith("The service 'order-intake' would be installed:")
			.contains("+ account: NT SERVICE\\order-intake", "Nothing was touched.");
		assertThat(machine.query(Operator.SERVICE)).isEmpty();
		assertThat(operator.home()).doesNotExist();
	}

	@Test
	@Order(1)
	void whenNothingIsInstalledThenDoctorTellsWhatAnInstallWouldMeet() {
		ProgramResult doctor = operator.run("--winsvc.doctor", "--server.port=" + PORT);
		assertThat(doctor.output()).contains("WARN  registration: not installed").contains("OK    Java: 17");
	}

	@Test
	@Order(1)
	void whenOthersMayWriteToTheJarThenItIsRefusedUnlessThatIsAllowed() {
		operator.letEveryoneWrite(true);
		ProgramResult install = operator.run("--winsvc.install", "--server.port=" + PORT);
		ProgramResult allowed = operator.run("--winsvc.plan", "--server.port=" + PORT,
				"--winsvc.security.allow-writable-files");
		operator.letEveryoneWrite(false);
		assertThat(install.exitCode()).isEqualTo(2);
		assertThat(install.output()).startsWith("Error: Others than administrators may change")
			.contains("  " + operator.jar().windows() + " can be written by ", "icacls \"" + operator.jar().windows())
			.containsOnlyOnce("can be written by");
		assertThat(machine.query(Operator.SERVICE)).isEmpty();
		assertThat(operator.home()).doesNotExist();
		assertThat(allowed.orFail().output()).startsWith("Warning: others than administrators may change")
			.doesNotContain("allow-writable-files");
	}

	@Test
	@Order(2)
	void whenNobodyWaitsThenInstallReturnsAtOnce() {
		ProgramResult install = operator.run("--winsvc.install", "--server.port=" + PORT, "--winsvc.wait=false")
			.orFail();
		assertThat(install.output()).doesNotContain("RUNNING");
		operator.run("--winsvc.start").orFail();
		assertThat(state()).isEqualTo(ServiceState.RUNNING);
	}

	@Test
	@Order(3)
	void whenServiceRunsThenItIsPausedAndContinued() {
		assertThat(operator.run("--winsvc.pause").orFail().output()).contains("The service 'order-intake' is paused.");
		assertThat(state()).isEqualTo(ServiceState.PAUSED);
		assertThat(operator.run("--winsvc.start").exitCode()).isEqualTo(3);
		operator.run("--winsvc.continue").orFail();
		assertThat(state()).isEqualTo(ServiceState.RUNNING);
	}

	@Test
	@Order(3)
	void whenNothingHasChangedThenReloadSaysSo() {
		assertThat(operator.run("--winsvc.reload").orFail().output()).contains("Nothing has changed.");
		assertThat(state()).isEqualTo(ServiceState.RUNNING);
	}

	@Test
	@Order(3)
	void whenThreadDumpIsAskedForThenItIsInTheLog() {
		assertThat(operator.run("--winsvc.control=255").orFail().output())
			.contains("The service 'order-intake' has taken the control 255.");
		assertThat(operator.log()).anyMatch((line) -> line.contains("\"http-nio-"));
	}

	@Test
	@Order(3)
	void whenServiceRunsThenDoctorFindsItsHealth() {
		ProgramResult doctor = operator.run("--winsvc.doctor");
		assertThat(doctor.output()).contains("OK    registration: installed by winsvc",
				"OK    image path: quoted where it must be", "OK    native library", "OK    state: running",
				"OK    application: ", "OK    event source: registered");
	}

	@Test
	@Order(4)
	void whenRegistrationDriftsThenStatusTellsAndUpdateMends() {
		operator.run("--winsvc.update", "--server.port=" + PORT, "--winsvc.start-type=manual").orFail();
		assertThat(operator.run("--winsvc.status").orFail().output())
			.contains("The registration differs from the configuration:", "~ start type: \"manual\" -> \"auto\"");
		assertThat(operator.run("--winsvc.update", "--server.port=" + PORT).orFail().output())
			.contains("~ start type: \"manual\" -> \"auto\"");
		assertThat(operator.run("--winsvc.status").orFail().output()).doesNotContain("differs");
		assertThat(operator.run("--winsvc.plan", "--server.port=" + PORT).orFail().output())
			.startsWith("The service 'order-intake' is registered as it should be.");
	}

	@Test
	@Order(4)
	void whenConfiguredOptionIsMissingThenStatusAndDoctorTell() throws IOException {
		Path file = operator.directory().resolve("winsvc.yml").host();
		Files.writeString(file, "winsvc.jvm-options: -Dorders.shop=north");
		try {
			assertThat(operator.run("--winsvc.status").orFail().output())
				.contains("The registration differs from the configuration:", "~ image path:", " -Dorders.shop=north ");
			assertThat(operator.run("--winsvc.doctor").output()).contains("WARN  registration: ");
		}
		finally {
			Files.delete(file);
		}
	}

	@Test
	@Order(4)
	void whenExportedThenScriptRegistersTheSameCommandLine() {
		ProgramResult export = operator.run("--winsvc.export", "--server.port=" + PORT).orFail();
		assertThat(export.output()).contains("sc.exe create order-intake binPath= ", "--server.port=" + PORT,
				"start= auto obj= \"NT SERVICE\\order-intake\"");
	}

	@Test
	@Order(4)
	void whenOtherWrapperIsImportedThenItsConfigurationIsShown() throws IOException {
		MachineDirectory file = operator.directory().resolve("orders.xml");
		Files.writeString(file.host(), """
				<service><id>orders</id><name>Orders</name><executable>java</executable>
				<arguments>-Xmx300m -jar orders.jar</arguments><delayedAutoStart/></service>
				""");
		assertThat(operator.run("--winsvc.import=" + file.windows()).orFail().output())
			.contains("start-type: delayed-auto", "- -Xmx300m");
		machine.sc("create", "plain", "binPath=", "\"C:\\jre\\bin\\java.exe\" -Xss2m -jar C:\\apps\\plain.jar --a=b");
		assertThat(operator.run("--winsvc.import=plain").orFail().output()).contains("- -Xss2m", "- --a=b");
	}

	@Test
	@Order(5)
	void whenServiceIsGoneThenDoctorAndVerbsSaySo() {
		operator.run("--winsvc.uninstall").orFail();
		assertThat(operator.run("--winsvc.pause").exitCode()).isEqualTo(4);
		assertThat(operator.run("--winsvc.update").exitCode()).isEqualTo(4);
	}

	@Test
	@Order(6)
	void whenHomeAndLogsAreElsewhereThenTheServiceUsesThem() {
		operator
			.run("--winsvc.install", "--server.port=" + PORT, "--winsvc.home=C:\\services\\order-intake",
					"--winsvc.log-directory=C:\\logs\\order-intake")
			.orFail();
		Path home = machine.host("C:\\services\\order-intake");
		Path logs = machine.host("C:\\logs\\order-intake");
		assertThat(logs.resolve("order-intake.log")).content().contains("Started ");
		assertThat(home.resolve("data")).isNotEmptyDirectory();
		assertThat(home.resolve("logs")).doesNotExist();
		assertThat(operator.run("--winsvc.status").output()).contains("C:\\logs\\order-intake");
		assertThat(operator.run("--winsvc.uninstall").orFail().output()).contains("kept: C:\\logs\\order-intake",
				"kept: C:\\services\\order-intake\\data");
		assertThat(home.resolve("native")).doesNotExist();
	}

}
