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

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ArchiveDirectory} and {@link ArchiveMethod}.
 */
class ArchiveDirectoryTests {

	private static final String LAYOUT = "0123456789ab";

	@TempDir
	private Path home;

	private final String classPath = System.getProperty("java.class.path");

	private ArchiveDirectory directory;

	@BeforeEach
	void create() throws IOException {
		this.directory = ArchiveDirectory.of(new ServiceHome(this.home), LAYOUT);
		Files.createDirectories(this.directory.path());
	}

	@AfterEach
	void restoreProperties() {
		System.setProperty("java.class.path", this.classPath);
		System.clearProperty(ServiceCommandLine.HOME);
		System.clearProperty(ServiceCommandLine.SOURCE);
	}

	private ArchiveRecord record() {
		return ArchiveRecord.read(this.directory.record()).orElseThrow();
	}

	@Test
	void whenLayoutIsGivenThenItsDirectoryIsInTheHome() {
		assertThat(this.directory.path()).isEqualTo(this.home.resolve("archive").resolve(LAYOUT));
		assertThat(this.directory.argument()).isEqualTo("@" + this.directory.path().resolve("jvm.options"));
	}

	@Test
	void whenProcessRunsALayoutThenItsDirectoryIsFound() {
		System.setProperty("java.class.path", this.home.resolve("application/" + LAYOUT + "/orders.jar").toString());
		assertThat(ArchiveDirectory.ofThisProcess()).isNull();
		System.setProperty(ServiceCommandLine.HOME, this.home.toString());
		System.setProperty(ServiceCommandLine.SOURCE, "C:\\orders\\orders.jar");
		assertThat(ArchiveDirectory.ofThisProcess()).isEqualTo(this.directory);
		System.setProperty("java.class.path", "a.jar" + File.pathSeparator + "b.jar");
		assertThat(ArchiveDirectory.ofThisProcess()).isNull();
	}

	@Test
	void whenProcessRunsAJarInPlaceThenTheDirectoryIsTheSameForEachJar() {
		System.setProperty("java.class.path", this.home.resolve("orders.jar").toString());
		System.setProperty(ServiceCommandLine.HOME, this.home.toString());
		ArchiveDirectory directory = ArchiveDirectory.ofThisProcess();
		assertThat(directory).isEqualTo(new ArchiveDirectory(this.home.resolve("archive/in-place")));
		assertThat(directory.isInPlace()).isTrue();
		assertThat(this.directory.isInPlace()).isFalse();
	}

	@Test
	void whenBegunWithClassListsThenTheNextStartRecordsOne() throws IOException {
		this.directory.begin(List.of("-Xmx64m"), ArchiveMethod.CLASS_LIST);
		assertThat(ArgumentFile.read(this.directory.options()).arguments()).containsExactly("-Xms32m",
				"-XX:DumpLoadedClassList=" + path("recording-1.lst"));
		assertThat(record().state()).isEqualTo(ArchiveRecord.State.RECORDING);
	}

	@Test
	void whenBegunWithAotCachesThenAnOlderJvmStartsToo() throws IOException {
		this.directory.begin(List.of(), ArchiveMethod.AOT_CACHE);
		assertThat(ArgumentFile.read(this.directory.options()).arguments()).containsExactly("-Xms32m",
				"-XX:+IgnoreUnrecognizedVMOptions", "-XX:AOTMode=record",
				"-XX:AOTConfiguration=" + path("recording-1.aotconf"));
	}

	private String path(String name) {
		return this.directory.path().resolve(name).toString().replace('\\', '/');
	}

