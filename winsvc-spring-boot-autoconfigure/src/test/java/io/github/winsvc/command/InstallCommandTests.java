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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.github.winsvc.launch.NativeLibrary;
import io.github.winsvc.launch.ServiceCommandLine;
import io.github.winsvc.launch.StartFailure;
import io.github.winsvc.scm.ServiceRegistration;
import io.github.winsvc.scm.ServiceSetting.Account;
import io.github.winsvc.scm.ServiceSetting.ImagePath;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.Win32Error;
import io.github.winsvc.test.scm.FakeService.OpenHandle;
import io.github.winsvc.test.scm.ManagerCall;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class InstallCommandTests {

	@AutoClose
	private Workbench bench;

	@BeforeEach
	void open(@TempDir Path directory) throws IOException {
		this.bench = new Workbench(directory);
	}

	@Test
	void whenInstalledThenTheImagePathStartsTheJarAsThisService() {
		this.bench.run(Verb.INSTALL);
		ServiceRegistration registration = this.bench.registration();
		ServiceCommandLine commandLine = ServiceCommandLine.read(registration.settings().get(ImagePath.class).value())
			.orElseThrow();
		assertThat(commandLine.isMarkedFor(Workbench.NAME)).isTrue();
		assertThat(commandLine.options()).contains("-Xmx256m", "-Xrs");
		assertThat(commandLine.arguments()).containsExactly("--server.port=8081");
		assertThat(registration.settings().get(Account.class)).isEqualTo(new Account("nt service\\ORDERS"));
	}

	@Test
	void whenInstalledThenTheServiceCanWriteToItsLogsAndDataAlone() {
		this.bench.run(Verb.INSTALL);
		assertThat(this.bench.scm.directories().isForService(this.bench.home.logs(), Workbench.NAME)).isTrue();
		assertThat(this.bench.scm.directories().isForService(this.bench.home.data(), Workbench.NAME)).isTrue();
		assertThat(this.bench.scm.directories().isForAdministrators(this.bench.home.nativeLibraries())).isTrue();
	}

	@Test
	void whenInstalledTwiceThenTheSecondTimeChangesNothing() {
		this.bench.run(Verb.INSTALL);
		long before = changes();
		assertThat(this.bench.run(Verb.INSTALL)).isEqualTo(ExitStatus.DONE);
		assertThat(changes()).isEqualTo(before);
	}

	@Test
	void whenOneThingDiffersThenOnlyThatIsApplied() {
		this.bench.run(Verb.INSTALL);
		long before = changes();
		this.bench.description = "Other";
		assertThat(this.bench.run(Verb.INSTALL)).isEqualTo(ExitStatus.DONE);
		assertThat(changes()).isEqualTo(before + 1);
	}

	@Test
	void whenTheHomeIsLostThenItIsCreatedAgain() throws IOException {
		this.bench.run(Verb.INSTALL);
		Files.delete(this.bench.home.data());
		assertThat(this.bench.run(Verb.INSTALL)).isEqualTo(ExitStatus.DONE);
		assertThat(this.bench.home.data()).isDirectory();
		assertThat(this.bench.printed()).contains("+ home: ");
	}

	@Test
	void whenTheNativeLibraryIsDamagedThenItIsWrittenAgain() throws IOException {
		this.bench.run(Verb.INSTALL);
		Path library = NativeLibrary.forArchitecture("amd64").directory(this.bench.home).resolve("jnidispatch.dll");
		Files.writeString(library, "damaged");
		assertThat(this.bench.run(Verb.INSTALL)).isEqualTo(ExitStatus.DONE);
		assertThat(library).isNotEmptyFile().content(StandardCharsets.ISO_8859_1).isNotEqualTo("damaged");
	}

	@Test
	void whenTheServiceIsStoppedThenItIsStarted() {
		this.bench.run(Verb.INSTALL);
		this.bench.run(Verb.STOP);
		assertThat(this.bench.run(Verb.INSTALL)).isEqualTo(ExitStatus.DONE);
		assertThat(this.bench.scm.service("orders").state()).isEqualTo(ServiceState.RUNNING);
		assertThat(this.bench.printed()).doesNotContain("Nothing to do");
	}

	@Test
	void whenTheFormerServiceDisappearsMeanwhileThenANewOneIsCreated() {
		this.bench.scm.register("orders");
		OpenHandle handle = this.bench.scm.service("orders").hold();
		this.bench.scm.openManager().delete(Workbench.NAME);
		this.bench.adopt = true;
		this.bench.time.after(Duration.ofSeconds(3), handle::close);
		assertThat(this.bench.run(Verb.INSTALL)).isEqualTo(ExitStatus.DONE);
		assertThat(this.bench.printed()).containsOnlyOnce("is marked for deletion");
	}

	@Test
	void whenCreationFindsTheNameMarkedThenItIsTriedAgain() {
		this.bench.scm.failNext(ManagerCall.CREATE, Win32Error.SERVICE_MARKED_FOR_DELETE);
		assertThat(this.bench.run(Verb.INSTALL)).isEqualTo(ExitStatus.DONE);
	}

	@Test
	void whenTheDisplayNameIsTakenThenItSaysWhichOptionToUse() {
		this.bench.scm.register("Billing");
		this.bench.displayName = "Billing";
		assertThat(this.bench.run(Verb.INSTALL)).isEqualTo(ExitStatus.FAILED);
		assertThat(this.bench.printed()).contains("1078 ERROR_DUPLICATE_SERVICE_NAME")
			.contains("--winsvc.display-name=<name>");
	}

	@Test
	void whenAnExplanationIsOlderThanTheStartThenItIsNotShown() {
		this.bench.run(Verb.INSTALL);
		this.bench.run(Verb.STOP);
		this.bench.explain(new StartFailure(1, this.bench.time.now().minusSeconds(1), "Old story", ""));
		this.bench.scm.failNext(ManagerCall.START, Win32Error.SERVICE_LOGON_FAILED);
		assertThat(this.bench.run(Verb.INSTALL)).isEqualTo(ExitStatus.NOT_RUNNING);
		assertThat(this.bench.printed()).doesNotContain("Old story").contains("1069 ERROR_SERVICE_LOGON_FAILED");
	}

	@Test
	void whenAJvmOptionIsASecretThenItIsRefusedWithoutItsValue() {
		this.bench.jvmOptions = List.of("-Djavax.net.ssl.keyStorePassword=hunter2");
		assertThat(this.bench.run(Verb.INSTALL)).isEqualTo(ExitStatus.USAGE);
		assertThat(this.bench.printed()).contains("javax.net.ssl.keyStorePassword").doesNotContain("hunter2");
		assertThat(this.bench.isRegistered()).isFalse();
	}

	@Test
	void whenAnArgumentLooksLikeAVariableThenItIsRefused() {
		this.bench.arguments = List.of("--root=%TEMP%");
		assertThat(this.bench.run(Verb.INSTALL)).isEqualTo(ExitStatus.USAGE);
		assertThat(this.bench.printed()).contains("Windows would replace the environment variable");
	}

	@Test
	void whenSomethingUnexpectedHappensThenThereIsNoStackTrace() {
		this.bench.outOfOrder = true;
		assertThat(this.bench.run(Verb.INSTALL)).isEqualTo(ExitStatus.FAILED);
		assertThat(this.bench.printed()).isEqualTo("Error: Could not install the service 'orders', unexpectedly: "
				+ "java.lang.IllegalStateException: Out of order\n");
	}

	private long changes() {
		return this.bench.scm.utterances()
			.stream()
			.filter((utterance) -> utterance.text().matches("(ChangeServiceConfig|CreateService|StartService) .*"))
			.count();
	}

}
