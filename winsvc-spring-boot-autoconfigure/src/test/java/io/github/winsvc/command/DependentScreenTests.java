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

package io.github.winsvc.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import io.github.winsvc.scm.ServiceName;
import io.github.winsvc.scm.ServiceSetting;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.StartType;
import io.github.winsvc.test.scm.FakeService;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What happens to services that depend on the service, and what is printed of that.
 */
class DependentScreenTests {

	@AutoClose
	private Workbench bench;

	@BeforeEach
	void open(@TempDir Path directory) throws IOException {
		this.bench = new Workbench(directory);
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenOthersDependOnItThenStopNamesThem(String format) {
		dependents();
		Screen.of(this.bench, format).shows(Verb.STOP, ExitStatus.FAILED, "stop-needed");
		assertThat(this.bench.scm.service("orders").state()).isEqualTo(ServiceState.RUNNING);
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenForcedThenThoseThatDependOnItAreStoppedFirst(String format) {
		dependents();
		this.bench.force = true;
		Screen.of(this.bench, format).shows(Verb.STOP, ExitStatus.DONE, "stop-forced");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenRestartIsForcedThenThoseThatDependOnItAreStartedAgain(String format) {
		dependents();
		this.bench.force = true;
		Screen.of(this.bench, format).shows(Verb.RESTART, ExitStatus.DONE, "restart-forced");
		assertThat(this.bench.scm.service("reports").state()).isEqualTo(ServiceState.RUNNING);
		assertThat(this.bench.scm.service("billing").state()).isEqualTo(ServiceState.RUNNING);
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenOneDoesNotStartAgainThenRestartSaysWhich(String format) {
		dependents();
		this.bench.force = true;
		this.bench.scm.openManager().apply(new ServiceName("billing"), new ServiceSetting.Start(StartType.DISABLED));
		Screen.of(this.bench, format).shows(Verb.RESTART, ExitStatus.FAILED, "restart-forced-in-part");
		assertThat(this.bench.scm.service("reports").state()).isEqualTo(ServiceState.RUNNING);
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheServiceDoesNotStopThenItSaysWhichWereStoppedForIt(String format) {
		this.bench.timeout = Duration.ofSeconds(5);
		this.bench.program(new ScriptedService(this.bench.time).running(Duration.ofSeconds(1)));
		dependents();
		this.bench.force = true;
		Screen.of(this.bench, format).shows(Verb.RESTART, ExitStatus.FAILED, "restart-forced-hangs");
	}

	@Test
	void whenOneThatDependsOnItDoesNotStopThenTheServiceIsLeftRunning() {
		this.bench.timeout = Duration.ofSeconds(5);
		this.bench.run(Verb.INSTALL);
		this.bench.other("billing", new ScriptedService(this.bench.time).running(Duration.ofSeconds(1)))
			.dependOn(this.bench.scm.service("orders"));
		this.bench.force = true;
		assertThat(this.bench.run(Verb.STOP)).isEqualTo(ExitStatus.FAILED);
		assertThat(this.bench.printed()).contains("The service 'billing' has not stopped after 5 s");
		assertThat(this.bench.scm.service("orders").state()).isEqualTo(ServiceState.RUNNING);
	}

	@Test
	void whenUninstallIsForcedThenThoseThatDependOnItAreStopped() {
		dependents();
		assertThat(this.bench.run(Verb.UNINSTALL)).isEqualTo(ExitStatus.FAILED);
		assertThat(this.bench.isRegistered()).isTrue();
		this.bench.force = true;
		assertThat(this.bench.run(Verb.UNINSTALL)).isEqualTo(ExitStatus.DONE);
		assertThat(this.bench.scm.service("billing").state()).isEqualTo(ServiceState.STOPPED);
		assertThat(this.bench.isRegistered()).isFalse();
	}

	@Test
	void whenARestartThatIsNotWaitedForHasStoppedOthersThenItWaitsForTheirSake() {
		dependents();
		this.bench.force = true;
		this.bench.wait = false;
		assertThat(this.bench.run(Verb.RESTART)).isEqualTo(ExitStatus.DONE);
		assertThat(this.bench.scm.service("billing").state()).isEqualTo(ServiceState.RUNNING);
	}

	private void dependents() {
		this.bench.run(Verb.INSTALL);
		FakeService orders = this.bench.scm.service("orders");
		FakeService billing = this.bench.other("billing", ScriptedService.quick(this.bench.time));
		FakeService reports = this.bench.other("reports", ScriptedService.quick(this.bench.time));
		billing.dependOn(orders);
		reports.dependOn(billing);
	}

}