	@Test
	void whenBegunInPlaceThenNothingIsRecorded() throws IOException {
		ArchiveDirectory inPlace = ArchiveDirectory.inPlace(new ServiceHome(this.home));
		Files.createDirectories(inPlace.path());
		inPlace.begin(List.of());
		assertThat(ArgumentFile.read(inPlace.options()).arguments()).containsExactly("-Xms32m");
		assertThat(ArchiveRecord.read(inPlace.record()).orElseThrow().state()).isEqualTo(ArchiveRecord.State.RECORDING);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "-Xms1g", "-XX:InitialHeapSize=1g", "-XX:MinHeapSize=64m", "-XX:InitialRAMPercentage=1.5" })
	void whenTheServiceDecidesWithHowMuchHeapItBeginsThenNothingElseDoes(String option) throws IOException {
		this.directory.write(List.of("-Da=b"), List.of(option));
		assertThat(ArgumentFile.read(this.directory.options()).arguments()).containsExactly("-Da=b");
	}

	@ParameterizedTest
	@ValueSource(strings = { "-Xmx31m", "-Xmx16384K", "-Xmx33554431", "-XX:MaxHeapSize=16m", "-Xmx31M" })
	void whenTheLimitOfTheHeapIsBelowThenItDoesNotBeginAboveIt(String option) throws IOException {
		this.directory.write(List.of(), List.of(option));
		assertThat(ArgumentFile.read(this.directory.options()).arguments()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "-Xmx32m", "-Xmx1G", "-XX:MaxHeapSize=33554432", "-Xmxmany", "-Xss1m" })
	void whenTheServiceOnlyLimitsItsHeapThenItBeginsSmall(String option) throws IOException {
		this.directory.write(List.of(), List.of(option));
		assertThat(ArgumentFile.read(this.directory.options()).arguments()).containsExactly("-Xms32m");
	}

	@Test
	void whenTheJvmHasTheOptionsOfTheDirectoryThenTheyAreWrittenAgain() throws IOException {
		this.directory.write(List.of(), List.of("-Xms32m"));
		assertThat(ArgumentFile.read(this.directory.options()).arguments()).containsExactly("-Xms32m");
	}

	@Test
	void whenThereAreOptionsThenTheyStay() throws IOException {
		new ArgumentFile(List.of("-XX:SharedArchiveFile=x")).write(this.directory.options());
		this.directory.begin(List.of(), ArchiveMethod.CLASS_LIST);
		assertThat(ArgumentFile.read(this.directory.options()).arguments()).containsExactly("-XX:SharedArchiveFile=x");
		assertThat(this.directory.record()).doesNotExist();
	}

	@Test
	void whenJvmIsThisOneThenItHasAWay() {
		assertThat(ArchiveMethod.ofThisJvm(false, false)).contains(ArchiveMethod.CLASS_LIST);
		assertThat(ArchiveMethod.ofThisJvm(false, true)).isPresent();
		assertThat(ArchiveMethod.ofThisJvm(true, true)).contains(ArchiveMethod.LOADED_CLASSES);
	}

	@Test
	void whenJvmHasNoWayThenOptionsNameNoArchive() throws IOException {
		this.directory.begin(List.of(), null);
		assertThat(ArgumentFile.read(this.directory.options()).arguments()).containsExactly("-Xms32m");
		assertThat(this.directory.isSwitchedOn()).isFalse();
		assertThat(record().text()).isEqualTo("off: the JVM is not HotSpot");
	}

	@ParameterizedTest
	@ValueSource(strings = { "-XX:SharedArchiveFile=C:\\a.jsa", "-XX:AOTCache=a.aot", "-XX:AOTCacheOutput=a.aot",
			"-XX:AOTMode=off", "-Xshare:off", "-XX:ArchiveClassesAtExit=a.jsa", "-XX:DumpLoadedClassList=a.lst",
			"-javaagent:apm.jar" })
	void whenOperatorHasDecidedThenOptionsNameNoArchive(String option) throws IOException {
		this.directory.begin(List.of("-Xmx64m", option), ArchiveMethod.AOT_CACHE);
		assertThat(this.directory.isSwitchedOn()).isFalse();
		assertThat(record().text()).isEqualTo("off: the service has the option " + option);
	}

	@ParameterizedTest
	@ValueSource(strings = { "CLASS_LIST", "AOT_CACHE" })
	void whenOptionsComeFromTheDirectoryThenTheyAreNotTheOperators(ArchiveMethod method) {
		Path file = this.directory.path().resolve("archive-1.x");
		for (List<String> mine : List.of(method.recording(file), method.using(file))) {
			List<String> all = new ArrayList<>(mine);
			all.add("-Xmx64m");
			assertThat(this.directory.others(all)).containsExactly("-Xmx64m");
			assertThat(this.directory.obstacle(all, method)).isEmpty();
		}
	}

	@Test
	void whenOptionNamesAFileElsewhereThenItIsTheOperators() {
		List<String> options = List.of("-XX:+IgnoreUnrecognizedVMOptions", "-XX:AOTCache=/elsewhere/a.aot");
		assertThat(this.directory.others(options)).isEqualTo(options);
		assertThat(this.directory.named(options, "-XX:AOTCache=")).isNull();
	}

	@Test
	void whenOptionNamesAFileOfTheDirectoryThenItIsFound() {
		Path file = this.directory.path().resolve("archive-1.aot");
		assertThat(this.directory.named(ArchiveMethod.AOT_CACHE.using(file), "-XX:AOTCache=")).isEqualTo(file);
	}

	@Test
	void whenPathHasTheSeparatorOfPathsThenThereIsNoArchive() {
		ArchiveDirectory odd = new ArchiveDirectory(Path.of("/a" + File.pathSeparator + "b"));
		assertThat(odd.obstacle(List.of(), ArchiveMethod.CLASS_LIST)).get().asString().contains("the end of a path");
	}

}
