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
package io.github.winsvc.boot;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import io.github.winsvc.command.FakePasswordInput;
import io.github.winsvc.command.Machine;
import io.github.winsvc.command.Time;
import io.github.winsvc.doctor.FakeSurroundings;
import io.github.winsvc.launch.CommandLine;
import io.github.winsvc.launch.NativeLibrary;
import io.github.winsvc.launch.ToolsExtractor;
import io.github.winsvc.scm.ElevatedProgram;
import io.github.winsvc.scm.OutputPipe;
import io.github.winsvc.test.scm.FakeElevation;
import io.github.winsvc.test.scm.FakeRegistry;
import io.github.winsvc.test.scm.FakeScm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.BootstrapRegistry.InstanceSupplier;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for a {@link SpringApplication} whose verb is done by another one, which is
 * elevated.
 */
@ExtendWith(OutputCaptureExtension.class)
class ElevatedCommandRunTests {

	@AutoClose
	private final FakeScm scm = new FakeScm();

	private final FakeElevation elevation = new FakeElevation(this.scm);

	@TempDir
	private Path directory;

	private String classPath = "";

	@BeforeEach
	void runFromJar() throws IOException {
		Manifest manifest = new Manifest();
		manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
		manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "orders.Main");
		Path jar = this.directory.resolve("orders.jar");
		try (OutputStream stream = Files.newOutputStream(jar)) {
			new JarOutputStream(stream, manifest).close();
		}
		this.classPath = System.setProperty("java.class.path", jar.toString());
		this.scm.setElevated(false);
		this.elevation.setMain((program, output) -> runAgain(program, true));
	}

	@AfterEach
	void restoreProperties() {
		System.setProperty("java.class.path", this.classPath);
		System.clearProperty(OutputPipe.PROPERTY);
	}

	private int run(String... arguments) {
		EndedProcess process = new EndedProcess();
		SpringApplication application = new SpringApplication(ElevatedCommandRunTests.class);
		application.addBootstrapRegistryInitializer((registry) -> {
			registry.register(ProcessEnd.class, InstanceSupplier.of(process));
			registry.register(Machine.class,
					InstanceSupplier.of(new Machine(this.scm::openManager, this.scm.directories(),
							() -> NativeLibrary.forArchitecture("amd64"), new ToolsExtractor(), Time.SYSTEM,
							new FakeSurroundings(this.scm), new FakeRegistry(), this.elevation, this.scm.accounts(),
							new FakePasswordInput(), this.scm.eventLog())));
		});
		process.end(application, arguments);
		return process.code;
	}

	private int runAgain(ElevatedProgram program, boolean elevated) {
		this.scm.setElevated(elevated);
		List<String> parts = CommandLine.split("java.exe " + program.parameters());
		System.setProperty(OutputPipe.PROPERTY, OutputPipe.random().name());
		return run(parts.subList(parts.indexOf("-jar") + 2, parts.size()).toArray(String[]::new));
	}

	@Test
	void whenElevationIsWantedThenTheOtherProcessDoesTheVerb(CapturedOutput output) {
		assertThat(run("--winsvc.start", "--winsvc.name=orders", "--winsvc.elevate")).isEqualTo(4);
		assertThat(output.getOut().lines()).startsWith("Asking Windows for elevation. Please answer its question.",
				"Error: The service 'orders' is not installed.");
		assertThat(output.getOut()).containsOnlyOnce("Error: ").doesNotContain("unexpectedly");
	}

	@Test
	void whenJsonIsWantedThenItIsThatOfTheOtherProcess(CapturedOutput output) {
		assertThat(run("--winsvc.start", "--winsvc.name=orders", "--winsvc.elevate", "--winsvc.output=json"))
			.isEqualTo(4);
		assertThat(JsonParserFactory.getJsonParser().parseMap(output.getOut())).containsEntry("exitCode", 4L);
	}

	@Test
	void whenTheCommandLineIsWrongThenNobodyIsAsked() {
		assertThat(run("--winsvc.start", "--winsvc.name=orders", "--winsvc.elevate", "--winsvc.timeout=soon"))
			.isEqualTo(2);
		assertThat(this.elevation.started()).isEmpty();
	}

	@Test
	void whenElevationIsConfiguredThenOnlyForVerbsThatMayNeedIt() throws IOException {
		Files.writeString(this.directory.resolve("winsvc.yml"), "winsvc: {elevate: true, name: orders}");
		assertThat(run("--winsvc.status")).isEqualTo(4);
		assertThat(this.elevation.started()).isEmpty();
		assertThat(run("--winsvc.stop")).isEqualTo(4);
		assertThat(this.elevation.started()).isPresent();
	}

	@Test
	void whenTheOtherProcessIsNotElevatedThenItAsksNobody() throws IOException {
		Files.writeString(this.directory.resolve("winsvc.yml"), "winsvc: {elevate: true, name: orders}");
		this.elevation.setMain((program, output) -> runAgain(program, false));
		assertThat(run("--winsvc.install")).isEqualTo(5);
	}

	@Test
	void whenElevationIsAPropertyThenItsFormDoesNotMatter() {
		assertThat(run("--winsvc.stop", "--winsvc.name=orders", "--winsvc.elevate=true")).isEqualTo(4);
		assertThat(this.elevation.started().orElseThrow().parameters()).doesNotContain("elevate");
	}

	@Test
	void whenElevationIsSwitchedOffThenNobodyIsAsked() {
		run("--winsvc.install", "--winsvc.name=orders", "--winsvc.elevate=false");
		assertThat(this.elevation.started()).isEmpty();
	}

	@Test
	void whenThePipeHasAnyOtherNameThenNothingIsDone(CapturedOutput output) {
		System.setProperty(OutputPipe.PROPERTY, "C:\\Windows\\win.ini");
		assertThat(run("--winsvc.stop", "--winsvc.name=orders")).isEqualTo(2);
		assertThat(output).contains("'C:\\Windows\\win.ini' is no pipe for the output of an elevated process");
	}

	@Test
	void whenNobodyHearsTheProcessThenNothingIsDone(CapturedOutput output) {
		System.setProperty(OutputPipe.PROPERTY, OutputPipe.random().name());
		assertThat(run("--winsvc.stop", "--winsvc.name=orders")).isEqualTo(2);
		assertThat(output).contains("This one is not heard: CreateFile failed: 2 ERROR_FILE_NOT_FOUND");
	}

}
