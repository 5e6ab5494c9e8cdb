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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import io.github.winsvc.command.FakePasswordInput;
import io.github.winsvc.command.Machine;
import io.github.winsvc.command.Time;
import io.github.winsvc.doctor.FakeSurroundings;
import io.github.winsvc.launch.NativeLibrary;
import io.github.winsvc.launch.ToolsExtractor;
import io.github.winsvc.scm.ServiceControl;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.test.scm.FakeElevation;
import io.github.winsvc.test.scm.FakeRegistry;
import io.github.winsvc.test.scm.FakeScm;
import io.github.winsvc.test.scm.FakeService;
import io.github.winsvc.test.scm.ModelService;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.BootstrapRegistry.InstanceSupplier;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

/**
 * Tests for a {@link SpringApplication} that runs a verb.
 */
@ExtendWith(OutputCaptureExtension.class)
class CommandRunTests {

	@AutoClose
	private final FakeScm scm = new FakeScm();

	private boolean windows = true;

	private int run(String... arguments) {
		EndedProcess process = new EndedProcess();
		SpringApplication application = new SpringApplication(NeverCreated.class);
		application.addBootstrapRegistryInitializer((registry) -> {
			registry.register(ProcessEnd.class, InstanceSupplier.of(process));
			if (this.windows) {
				registry.register(Machine.class,
						InstanceSupplier.of(new Machine(this.scm::openManager, this.scm.directories(),
								() -> NativeLibrary.forArchitecture("amd64"), new ToolsExtractor(), Time.SYSTEM,
								new FakeSurroundings(this.scm), new FakeRegistry(), new FakeElevation(this.scm),
								this.scm.accounts(), new FakePasswordInput(), this.scm.eventLog())));
			}
		});
		process.end(application, arguments);
		return process.code;
	}

	@Test
	void whenVerbIsGivenThenNothingElseIsPrinted(CapturedOutput output) {
		assertThat(run("--winsvc.status", "--winsvc.name=orders")).isEqualTo(4);
		assertThat(output.getErr()).isEmpty();
		assertThat(output.getOut().lines()).first()
			.asString()
			.startsWith("Error: The service 'orders' is not installed");
	}

	@Test
	void whenVerbIsGivenThenNoLogFileIsOpened(@TempDir Path directory) {
		Path log = directory.resolve("application.log");
		run("--winsvc.status", "--winsvc.name=orders", "--logging.file.name=" + log);
		assertThat(log).doesNotExist();
	}

	@Test
	void whenJsonIsWantedThenOneObjectIsPrinted(CapturedOutput output) {
		run("--winsvc.status", "--winsvc.name=orders", "--winsvc.output=json");
		assertThat(parse(output)).containsEntry("service", "orders").containsEntry("exitCode", 4L);
	}

	@Test
	void whenJsonIsConfiguredThenOneObjectIsPrinted(@TempDir Path directory, CapturedOutput output) throws IOException {
		Files.writeString(directory.resolve("application.yml"), "winsvc: {output: json, name: orders}");
		run("--winsvc.status", "--spring.config.location=" + directory + "/");
		assertThat(parse(output)).containsEntry("service", "orders");
	}

	@ParameterizedTest
	@CsvSource({ "--winsvc.name=orders,--spring.application.name=other,orders",
			"--spring.application.name=orders,--server.port=1,orders" })
	void whenServiceHasNoNameThenItHasThatOfTheApplication(String first, String second, String expected,
			CapturedOutput output) {
		run("--winsvc.status", first, second, "--winsvc.output=json");
		assertThat(parse(output)).containsEntry("service", expected);
	}

	@Test
	void whenThereIsNoNameAtAllThenThatIsRefused(CapturedOutput output) {
		assertThat(run("--winsvc.status")).isEqualTo(2);
		assertThat(output).contains("The service has no name").contains("--winsvc.name=<name>");
	}

	@Test
	void whenNameIsNoServiceNameThenThatIsRefused(CapturedOutput output) {
		assertThat(run("--winsvc.status", "--winsvc.name=a/b")).isEqualTo(2);
		assertThat(output).contains("'a/b' cannot be a service name");
	}

	@ParameterizedTest
	@ValueSource(strings = { "password: hunter2", "account-password: hunter2", "account: {password: hunter2}",
			"Service_Passwd: hunter2", "password-from: hunter2" })
	void whenConfigurationHasAPasswordThenItIsRefusedAndNotShown(String property, @TempDir Path directory,
			CapturedOutput output) throws IOException {
		Files.writeString(directory.resolve("application.yml"), "winsvc:\n  name: orders\n  " + property + "\n");
		assertThat(run("--winsvc.install", "--spring.config.location=" + directory + "/")).isEqualTo(2);
		assertThat(output).contains("onsider it known").doesNotContain("hunter2");
	}

