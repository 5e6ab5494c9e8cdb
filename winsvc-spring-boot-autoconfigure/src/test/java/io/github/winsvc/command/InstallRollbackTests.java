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
import java.util.List;

import io.github.winsvc.scm.ServiceRegistration;
import io.github.winsvc.scm.ServiceSetting;
import io.github.winsvc.scm.Win32Error;
import io.github.winsvc.test.scm.ManagerCall;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class InstallRollbackTests {

	@AutoClose
	private Workbench bench;

	@BeforeEach
	void open(@TempDir Path directory) throws IOException {
		this.bench = new Workbench(directory);
	}

	@ParameterizedTest
	@ValueSource(classes = { ServiceSetting.Description.class, ServiceSetting.Recovery.class,
			ServiceSetting.RecoveryOnFailureExit.class, ServiceSetting.ServiceSid.class,
			ServiceSetting.PreshutdownTimeout.class, ServiceSetting.EventSource.class })
	void whenASettingOfANewServiceFailsThenTheServiceIsRemoved(Class<? extends ServiceSetting> kind) {
		this.bench.scm.failNextApply(kind, Win32Error.INVALID_PARAMETER);
		assertThat(this.bench.run(Verb.INSTALL)).isEqualTo(ExitStatus.FAILED);
		assertThat(this.bench.isRegistered()).isFalse();
		assertThat(this.bench.printed()).contains("Rolling back:\n").contains("  - service orders\n");
	}

	@ParameterizedTest
	@ValueSource(classes = { ServiceSetting.DisplayName.class, ServiceSetting.ImagePath.class,
			ServiceSetting.Start.class, ServiceSetting.Account.class, ServiceSetting.Description.class,
			ServiceSetting.Recovery.class, ServiceSetting.RecoveryOnFailureExit.class, ServiceSetting.ServiceSid.class,
			ServiceSetting.PreshutdownTimeout.class, ServiceSetting.EventSource.class })
	void whenASettingOfAnExistingServiceFailsThenTheOthersAreAsBefore(Class<? extends ServiceSetting> kind) {
		this.bench.scm.register("orders");
		this.bench.adopt = true;
		ServiceRegistration before = this.bench.registration();
		this.bench.scm.failNextApply(kind, Win32Error.INVALID_PARAMETER);
		assertThat(this.bench.run(Verb.INSTALL)).isEqualTo(ExitStatus.FAILED);
		assertThat(this.bench.registration()).isEqualTo(before);
	}

	@Test
	void whenTheDirectoryCannotBeProtectedThenTheNewServiceIsRemoved() {
		this.bench.directoriesOutOfReach = true;
		assertThat(this.bench.run(Verb.INSTALL)).isEqualTo(ExitStatus.ACCESS_DENIED);
		assertThat(this.bench.isRegistered()).isFalse();
		assertThat(this.bench.printed()).contains("Could not prepare the directory of the service 'orders'");
	}

	@Test
	void whenTheRollbackFailsTooThenItSaysWhatIsLeft() {
		this.bench.scm.failNextApply(ServiceSetting.Recovery.class, Win32Error.INVALID_PARAMETER);
		this.bench.scm.failNext(ManagerCall.DELETE, Win32Error.ACCESS_DENIED);
		assertThat(this.bench.run(Verb.INSTALL)).isEqualTo(ExitStatus.FAILED);
		assertThat(this.bench.isRegistered()).isTrue();
		assertThat(this.bench.printed()).contains("Could not take back: - service orders: DeleteService failed: 5")
			.contains("Not everything could be taken back.");
	}

	@Test
	void whenAnUpdateFailsInTheEndThenTheRegistrationIsAsBefore() {
		this.bench.run(Verb.INSTALL);
		ServiceRegistration before = this.bench.registration();
		this.bench.displayName = "Other";
		this.bench.preshutdownTimeout = Duration.ofSeconds(7);
		this.bench.arguments = List.of();
		this.bench.scm.failNextApply(ServiceSetting.PreshutdownTimeout.class, Win32Error.INVALID_PARAMETER);
		assertThat(this.bench.run(Verb.INSTALL)).isEqualTo(ExitStatus.FAILED);
		assertThat(this.bench.registration()).isEqualTo(before);
	}

}
