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

package io.github.winsvc.launch;

import java.nio.file.Path;
import java.util.List;

import io.github.winsvc.scm.ServiceName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ServiceLaunchTests {

	private final Path directory = Path.of("apps").toAbsolutePath();

	private final ServiceHome home = ServiceHome.of(new ServiceName("orders"), this.directory.toString());

	@Test
	void whenTheJvmHasNoOptionsThenTheServiceGetsItsOwn() {
		assertThat(options()).containsExactly("-Xrs", "--enable-native-access=ALL-UNNAMED",
				"--add-opens=java.base/java.lang=ALL-UNNAMED", "-Duser.dir=" + this.directory,
				"-XX:ErrorFile=" + this.home.logs().resolve("hs_err_pid%p.log"),
				"-XX:HeapDumpPath=" + this.home.logs().resolve("orders.hprof.gz"), "-XX:HeapDumpGzipLevel=1",
				"-Djna.boot.library.path=" + this.directory.resolve("dll"), "-Djna.nounpack=true", "-Djna.nosys=true",
				"-Dwinsvc.home=" + this.home.directory(), "-Dwinsvc.service=orders");
	}

	@Test
	void whenTheOperatorTunedTheJvmThenTheServiceIsTunedAlike() {
		assertThat(options("-Xmx1g", "-XX:+UseZGC", "-Dfile.encoding=UTF-8", "-javaagent:otel.jar"))
			.startsWith("-Xmx1g", "-XX:+UseZGC", "-Dfile.encoding=UTF-8", "-javaagent:otel.jar", "-Xrs");
	}

	@Test
	void whenAnOptionIsForThisRunAloneThenItIsDropped() {
		assertThat(options("-agentlib:jdwp=transport=dt_socket,server=y", "-Xrunjdwp:server=y", "-Xdebug", "-Xrs",
				"-Dwinsvc.service=other", "-Dwinsvc.install", "-Djna.nosys=false", "-Djna.nounpack=false",
				"-Djna.boot.library.path=x", "--enable-native-access=ALL-UNNAMED",
				"--add-opens=java.base/java.lang=ALL-UNNAMED"))
			.isEqualTo(options());
	}

	@Test
	void whenTheOperatorChoseTheDirectoriesThenTheyAreKept() {
		assertThat(options("-Duser.dir=/work", "-XX:ErrorFile=/err.log"))
			.startsWith("-Duser.dir=/work", "-XX:ErrorFile=/err.log", "-Xrs")
			.doesNotContain("-Duser.dir=" + this.directory)
			.filteredOn((option) -> option.startsWith("-XX:ErrorFile="))
			.hasSize(1);
	}

	@Test
	void whenTheLogsAreElsewhereThenTheServiceIsToldWhere() {
		Path logs = this.directory.resolve("log");
		ServiceHome elsewhere = new ServiceHome(this.home.directory(), logs, this.home.directory());
		ServiceCommandLine line = new ServiceLaunch(new ServiceName("orders"),
				new RunningJvm(this.directory.resolve("java.exe"), List.of()),
				new ApplicationArchive(this.directory.resolve("orders.jar")), PreparedApplication.NONE, List.of(),
				elsewhere, this.directory.resolve("dll"))
			.commandLine();
		assertThat(line.options()).contains("-Dwinsvc.log-directory=" + logs,
				"-XX:ErrorFile=" + logs.resolve("hs_err_pid%p.log"));
		assertThat(line.home()).hasValueSatisfying((home) -> {
			assertThat(home.directory()).isEqualTo(this.home.directory());
			assertThat(home.logs()).isEqualTo(logs);
		});
	}

	@Test
	void whenTheLogsAreInTheHomeThenTheCommandLineTellsTheHomeAlone() {
		assertThat(launch(List.of(), List.of()).commandLine().home()).contains(this.home);
	}

	@Test
	void whenThereAreArgumentsThenTheyFollowTheJar() {
		ServiceCommandLine line = launch(List.of(), List.of("--a", "b")).commandLine();
		assertThat(line.jar()).isEqualTo(this.directory.resolve("orders.jar").toString());
		assertThat(line.arguments()).containsExactly("--a", "b");
		assertThat(line.isMarkedFor(new ServiceName("orders"))).isTrue();
	}

	@Test
	void whenTheServiceIsInstalledFromItsOwnCommandLineThenNothingChanges() {
		ServiceCommandLine line = launch(List.of("-Xmx1g"), List.of()).commandLine();
		assertThat(launch(line.options(), List.of()).commandLine().options())
			.containsExactlyInAnyOrderElementsOf(line.options());
	}

	@Test
	void whenAPathForHeapDumpsIsSetThenItIsKept() {
		assertThat(options("-XX:HeapDumpPath=/dumps")).contains("-XX:HeapDumpPath=/dumps")
			.doesNotContain("-XX:HeapDumpGzipLevel=1")
			.filteredOn((option) -> option.startsWith("-XX:HeapDumpPath"))
			.hasSize(1);
	}

	private List<String> options(String... jvmOptions) {
		return launch(List.of(jvmOptions), List.of()).commandLine().options();
	}

	private ServiceLaunch launch(List<String> jvmOptions, List<String> arguments) {
		return new ServiceLaunch(new ServiceName("orders"),
				new RunningJvm(this.directory.resolve("java.exe"), jvmOptions),
				new ApplicationArchive(this.directory.resolve("orders.jar")), PreparedApplication.NONE, arguments,
				this.home, this.directory.resolve("dll"));
	}

}