	@Test
	void whenSystemPropertyIsAPasswordThenItIsRefused(CapturedOutput output) {
		System.setProperty("winsvc.password", "hunter2");
		try {
			assertThat(run("--winsvc.status", "--winsvc.name=orders")).isEqualTo(2);
		}
		finally {
			System.clearProperty("winsvc.password");
		}
		assertThat(output).contains("--winsvc.password-from=prompt").doesNotContain("hunter2");
	}

	@Test
	void whenVariableOfTheServiceIsCalledAPasswordThenThatIsSaidOfIt(CapturedOutput output) {
		assertThat(run("--winsvc.install", "--winsvc.name=orders", "--winsvc.environment.DB_PASSWORD=hunter2"))
			.isEqualTo(2);
		assertThat(output).contains("winsvc.environment.").contains("looks like a secret").doesNotContain("hunter2");
	}

	@Test
	void whenVerbIsMisspeltThenTheNearestIsNamed(CapturedOutput output) {
		assertThat(run("--winsvc.instal")).isEqualTo(2);
		assertThat(output).contains("Did you mean 'install'?");
	}

	@Test
	void whenValueIsNotValidThenPropertyAndValueAreNamed(CapturedOutput output) {
		assertThat(run("--winsvc.start", "--winsvc.name=orders", "--winsvc.timeout=soon")).isEqualTo(2);
		assertThat(output).contains("'soon' cannot be the value of winsvc.timeout");
	}

	@Test
	void whenConfigurationCannotBeReadThenThatIsSaidInALine(@TempDir Path directory, CapturedOutput output)
			throws IOException {
		Files.writeString(directory.resolve("application.yml"), "winsvc: [");
		assertThat(run("--winsvc.status", "--spring.config.location=" + directory + "/")).isEqualTo(2);
		// A real process would have ended before Spring Boot says more
		assertThat(output.getOut().lines()).startsWith(output.getOut().lines().findFirst().orElseThrow(),
				"  All verbs: --winsvc.help, all options: --winsvc.help=options");
		assertThat(output.getOut()).startsWith("Error: The configuration of the application cannot be read: ");
	}

	@Test
	void whenPropertyLooksLikeVerbThenItIsNone(@TempDir Path directory) throws IOException {
		Files.writeString(directory.resolve("application.properties"), "winsvc.uninstall=true");
		assertThat(ProcessRole.of(new String[] { "--spring.config.location=" + directory + "/" }))
			.isEqualTo(ProcessRole.PLAIN);
	}

	@Test
	void whenVerbIsHelpThenItWorksAnywhere(CapturedOutput output) {
		this.windows = false;
		assertThat(run("--winsvc.help")).isZero();
		assertThat(output).contains("--winsvc.install");
	}

	@Test
	void whenVerbIsExplainedThenThatWorksAnywhere(CapturedOutput output) {
		this.windows = false;
		assertThat(run("--winsvc.help=install")).isZero();
		assertThat(output).contains("--winsvc.start-type=<");
	}

	@Test
	void whenThereIsNoHelpOnAWordThenTheNearestIsNamed(CapturedOutput output) {
		this.windows = false;
		assertThat(run("--winsvc.help=instal")).isEqualTo(2);
		assertThat(output).contains("Did you mean --winsvc.help=install?");
	}

	@Test
	void whenVerbIsCompletionThenItWorksAnywhere(CapturedOutput output) {
		this.windows = false;
		assertThat(run("--winsvc.completion", "--winsvc.output=json")).isZero();
		assertThat(parse(output)).extractingByKey("script").asInstanceOf(LIST).isNotEmpty();
	}

	@Test
	void whenThereIsNoWindowsThenThatIsSaid(CapturedOutput output) {
		this.windows = false;
		assertThat(run("--winsvc.install")).isEqualTo(2);
		assertThat(output).contains("only Windows has services");
	}

	@Test
	void whenVerbTakesAValueThenItIsHandedOn(@TempDir Path directory, CapturedOutput output) throws IOException {
		Path file = directory.resolve("shop.xml");
		Files.writeString(file, "<service><id>shop</id></service>");
		assertThat(run("--winsvc.import=" + file, "--winsvc.name=orders")).isZero();
		assertThat(output.getOut()).contains("winsvc:").contains("  name: shop");
	}

