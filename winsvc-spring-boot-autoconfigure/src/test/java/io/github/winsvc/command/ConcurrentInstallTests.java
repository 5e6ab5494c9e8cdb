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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.github.winsvc.doctor.FakeSurroundings;
import io.github.winsvc.access.SecurityPolicy;
import io.github.winsvc.launch.ApplicationArchive;
import io.github.winsvc.launch.ConfiguredLaunch;
import io.github.winsvc.launch.LayoutKind;
import io.github.winsvc.launch.NativeLibrary;
import io.github.winsvc.launch.RunningJvm;
import io.github.winsvc.launch.ServiceHome;
import io.github.winsvc.launch.ToolsExtractor;
import io.github.winsvc.logs.ServiceLog;
import io.github.winsvc.scm.ProtectedDirectories;
import io.github.winsvc.scm.ServiceManager;
import io.github.winsvc.scm.ServiceName;
import io.github.winsvc.scm.ServiceSetting.ImagePath;
import io.github.winsvc.scm.ServiceSettings;
import io.github.winsvc.test.scm.FakeElevation;
import io.github.winsvc.test.scm.FakeRegistry;
import io.github.winsvc.test.scm.FakeScm;
import io.github.winsvc.test.scm.ModelService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for two operators who install the same service at the same time.
 */
class ConcurrentInstallTests {

	private static final ServiceName NAME = new ServiceName("orders");

	private final ExecutorService operators = Executors.newFixedThreadPool(2);

	@TempDir
	private Path directory;

	@AfterEach
	void sendHome() {
		this.operators.shutdownNow();
	}

	@ParameterizedTest
	@CsvSource({ ",FIRST,SECOND", ",FIRST,FIRST", "FIRST,FIRST,SECOND", "SECOND,FIRST,FIRST" })
	void whenCallsInterleaveThenTheServiceIsThatOfOneOfThem(@Nullable SampleSettings before, SampleSettings left,
			SampleSettings right) throws Exception {
		for (long seed = 0; seed < 100; seed++) {
			Turns turns = new Turns(seed, 2);
			install("seed " + seed, before, List.of(new Operator(left, turns, 0), new Operator(right, turns, 1)));
		}
	}

	@ParameterizedTest
	@CsvSource({ ",FIRST,SECOND", ",FIRST,FIRST", "FIRST,FIRST,SECOND" })
	void whenBothRunFreelyThenTheServiceIsThatOfOneOfThem(@Nullable SampleSettings before, SampleSettings left,
			SampleSettings right) throws Exception {
		for (int round = 0; round < 50; round++) {
			install("round " + round, before, List.of(new Operator(left, null, 0), new Operator(right, null, 1)));
		}
	}

	private void install(String description, @Nullable SampleSettings before, List<Operator> both) throws Exception {
		Path root = Files.createTempDirectory(this.directory, "machine");
		try (FakeScm scm = new FakeScm()) {
			scm.setProgram(new ModelService());
			if (before != null) {
				assertThat(new Operator(before, null, 2).install(scm, root).status()).isEqualTo(ExitStatus.DONE);
			}
			CyclicBarrier barrier = new CyclicBarrier(both.size());
			List<Callable<Ending>> installs = new ArrayList<>();
			both.forEach((operator) -> installs.add(() -> {
				barrier.await();
				return operator.install(scm, root);
			}));
			List<Ending> endings = new ArrayList<>();
			for (Future<Ending> ending : this.operators.invokeAll(installs, 30, TimeUnit.SECONDS)) {
				endings.add(ending.get());
			}
			assertThat(endings).as(description).allSatisfy(Ending::verify);
			assertThat(endings).as(description).extracting(Ending::status).contains(ExitStatus.DONE);
			assertThat(registered(scm)).as("%s: %s", description, endings)
				.isIn(both.get(0).registered(), both.get(1).registered());
		}
	}

	private List<Object> registered(FakeScm scm) {
		try (ServiceManager manager = scm.openManager()) {
			ServiceSettings settings = manager.find(NAME).orElseThrow().settings();
			return registered(settings, settings.get(ImagePath.class).value().replaceFirst(".* ", ""));
		}
	}

	private static List<Object> registered(ServiceSettings settings, String argument) {
		List<Object> all = new ArrayList<>();
		for (SampleSettings sample : SampleSettings.values()) {
			sample.settings().forEach((setting) -> all.add(settings.get(setting.getClass())));
		}
		all.add(argument);
		return all;
	}

	/**
	 * Runs install.
	 *
	 * @param turns decides which of the operators is next, {@code null} for nobody
	 */
	private record Operator(SampleSettings sample, @Nullable Turns turns, int number) {

		String argument() {
			return "--shop=" + this.sample;
		}

		List<Object> registered() {
			return ConcurrentInstallTests.registered(this.sample.settings(), argument());
		}

		Ending install(FakeScm scm, Path root) throws IOException {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			Machine machine = new Machine(() -> at(ServiceManager.class, scm.openManager()),
					at(ProtectedDirectories.class, scm.directories()), () -> NativeLibrary.forArchitecture("amd64"),
					new ToolsExtractor(), new ShortTime(this.turns, this.number), new FakeSurroundings(scm),
					new FakeRegistry(), new FakeElevation(scm), scm.accounts(), new FakePasswordInput(),
					scm.eventLog());
			ServiceHome home = ServiceHome.of(NAME, root.toString());
			CommandSettings settings = new CommandSettings(NAME, this.sample.settings(), true, Duration.ofSeconds(20),
					false, new ApplicationArchive(root.resolve("orders.jar")),
					new RunningJvm(root.resolve("java.exe"), List.of()), List.of(argument()),
					new ConfiguredLaunch(List.of(), List.of(), LayoutKind.IN_PLACE, true), null, null, home,
					SecurityPolicy.DEFAULT, ServiceLog.of((property) -> null, "orders.log", null),
					new Manner(true, true, false, false, ScriptFormat.SC, null, false, false, null));
			try {
				ExitStatus status = new CommandRunner(machine,
						Output.text(new PrintStream(bytes, true, StandardCharsets.UTF_8)))
					.run(Verb.INSTALL, settings);
				return new Ending(status, bytes.toString(StandardCharsets.UTF_8));
			}
			finally {
				if (this.turns != null) {
					this.turns.end();
				}
			}
		}

		private <T> T at(Class<T> type, T target) {
			return (this.turns != null) ? this.turns.at(this.number, type, target) : target;
		}

	}

	/**
	 * How an install ended.
	 */
	private record Ending(ExitStatus status, String printed) {

		void verify() {
			assertThat(this.printed).isNotBlank().doesNotContain("Exception").doesNotContain("unexpected");
			assertThat(this.status).as(this.printed).isIn(ExitStatus.DONE, ExitStatus.FAILED);
			if (this.status == ExitStatus.DONE) {
				assertThat(this.printed).contains("service 'orders' is installed");
			}
			else {
				assertThat(this.printed).contains("Error: ");
			}
		}

	}

	/**
	 * A time that takes turns or, if nobody does, runs faster.
	 */
	private record ShortTime(@Nullable Turns turns, int number) implements Time {

		@Override
		public Instant now() {
			return Instant.now();
		}

		@Override
		public void sleep(Duration duration) throws InterruptedException {
			Thread.sleep(1 + ((this.turns != null) ? 0 : duration.toMillis() / 50));
			for (long i = 0; this.turns != null && i < duration.toMillis(); i += 10) {
				this.turns.next(this.number);
			}
		}

	}

}
