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

package io.github.winsvc.reload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.github.winsvc.launch.PastReload;
import io.github.winsvc.launch.PastReload.Outcome;
import io.github.winsvc.launch.ReloadRecord;
import io.github.winsvc.launch.RunRecord;
import io.github.winsvc.launch.ServiceHome;
import io.github.winsvc.metrics.ReloadMetrics;
import io.github.winsvc.scm.EndedRun;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ReloadHistory}, what it leaves in the home and its metrics.
 */
@ExtendWith(OutputCaptureExtension.class)
class ReloadHistoryTests {

	private static final Instant TIME = Instant.parse("2026-05-04T03:02:01Z");

	@TempDir
	private Path directory;

	private ServiceHome home;

	@AutoClose
	private ReloadedApplication application;

	@BeforeEach
	void open() throws IOException {
		this.home = new ServiceHome(this.directory.resolve("home"));
		Files.createDirectories(this.home.logs());
		new RunRecord(new EndedRun(TIME, null, null, null), null, 1, List.of(), null).write(this.home.lastRun());
		this.application = new ReloadedApplication(Files.createDirectory(this.directory.resolve("config")),
				Orders.class);
	}

	private ReloadHistory begin() {
		return ReloadHistory.begin(new ReloadRecorder(this.home));
	}

	private ReloadRecord record() throws IOException {
		return ReloadRecord.read(this.home.lastReload()).orElseThrow();
	}

	private static ReloadResult applied(String key) {
		return new ReloadResult.Applied("file", Set.of(key), Set.of(), Duration.ofMillis(100));
	}

	@Test
	void whenHistoryBeginsThenOperatorsKnowThatThisRunTells() throws IOException {
		begin();
		assertThat(record()).isEqualTo(new ReloadRecord(ProcessHandle.current().pid(), TIME, null, null, List.of()));
	}

	@Test
	void whenReloadsAreOverThenTheLatestAndTheLatestChangeAreLeft() throws IOException {
		ReloadHistory history = begin();
		history.add(TIME, applied("a"), Set.of("server.port"));
		history.add(TIME.plusSeconds(1),
				new ReloadResult.Rejected("refresh", Set.of("b"), List.of("b is 5"), Duration.ofMillis(50)),
				Set.of("server.port"));
		assertThat(record().latest()).isEqualTo(new PastReload(TIME.plusSeconds(1), "refresh", Outcome.REJECTED,
				List.of("b"), List.of(), List.of("b is 5"), Duration.ofMillis(50)));
		assertThat(record().applied()).isEqualTo(history.latest().get(1));
		assertThat(record().keysForRestart()).containsExactly("server.port");
	}

	@Test
	void whenThereWereManyReloadsThenTheLatestAreRemembered() {
		ReloadHistory history = begin();
		for (int i = 0; i < 25; i++) {
			history.add(TIME.plusSeconds(i), new ReloadResult.Unchanged("file", Duration.ofMillis(1)), Set.of());
		}
		assertThat(history.latest()).hasSize(ReloadHistory.SIZE)
			.first()
			.extracting(PastReload::begun)
			.isEqualTo(TIME.plusSeconds(24));
		assertThat(history.count(Outcome.UNCHANGED)).isEqualTo(25);
		assertThat(history.duration(Outcome.UNCHANGED)).isEqualTo(Duration.ofMillis(25));
	}

	@Test
	void whenRecordCannotBeWrittenThenThatIsLoggedAndNothingMore(CapturedOutput output) throws IOException {
		ReloadHistory history = begin();
		Files.delete(this.home.lastReload());
		Files.createDirectories(this.home.lastReload().resolve("in the way"));
		history.add(TIME, applied("a"), Set.of());
		assertThat(history.count(Outcome.APPLIED)).isEqualTo(1);
		assertThat(output).contains("Cannot write").contains("last-reload.properties");
	}

	@Test
	void whenServiceHasNoHomeThenReloadsAreRememberedAllTheSame() {
		ReloadHistory history = ReloadHistory.begin(new ReloadRecorder(null));
		history.add(TIME, applied("a"), Set.of());
		assertThat(history.latest()).hasSize(1);
		assertThat(this.home.lastReload()).doesNotExist();
	}

	@Test
	void whenReloadsAreOverThenTheyAreMetrics() {
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		ReloadHistory history = begin();
		new ReloadMetrics(history).bindTo(registry);
		assertThat(timer(registry, "rejected").count()).isZero();
		history.add(TIME, applied("a"), Set.of("a", "b"));
		history.add(TIME, applied("b"), Set.of("a", "b"));
		history.add(TIME, new ReloadResult.Rejected("file", Set.of(), List.of("no"), Duration.ofMillis(7)),
				Set.of("a", "b"));
		assertThat(timer(registry, "applied").count()).isEqualTo(2);
		assertThat(timer(registry, "applied").totalTime(TimeUnit.MILLISECONDS)).isEqualTo(200);
		assertThat(timer(registry, "rejected").count()).isEqualTo(1);
		assertThat(timer(registry, "unchanged").count()).isZero();
		assertThat(registry.get("winsvc.reload.restart.pending").gauge().value()).isEqualTo(2);
		assertThat(registry.getMeters()).allSatisfy((meter) -> assertThat(meter.getId().getDescription()).isNotBlank());
	}

	private static FunctionTimer timer(SimpleMeterRegistry registry, String outcome) {
		return registry.get("winsvc.reload").tag("outcome", outcome).functionTimer();
	}

	@Test
	void whenApplicationIsReloadedThenItsHistoryTellsAndNoSecretIsInIt() {
		this.application.write("orders.threads: 5", "orders.password: hush").start();
		ReloadHistory history = this.application.bean(ReloadHistory.class);
		Instant before = Instant.now();
		this.application.write("orders.threads: 6", "orders.password: whisper").apply();
		this.application.reload();
		this.application.write("orders.threads: 600", "orders.password: ''").reject();
		assertThat(history.latest()).extracting(PastReload::outcome)
			.containsExactly(Outcome.REJECTED, Outcome.UNCHANGED, Outcome.APPLIED);
		assertThat(history.latest().get(2).begun()).isBetween(before, Instant.now());
		assertThat(history.latest().get(2).keys()).containsExactly("orders.password", "orders.threads");
		assertThat(history.latest().get(0).reasons()).singleElement().asString().startsWith("orders.threads is 600");
		assertThat(history.latest().toString()).doesNotContain("hush", "whisper");
	}

	@Test
	void whenValuesAreThoseOfTheStartAgainThenNoRestartIsNeeded() {
		this.application.write("server.port: 1", "orders.threads: 5").start();
		ReloadHistory history = this.application.bean(ReloadHistory.class);
		this.application.write("server.port: 2", "management.server.port: 5", "orders.threads: 5");
		assertThat(this.application.apply().keysForRestart()).containsExactly("management.server.port", "server.port");
		this.application.write("server.port: 2", "management.server.port: 5", "orders.threads: 6").apply();
		assertThat(history.keysForRestart()).containsExactly("management.server.port", "server.port");
		this.application.write("server.port: 2", "management.server.port: 6", "orders.threads: 600").reject();
		assertThat(history.keysForRestart()).containsExactly("management.server.port", "server.port");
		this.application.write("server.port: ${orders.threads}", "orders.threads: 1");
		assertThat(this.application.apply().keysForRestart()).isEmpty();
		assertThat(history.keysForRestart()).isEmpty();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(OrderProperties.class)
	static class Orders {

	}

}
