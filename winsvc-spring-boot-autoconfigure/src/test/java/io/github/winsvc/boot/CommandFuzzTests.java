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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;

import com.jayway.jsonpath.JsonPath;
import io.github.winsvc.command.CommandRequest;
import io.github.winsvc.command.CommandRunner;
import io.github.winsvc.command.CommandSettings;
import io.github.winsvc.command.ExitStatus;
import io.github.winsvc.command.FakePasswordInput;
import io.github.winsvc.command.Machine;
import io.github.winsvc.command.Output;
import io.github.winsvc.command.Time;
import io.github.winsvc.command.UsageException;
import io.github.winsvc.command.Verb;
import io.github.winsvc.doctor.FakeSurroundings;
import io.github.winsvc.launch.NativeLibrary;
import io.github.winsvc.launch.RunningJvm;
import io.github.winsvc.launch.ServiceHome;
import io.github.winsvc.launch.ToolsExtractor;
import io.github.winsvc.scm.ProtectedDirectories;
import io.github.winsvc.scm.ServiceName;
import io.github.winsvc.test.scm.FakeElevation;
import io.github.winsvc.test.scm.FakeRegistry;
import io.github.winsvc.test.scm.FakeScm;
import io.github.winsvc.test.scm.ModelService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.BootstrapRegistry.InstanceSupplier;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for command lines and configurations that make no sense: whatever they say, an
 * operator is told something that he can read.
 */
@Tag("fuzz")
@ExtendWith(OutputCaptureExtension.class)
class CommandFuzzTests {

	private static final int COMMAND_LINES = 250;

	private static final int CONFIGURATIONS = 600;

	private static final Pattern INTERNAL = Pattern.compile("Exception|Throwable|\\bnull\\b(?!')|org\\.springframework"
			+ "|io\\.github\\.winsvc|\\b(java|javax|sun|jdk)\\.[a-z]+\\.[A-Z]|\\tat |[a-z]\\$[A-Z]|unexpectedly");

	private final List<String> words = new ArrayList<>();

	@TempDir
	private Path directory;

	private String classPath = "";