	@Test
	void whenClassesAreNotInAJarThenInstallIsRefused(CapturedOutput output) {
		assertThat(run("--winsvc.install", "--winsvc.name=orders")).isEqualTo(2);
		assertThat(output).contains("java -jar <application>.jar --winsvc.install");
	}

	@Test
	void whenStopIsGivenThenPropertiesBelowItsNameStillCount() {
		FakeService service = this.scm.register("orders");
		this.scm.setProgram(new ModelService());
		service.start();
		service.awaitState(ServiceState.RUNNING);
		assertThat(run("--winsvc.stop", "--winsvc.name=orders", "--winsvc.adopt")).isZero();
		assertThat(service.state()).isEqualTo(ServiceState.STOPPED);
	}

	@Test
	void whenControlIsGivenThenItsCodeIsSent(CapturedOutput output) {
		FakeService service = this.scm.register("orders");
		this.scm.setProgram(new ModelService());
		service.start();
		service.awaitState(ServiceState.RUNNING);
		assertThat(run("--winsvc.control=201", "--winsvc.name=orders", "--winsvc.adopt")).isEqualTo(1);
		assertThat(output).contains("the control 201").contains("120 ERROR_CALL_NOT_IMPLEMENTED");
		assertThat(service.answers()).containsKey(new ServiceControl.Custom(201));
	}

