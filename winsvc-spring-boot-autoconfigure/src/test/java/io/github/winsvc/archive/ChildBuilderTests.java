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

package io.github.winsvc.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import io.github.winsvc.launch.ArchiveDirectory;
import io.github.winsvc.launch.ArchiveMethod;
import io.github.winsvc.launch.ServiceHome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ChildBuilder}, {@link VmFlags} and {@link ThisJvm}.
 */
class ChildBuilderTests {

	@TempDir
	private Path directory;

	private final CompletableFuture<ProcessHandle> child = new CompletableFuture<>();

	private static Path java() {
		Path bin = Path.of(System.getProperty("java.home"), "bin");
		return Files.exists(bin.resolve("java.exe")) ? bin.resolve("java.exe") : bin.resolve("java");
	}

	private ChildBuilder builder(List<String> options) {
		return builder("orders.jar", false, options);
	}

	private ChildBuilder builder(String jar, boolean nested, List<String> options) {
		return new ChildBuilder(java(), jar, nested, this.directory.resolve("build.log"), () -> options,
				(id) -> ProcessHandle.of(id).ifPresent(this.child::complete));
	}

	private void build(List<String> options) throws Exception {
		builder(options).build(ArchiveMethod.CLASS_LIST, this.directory.resolve("a.lst"),
				this.directory.resolve("a.jsa"));
	}

	@Test
	void whenListIsGivenThenCommandDumps() {
		assertThat(
				builder(List.of("-XX:+UseG1GC")).command(ArchiveMethod.CLASS_LIST, Path.of("a.lst"), Path.of("a.jsa")))
			.containsExactly(java().toString(), "-XX:+UseG1GC", "-XX:ActiveProcessorCount=1", "-Xmx512m",
					"-Xlog:disable", "-Xlog:all=error", "-Xshare:dump", "-XX:SharedClassListFile=a.lst",
					"-XX:SharedArchiveFile=a.jsa", "-jar", "orders.jar");
	}

	@ParameterizedTest
	@CsvSource(delimiterString = "->", textBlock = """
			orders.jar, false -> io.github.winsvc.archive.ClassLoading
			orders.jar, true  -> -Dloader.main=io.github.winsvc.archive.ClassLoading LAUNCHER
			orders.war, true  -> -Dloader.path=WEB-INF/classes,WEB-INF/lib,WEB-INF/lib-provided \
			-Dloader.main=io.github.winsvc.archive.ClassLoading LAUNCHER
			""")
	void whenClassesAreLoadedThenItIsFromTheClassPathOfTheService(String given, String expected) {
		String jar = given.split(", ")[0];
		ChildBuilder builder = builder(jar, given.endsWith("true"), List.of());
		List<String> command = builder.command(ArchiveMethod.LOADED_CLASSES, Path.of("a.lst"), Path.of("a.jsa"));
		String main = expected.replace("LAUNCHER", "org.springframework.boot.loader.launch.PropertiesLauncher");
		assertThat(String.join(" ", command)).endsWith(" -cp " + jar + " " + main + " a.lst");
		assertThat(command).contains("-XX:ArchiveClassesAtExit=a.jsa");
	}

	@Test
	void whenConfigurationIsGivenThenCommandCreates() {
		assertThat(builder(List.of()).command(ArchiveMethod.AOT_CACHE, Path.of("a.aotconf"), Path.of("a.aot")))
			.endsWith("-XX:AOTMode=create", "-XX:AOTConfiguration=a.aotconf", "-XX:AOTCache=a.aot", "-jar",
					"orders.jar");
	}

	@Test
	void whenProcessFailsThenItsLastLineIsTheReason() {
		assertThatExceptionOfType(BuildFailedException.class).isThrownBy(() -> build(List.of("-XX:NoSuchFlag=1")))
			.withMessageContaining("exit code 1: ");
		assertThat(this.directory.resolve("build.log")).isNotEmptyFile();
	}

	@Test
	void whenProcessMakesNoFileThenBuildHasFailed() throws IOException {
		List<String> options = program("");
		assertThatExceptionOfType(BuildFailedException.class).isThrownBy(() -> build(options))
			.withMessageContaining("exit code 0");
	}

	private List<String> program(String body) throws IOException {
		Path source = Files.writeString(this.directory.resolve("Program.java"),
				"class Program { public static void main(String[] a) throws Exception { " + body + " } }");
		return List.of("--source", "17", source.toString());
	}

	@Test
	void whenThreadIsInterruptedThenProcessEnds() throws Exception {
		List<String> options = program("Thread.sleep(60000);");
		AtomicReference<Throwable> failure = new AtomicReference<>();
		Thread thread = new Thread(() -> {
			try {
				build(options);
			}
			catch (Exception ex) {
				failure.set(ex);
			}
		});
		thread.start();
		ProcessHandle process = this.child.get(20, TimeUnit.SECONDS);
		assertThat(process.isAlive()).isTrue();
		thread.interrupt();
		thread.join(10_000);
		assertThat(failure.get()).isInstanceOf(InterruptedException.class);
		assertThat(process.isAlive()).isFalse();
	}

	@Test
	void whenProcessIsKilledThenBuildHasFailed() throws Exception {
		List<String> options = program("Thread.sleep(60000);");
		this.child.thenAccept(ProcessHandle::destroyForcibly);
		assertThatExceptionOfType(BuildFailedException.class).isThrownBy(() -> build(options))
			.withMessageContaining("has ended with exit code");
	}

	@Test
	void whenOptionsForBuildingAreAskedForThenObjectsLieAlike() {
		ThisJvm jvm = new ThisJvm(ArchiveDirectory.of(new ServiceHome(this.directory), "a"),
				this.directory.resolve("a.jar"), false);
		assertThat(jvm.optionsForBuilding()).anyMatch((option) -> option.matches("-XX:[+-]UseCompressedOops"))
			.anyMatch((option) -> option.matches("-XX:\\+Use\\w+GC"))
			.noneMatch((option) -> option.startsWith("-D") || option.startsWith("-agentlib"));
	}

	@Test
	void whenFilesOfTheLayoutChangeThenFingerprintDoes() throws Exception {
		Path jar = Files.writeString(this.directory.resolve("a.jar"), "a");
		ThisJvm jvm = new ThisJvm(ArchiveDirectory.of(new ServiceHome(this.directory), "a"), jar, false);
		String before = jvm.fingerprint();
		assertThat(jvm.fingerprint()).isEqualTo(before).matches("[0-9a-f]{24}");
		Files.writeString(jar, "ab");
		assertThat(jvm.fingerprint()).isNotEqualTo(before);
	}

	@Test
	void whenAnotherJarBesideOneInPlaceChangesThenFingerprintDoesNot() throws Exception {
		Path jar = Files.writeString(this.directory.resolve("a.jar"), "a");
		ThisJvm jvm = new ThisJvm(ArchiveDirectory.inPlace(new ServiceHome(this.directory)), jar, false);
		String before = jvm.fingerprint();
		Files.writeString(this.directory.resolve("b.jar"), "b");
		assertThat(jvm.fingerprint()).isEqualTo(before);
		Files.writeString(jar, "ab");
		assertThat(jvm.fingerprint()).isNotEqualTo(before);
	}

	@Test
	void whenOptionDecidesOnClassesThenArchiveDependsOnIt() {
		assertThat(VmFlags.decidesOnClasses("--add-opens=java.base/java.lang=ALL-UNNAMED")).isTrue();
		assertThat(VmFlags.decidesOnClasses("-Dloader.path=lib")).isTrue();
		assertThat(VmFlags.decidesOnClasses("-Xmx64m")).isFalse();
	}

}