	@BeforeEach
	void runFromJar() throws Exception {
		for (String type : List.of("ServiceProperty", "CommandOption")) {
			Arrays.stream(Class.forName("io.github.winsvc.command." + type).getEnumConstants())
				.map(Object::toString)
				.forEach(this.words::add);
		}
		Manifest manifest = new Manifest();
		manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
		manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "orders.Main");
		Path jar = this.directory.resolve("orders.jar");
		try (OutputStream stream = Files.newOutputStream(jar)) {
			new JarOutputStream(stream, manifest).close();
		}
		this.classPath = System.setProperty("java.class.path", jar.toString());
	}

	@AfterEach
	void restoreClassPath() {
		System.setProperty("java.class.path", this.classPath);
	}

	@Test
	void whenCommandLineMakesNoSenseThenThatIsSaid(CapturedOutput output) {
		int begin = 0;
		for (int seed = 0; seed < COMMAND_LINES; seed++) {
			String[] arguments = commandLine(new NastyValues(seed));
			int code = run(arguments);
			String printed = output.getOut().substring(begin);
			begin += printed.length();
			assertThat(code).as("seed %d: %s", seed, List.of(arguments)).isBetween(0, 5);
			assertReadable(printed, "seed " + seed + ": " + List.of(arguments));
		}
		assertThat(output.getErr()).isEmpty();
	}

	@Test
	void whenConfigurationMakesNoSenseThenThatIsSaid() throws IOException {
		int installed = 0;
		for (int seed = 0; seed < CONFIGURATIONS; seed++) {
			NastyValues values = new NastyValues(seed);
			Map<String, Object> properties = new LinkedHashMap<>(Map.of("winsvc.name", "orders"));
			for (int i = values.number(3); i >= 0; i--) {
				properties.put("winsvc." + values.name(values.pick(this.words)), values.value());
			}
			installed += install(properties, "seed " + seed + ": " + properties) ? 1 : 0;
		}
		assertThat(installed).isGreaterThan(CONFIGURATIONS / 10);
	}

	@Test
	void whenAnyPropertyHasAnyValueThenItIsTakenOrRefused() {
		for (String word : this.words) {
			for (String value : NastyValues.NASTY) {
				Map<String, Object> properties = new LinkedHashMap<>(Map.of("winsvc.name", "orders"));
				properties.put("winsvc." + word, value);
				assertThat(export(properties).status()).as(properties.toString())
					.isIn(ExitStatus.DONE, ExitStatus.USAGE);
			}
		}
	}

	private String[] commandLine(NastyValues values) {
		List<String> arguments = new ArrayList<>();
		arguments
			.add("--winsvc." + values.pick(List.of(Verb.values())) + values.pick(List.of("", "", "", "=200", "=true")));
		arguments.add("--winsvc.name=" + ((values.number(4) == 0) ? values.value() : "orders"));
		for (int i = values.number(3); i > 0; i--) {
			arguments.add("--winsvc." + values.name(values.pick(this.words)) + "=" + values.value());
		}
		if (values.number(4) == 0) {
			arguments.add(values.pick(List.of("", "--", "--spring.main.web-application-type=", "--server.port=",
					"--spring.lifecycle.timeout-per-shutdown-phase=", "--management.server.port=",
					"--spring.application.name=", "--server.ssl.enabled=")) + values.value());
		}
		if (values.number(3) == 0) {
			arguments.add("--winsvc.output=json");
		}
		return arguments.toArray(String[]::new);
	}

	private int run(String... arguments) {
		EndedProcess process = new EndedProcess();
		try (FakeScm scm = new FakeScm()) {
			scm.setProgram(new ModelService());
			scm.register("orders");
			SpringApplication application = new SpringApplication(CommandFuzzTests.class);
			application.addBootstrapRegistryInitializer((registry) -> {
				registry.register(ProcessEnd.class, InstanceSupplier.of(process));
				registry.register(Machine.class, InstanceSupplier.of(machine(scm, new NoDirectories())));
			});
			process.end(application, arguments);
		}
		return process.code;
	}

	/**
	 * Install a service and, if that works, see whether it is registered as it was wanted
	 * and belongs to the application.
	 */
	private boolean install(Map<String, Object> properties, String description) throws IOException {
		try (FakeScm scm = new FakeScm()) {
			scm.setProgram(new ModelService());
			Machine machine = machine(scm, scm.directories());
			Ending install = run(machine, Verb.INSTALL, properties, description);
			run(machine, Verb.EXPORT, properties, description);
			boolean dry = install.printed().contains("Nothing was touched.");
			if (install.status() != ExitStatus.DONE || dry) {
				return false;
			}
			assertThat(run(machine, Verb.PLAN, properties, description).printed()).as(description)
				.contains("registered as it should be");
			assertThat(run(machine, Verb.STATUS, properties, description).printed()).as(description)
				.containsPattern("Installed by +winsvc")
				.doesNotContain("differs");
			assertThat(run(machine, Verb.UNINSTALL, properties, description).status()).as(description)
				.isEqualTo(ExitStatus.DONE);
			return true;
		}
	}

	private Ending run(Machine machine, Verb verb, Map<String, Object> properties, String description) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		Output output = Output.text(new PrintStream(bytes, true, StandardCharsets.UTF_8));
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("nasty", properties));
		ConfigurationPropertySources.attach(environment);
		ExitStatus status;
		try {
			CommandSettings settings = new CommandConfiguration(environment, new SpringApplication())
				.settings(CommandRequest.parse(new String[] { "--winsvc." + verb }));
			status = new CommandRunner(machine, output).run(verb, here(settings));
		}
		catch (UsageException ex) {
			status = CommandRunner.refuse(output, ex);
		}
		String printed = bytes.toString(StandardCharsets.UTF_8);
		assertReadable(printed, description + ": " + verb);
		return new Ending(status, printed);
	}

	/**
	 * Return the settings for a machine of which all directories are the test's own.
	 */
	private CommandSettings here(CommandSettings settings) {
		return new CommandSettings(settings.name(), settings.wanted(), settings.accountChosen(), settings.timeout(),
				settings.adopt(), settings.archive(),
				new RunningJvm(this.directory.resolve("java.exe"), List.of()).with(further(settings.jvm())),
				settings.arguments(), settings.configured(), settings.serverPort(), settings.healthUrl(),
				ServiceHome.of(settings.name(), this.directory.toString()), settings.security(), settings.log(),
				settings.manner());
	}

	private List<String> further(RunningJvm jvm) {
		return jvm.options().subList(RunningJvm.current().options().size(), jvm.options().size());
	}

	private Ending export(Map<String, Object> properties) {
		try (FakeScm scm = new FakeScm()) {
			return run(machine(scm, new NoDirectories()), Verb.EXPORT, properties, properties.toString());
		}
	}

	private Machine machine(FakeScm scm, ProtectedDirectories directories) {
		return new Machine(scm::openManager, directories, () -> NativeLibrary.forArchitecture("amd64"),
				new ToolsExtractor(), new ShortTime(), new FakeSurroundings(scm), new FakeRegistry(),
				new FakeElevation(scm), scm.accounts(), new FakePasswordInput(), scm.eventLog());
	}

	private void assertReadable(String printed, String description) {
		assertThat(printed).as(description).isNotBlank();
		assertThat(printed.lines()).as(description)
			.allSatisfy((line) -> assertThat(line).doesNotContainPattern(INTERNAL).doesNotContainPattern("\\p{Cntrl}"));
		if (printed.startsWith("{")) {
			assertThat(JsonPath.<Integer>read(printed, "$.exitCode")).as(description).isBetween(0, 5);
		}
	}

	/**
	 * How a command ended.
	 */
	private record Ending(ExitStatus status, String printed) {

	}

	/**
	 * A time in which nobody waits for long.
	 */
	private static final class ShortTime implements Time {

		@Override
		public Instant now() {
			return Instant.now();
		}

		@Override
		public void sleep(Duration duration) throws InterruptedException {
			Thread.sleep(1);
		}

	}

	/**
	 * Directories of this machine, which are none of the test's business.
	 */
	private static final class NoDirectories implements ProtectedDirectories {

		@Override
		public void createForAdministrators(Path directory) throws IOException {
			throw new AccessDeniedException(directory.toString());
		}

		@Override
		public void createForService(Path directory, ServiceName name) throws IOException {
			throw new AccessDeniedException(directory.toString());
		}

	}

}