	@Test
	void whenPauseIsNotWaitedForThenItIsOnlyAsked(CapturedOutput output) {
		FakeService service = this.scm.register("orders");
		this.scm.setProgram(new ModelService());
		service.start();
		service.awaitState(ServiceState.RUNNING);
		assertThat(run("--winsvc.pause", "--winsvc.name=orders", "--winsvc.adopt", "--winsvc.wait=false")).isZero();
		assertThat(output).contains("was asked to pause");
		service.awaitState(ServiceState.PAUSED);
		assertThat(run("--winsvc.continue", "--winsvc.name=orders", "--winsvc.adopt")).isZero();
		assertThat(service.state()).isEqualTo(ServiceState.RUNNING);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					--winsvc.start-type=boot | 'boot' cannot be the value of winsvc.start-type: it can be auto, delayed-auto, manual, trigger, disabled
					--winsvc.service-sid-type=yes | 'yes' cannot be the value of winsvc.service-sid-type: it can be none, unrestricted, restricted
					--winsvc.priority=realtime | 'realtime' cannot be the value of winsvc.priority: it can be idle, below-normal, normal, above-normal, high
					--winsvc.controls.accept=all | 'all' cannot be the value of winsvc.controls.accept
					""")
	void whenValueIsNoneOfAFewThenTheyAreNamed(String argument, String message, CapturedOutput output) {
		assertThat(run("--winsvc.install", "--winsvc.name=orders", argument)).isEqualTo(2);
		assertThat(output).contains(message).doesNotContain("io.github.winsvc");
	}

	@Test
	void whenSeveralValuesCannotBeReadThenEachIsToldOnce(CapturedOutput output) {
		assertThat(run("--winsvc.install", "--winsvc.name=orders", "--winsvc.timeout=soon", "--winsvc.start-type=boot",
				"--winsvc.recovery.delays[0]=1s", "--winsvc.recovery.delays[1]=late", "--winsvc.triggers[0].on=noon"))
			.isEqualTo(2);
		assertThat(output.getOut().lines().limit(6)).satisfiesExactlyInAnyOrder(
				(line) -> assertThat(line).isEqualTo("Error: 4 things are wrong with the configuration:"),
				(line) -> assertThat(line).startsWith("  'soon' cannot be the value of winsvc.timeout: "),
				(line) -> assertThat(line).startsWith("  'boot' cannot be the value of winsvc.start-type: "),
				(line) -> assertThat(line).startsWith("  'late' cannot be the value of winsvc.recovery.delays[1]: "),
				(line) -> assertThat(line).startsWith("  'noon' cannot be the value of winsvc.triggers[0].on: "),
				(line) -> assertThat(line).startsWith("  All verbs: "));
	}

	@Test
	void whenSeveralValuesAreNotValidThenEachIsToldOnce(CapturedOutput output) {
		assertThat(run("--winsvc.install", "--winsvc.name=orders", "--winsvc.output=json", "--winsvc.timeout=-1s",
				"--winsvc.required-privileges=nope,SeBackupPrivilege,nada", "--winsvc.recovery.delays=-1s,50d",
				"--winsvc.recovery.reset-period=1ms", "--winsvc.account=joe", "--winsvc.dependencies=orders",
				"--winsvc.triggers[0].on=device", "--winsvc.triggers[1].on=domain-join", "--winsvc.triggers[1].data=x",
				"--winsvc.security-descriptor=D:(A;;GA;;;SY)"))
			.isEqualTo(2);
		Map<String, Object> result = parse(output);
		assertThat(result.get("problems")).asInstanceOf(InstanceOfAssertFactories.list(String.class))
			.hasSize(11)
			.allMatch((problem) -> problem.contains("winsvc."))
			.doesNotHaveDuplicates();
		assertThat(result.get("error")).asString().contains("11 things are wrong with the configuration:");
		assertThat(this.scm.conversation().toString()).doesNotContain("CreateService");
	}

	@Test
	void whenOneValueIsNotValidThenItIsTheMessage(CapturedOutput output) {
		assertThat(run("--winsvc.install", "--winsvc.name=orders", "--winsvc.output=json", "--winsvc.timeout=-1s"))
			.isEqualTo(2);
		assertThat(parse(output)).doesNotContainKey("problems")
			.extractingByKey("error")
			.asString()
			.contains("'-1s' cannot be the value of winsvc.timeout: it can be 0s to 49d.");
	}

	@Test
	void whenServiceCouldNotStartWithAValueThenItIsNotInstalled(CapturedOutput output) {
		assertThat(run("--winsvc.install", "--winsvc.name=orders", "--winsvc.liveness.heap-after-gc=500",
				"--winsvc.health.timeout=0s", "--winsvc.account=joe"))
			.isEqualTo(2);
		assertThat(output).contains("3 things are wrong with the configuration:",
				"  '500' cannot be the value of winsvc.liveness.heap-after-gc: it can be 0 to 100.",
				"  '0s' cannot be the value of winsvc.health.timeout: it can be 1ms to 49d.",
				"  'joe' cannot be the value of winsvc.account: a user of this machine");
		assertThat(this.scm.conversation().toString()).doesNotContain("CreateService");
	}

	@Test
	void whenPhasesOfAShutdownAreTooLongThenThatIsSaidOnce(CapturedOutput output) {
		assertThat(run("--winsvc.install", "--winsvc.name=orders", "--spring.lifecycle.timeout-per-shutdown-phase=13d"))
			.isEqualTo(2);
		assertThat(output).contains("A stop cannot take four times spring.lifecycle.timeout-per-shutdown-phase");
	}

	@Test
	void whenStopIsTooLongThenItsPropertyAloneIsNamed(CapturedOutput output) {
		assertThat(run("--winsvc.install", "--winsvc.name=orders", "--winsvc.stop.timeout=50d")).isEqualTo(2);
		assertThat(output.getOut())
			.startsWith("Error: '50d' cannot be the value of winsvc.stop.timeout: it can be 0s to 49d.")
			.doesNotContain("shutdown-phase");
	}

	@Test
	void whenHomeIsNoWholePathThenThatIsRefused(CapturedOutput output) {
		assertThat(run("--winsvc.install", "--winsvc.name=orders", "--winsvc.home=orders")).isEqualTo(2);
		assertThat(output).contains("'orders' cannot be the value of winsvc.home: it has to be a whole path");
	}

	@Test
	void whenFormatIsNoLanguageThenThatIsRefused(CapturedOutput output) {
		assertThat(run("--winsvc.export", "--winsvc.name=orders", "--winsvc.format=cobol")).isEqualTo(2);
		assertThat(output).contains("'cobol' cannot be the value of winsvc.format");
	}

	@Test
	void whenAnotherMachineIsNamedThenThatIsRefused(CapturedOutput output) {
		assertThat(run("--winsvc.status", "--winsvc.remote=pc7")).isEqualTo(2);
		assertThat(output).contains("Verbs act on this machine alone");
	}

	@Test
	void whenServiceIsForeignThenItIsLeftAlone(CapturedOutput output) {
		FakeService service = this.scm.register("orders");
		this.scm.setProgram(new ModelService());
		service.start();
		service.awaitState(ServiceState.RUNNING);
		assertThat(run("--winsvc.stop", "--winsvc.name=orders")).isEqualTo(1);
		assertThat(output).contains("--winsvc.adopt");
		assertThat(service.state()).isEqualTo(ServiceState.RUNNING);
	}

	private Map<String, Object> parse(CapturedOutput output) {
		assertThat(output.getOut().strip().lines()).hasSize(1);
		return JsonParserFactory.getJsonParser().parseMap(output.getOut());
	}

	@Configuration(proxyBeanMethods = false)
	static class NeverCreated {

		@Bean
		String bean() {
			throw new AssertionError("A bean was created");
		}

	}

}
