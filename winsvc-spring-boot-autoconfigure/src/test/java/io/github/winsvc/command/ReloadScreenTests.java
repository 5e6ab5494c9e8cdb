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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import io.github.winsvc.launch.PastReload;
import io.github.winsvc.launch.PastReload.Outcome;
import io.github.winsvc.launch.ReloadRecord;
import io.github.winsvc.launch.RunRecord;
import io.github.winsvc.scm.AcceptedControl;
import io.github.winsvc.scm.ControlAnswer;
import io.github.winsvc.scm.EndedRun;
import io.github.winsvc.scm.ServiceControl.Standard;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.ServiceStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@code reload} prints, as text and as JSON, and what {@code status} prints of a
 * reload.
 */
class ReloadScreenTests {

	private static final ServiceStatus LISTENING = ServiceStatus
		.running(Set.of(AcceptedControl.STOP, AcceptedControl.PARAMCHANGE));

	private static final String REASON = "orders.threads is 5000: must be less than or equal to 100 "
			+ "(URL [file:config/application.yml] - 2:12)";

	@AutoClose
	private Workbench bench;

	private Instant started;

	@BeforeEach
	void open(@TempDir Path directory) throws IOException {
		this.bench = new Workbench(directory);
		this.started = this.bench.time.now();
	}

	private PastReload reload(Outcome outcome, List<String> keys, String... reasons) {
		return new PastReload(this.bench.time.now(), "PARAMCHANGE", outcome, keys, List.of(), List.of(reasons),
				Duration.ofMillis(118));
	}

	private ReloadRecord record(@Nullable PastReload latest, String... keysForRestart) {
		return new ReloadRecord(processId(), this.started, latest,
				(latest != null && latest.outcome() == Outcome.APPLIED) ? latest : null, List.of(keysForRestart));
	}

	private ReloadRecord applied(List<String> keys, String... keysForRestart) {
		return record(reload(Outcome.APPLIED, keys), keysForRestart);
	}

	private long processId() {
		return this.bench.scm.service("orders").query().processId();
	}

	private void leave(ReloadRecord record) {
		try {
			new RunRecord(new EndedRun(this.started, null, null, null), null, 1, List.of(), null)
				.write(this.bench.home.lastRun());
			record.write(this.bench.home.lastReload());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Install a service that tells of its reloads, some time after it was told to.
	 */
	private void install(Duration delay, Supplier<ReloadRecord> answer) {
		this.bench.program(listening().on(Standard.PARAMCHANGE, delay, () -> leave(answer.get())));
		this.bench.run(Verb.INSTALL);
		leave(record(null));
	}

	private ScriptedService listening() {
		return new ScriptedService(this.bench.time).reporting(Duration.ofSeconds(1), LISTENING)
			.stopped(Duration.ofSeconds(1));
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenChangeIsAppliedThenItsKeysAreShown(String format) {
		install(Duration.ofMillis(200), () -> applied(List.of("orders.threads", "orders.url")));
		Screen.of(this.bench, format).shows(Verb.RELOAD, ExitStatus.DONE, "reload");
		assertThat(this.bench.scm.service("orders").answers()).containsEntry(Standard.PARAMCHANGE,
				ControlAnswer.HANDLED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenNothingHasChangedThenThatIsSaidAndWhatWasTheLastChange(String format) {
		install(Duration.ofMillis(200), () -> {
			PastReload change = new PastReload(this.started, "file", Outcome.APPLIED, List.of("orders.threads"),
					List.of(), List.of(), Duration.ofMillis(80));
			return new ReloadRecord(processId(), this.started, reload(Outcome.UNCHANGED, List.of()), change, List.of());
		});
		Screen.of(this.bench, format).shows(Verb.RELOAD, ExitStatus.DONE, "reload-unchanged");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenChangeIsRejectedThenReloadFailsWithTheReasons(String format) {
		install(Duration.ofMillis(200), () -> record(reload(Outcome.REJECTED, List.of("orders.threads"), REASON,
				"db.password has a value that it cannot have")));
		Screen.of(this.bench, format).shows(Verb.RELOAD, ExitStatus.FAILED, "reload-rejected");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenChangeNeedsARestartThenItSaysHow(String format) {
		install(Duration.ofMillis(200),
				() -> applied(List.of("orders.threads", "server.port", "winsvc.start-type", "winsvc.timeout"),
						"server.port", "winsvc.pause.timeout", "winsvc.start-type", "winsvc.timeout"));
		Screen.of(this.bench, format).shows(Verb.RELOAD, ExitStatus.DONE, "reload-needs-restart");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenRestartIsWantedAndAChangeNeedsItThenTheServiceIsRestarted(String format) {
		this.bench.restartIfNeeded = true;
		install(Duration.ofMillis(200),
				() -> applied(List.of("server.port", "winsvc.account"), "server.port", "winsvc.account"));
		long process = processId();
		Screen.of(this.bench, format).shows(Verb.RELOAD, ExitStatus.DONE, "reload-restarted");
		assertThat(processId()).isNotEqualTo(process);
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenRestartIsWantedAndNoChangeNeedsItThenTheServiceIsNotRestarted(String format) {
		this.bench.restartIfNeeded = true;
		install(Duration.ofMillis(200), () -> applied(List.of("orders.threads")));
		long process = processId();
		Screen.of(this.bench, format).shows(Verb.RELOAD, ExitStatus.DONE, "reload-not-restarted");
		assertThat(processId()).isEqualTo(process);
	}

	@Test
	void whenChangeIsRejectedThenTheServiceIsNotRestarted() {
		this.bench.restartIfNeeded = true;
		install(Duration.ofMillis(200), () -> record(reload(Outcome.REJECTED, List.of(), REASON), "server.port"));
		long process = processId();
		assertThat(this.bench.run(Verb.RELOAD)).isEqualTo(ExitStatus.FAILED);
		assertThat(processId()).isEqualTo(process);
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheServiceDoesNotStopForTheRestartThenThatIsSaid(String format) {
		this.bench.restartIfNeeded = true;
		this.bench.timeout = Duration.ofSeconds(5);
		this.bench.program(new ScriptedService(this.bench.time).reporting(Duration.ofSeconds(1), LISTENING)
			.on(Standard.PARAMCHANGE, Duration.ofMillis(200),
					() -> leave(applied(List.of("server.port"), "server.port"))));
		this.bench.run(Verb.INSTALL);
		leave(record(null));
		Screen.of(this.bench, format).shows(Verb.RELOAD, ExitStatus.FAILED, "reload-restart-hangs");
	}

	@Test
	void whenNobodyWaitsThenTheRestartIsBegunAllTheSame() {
		this.bench.restartIfNeeded = true;
		this.bench.wait = false;
		this.bench.program(listening().on(Standard.PARAMCHANGE, Duration.ofMillis(200),
				() -> leave(applied(List.of("server.port"), "server.port"))));
		this.bench.run(Verb.INSTALL);
		this.bench.time.sleep(Duration.ofSeconds(2));
		leave(record(null));
		assertThat(this.bench.run(Verb.RELOAD)).isEqualTo(ExitStatus.DONE);
		assertThat(this.bench.scm.service("orders").state()).isEqualTo(ServiceState.START_PENDING);
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheResultTakesTooLongThenReloadFails(String format) {
		this.bench.timeout = Duration.ofSeconds(5);
		install(Duration.ofMinutes(1), () -> applied(List.of("orders.threads")));
		Screen.of(this.bench, format).shows(Verb.RELOAD, ExitStatus.FAILED, "reload-hangs");
	}

	@Test
	void whenTheResultTakesLongThenProgressIsShown() {
		install(Duration.ofSeconds(5), () -> applied(List.of("orders.threads")));
		assertThat(this.bench.run(Verb.RELOAD)).isEqualTo(ExitStatus.DONE);
		assertThat(this.bench.printed()).contains("  RUNNING, 2 s\n  RUNNING, 4 s\n");
	}

	@Test
	void whenAReloadHasBegunBeforeThenItIsNoAnswer() {
		install(Duration.ofSeconds(3), () -> applied(List.of("orders.threads")));
		PastReload former = reload(Outcome.REJECTED, List.of(), REASON);
		this.bench.time.sleep(Duration.ofMillis(100));
		leave(record(former));
		assertThat(this.bench.run(Verb.RELOAD)).isEqualTo(ExitStatus.DONE);
		assertThat(this.bench.printed()).contains("orders.threads");
	}

	@Test
	void whenTheRecordIsThatOfAFormerRunThenItIsNoAnswer() {
		install(Duration.ofMillis(200), () -> new ReloadRecord(processId(), this.started.minusSeconds(60),
				reload(Outcome.APPLIED, List.of("orders.threads")), null, List.of()));
		this.bench.timeout = Duration.ofSeconds(5);
		assertThat(this.bench.run(Verb.RELOAD)).isEqualTo(ExitStatus.FAILED);
		assertThat(this.bench.printed()).contains("after 5 s");
		leave(new ReloadRecord(processId() + 1, this.started, reload(Outcome.APPLIED, List.of("orders.threads")), null,
				List.of("server.port")));
		assertThat(this.bench.run(Verb.RELOAD)).isEqualTo(ExitStatus.FAILED);
		assertThat(this.bench.printed()).contains("does not tell");
		this.bench.run(Verb.STATUS);
		assertThat(this.bench.printed()).doesNotContain("Needs restart", "Last reload");
	}

	@Test
	void whenTheServiceEndsThenItsResultIsNotWaitedFor() {
		this.bench.program(new ScriptedService(this.bench.time).reporting(Duration.ofSeconds(1), LISTENING)
			.on(Standard.PARAMCHANGE, Duration.ofSeconds(1), ScriptedService.stopped(42)));
		this.bench.run(Verb.INSTALL);
		leave(record(null));
		assertThat(this.bench.run(Verb.RELOAD)).isEqualTo(ExitStatus.NOT_RUNNING);
		assertThat(this.bench.printed()).contains("ended before it told");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheServiceTellsNoResultsThenReloadSaysSo(String format) {
		this.bench.program(listening());
		this.bench.run(Verb.INSTALL);
		Screen.of(this.bench, format).shows(Verb.RELOAD, ExitStatus.FAILED, "reload-untold");
		assertThat(this.bench.scm.service("orders").answers()).containsKey(Standard.PARAMCHANGE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheResultIsNotWaitedForThenTheServiceIsTold(String format) {
		this.bench.wait = false;
		this.bench.program(listening());
		this.bench.run(Verb.INSTALL);
		this.bench.time.sleep(Duration.ofSeconds(2));
		Screen.of(this.bench, format).shows(Verb.RELOAD, ExitStatus.DONE, "reload-not-waited-for");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheApplicationDoesNotListenThenReloadSaysWhatElseToDo(String format) {
		this.bench.run(Verb.INSTALL);
		Screen.of(this.bench, format).shows(Verb.RELOAD, ExitStatus.FAILED, "reload-refused");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheServiceIsStoppedThenItIsNotToldToReload(String format) {
		this.bench.run(Verb.INSTALL);
		this.bench.run(Verb.STOP);
		Screen.of(this.bench, format).shows(Verb.RELOAD, ExitStatus.NOT_RUNNING, "reload-stopped");
	}

	@Test
	void whenTheServiceIsStillStartingThenReloadWaitsForThat() {
		install(Duration.ofMillis(200), () -> applied(List.of("orders.threads")));
		this.bench.run(Verb.STOP);
		this.bench.scm.openManager().start(Workbench.NAME);
		this.bench.time.after(Duration.ofMillis(500), () -> leave(record(null)));
		assertThat(this.bench.run(Verb.RELOAD)).isEqualTo(ExitStatus.DONE);
		assertThat(this.bench.printed()).contains("Waiting for the service 'orders':", "  START_PENDING",
				"  orders.threads");
	}

	@Test
	void whenTheServiceDoesNotStartInTimeThenItIsNotToldToReload() {
		this.bench.timeout = Duration.ofSeconds(5);
		this.bench.program(new ScriptedService(this.bench.time));
		this.bench.run(Verb.INSTALL);
		assertThat(this.bench.run(Verb.RELOAD)).isEqualTo(ExitStatus.NOT_RUNNING);
		assertThat(this.bench.printed()).contains("1061 ERROR_SERVICE_CANNOT_ACCEPT_CTRL");
	}

	@Test
	void whenTheRecordCannotBeReadThenNothingIsSent() throws IOException {
		install(Duration.ofMillis(200), () -> applied(List.of("orders.threads")));
		Files.delete(this.bench.home.lastReload());
		Files.createDirectory(this.bench.home.lastReload());
		assertThat(this.bench.run(Verb.RELOAD)).isEqualTo(ExitStatus.FAILED);
		assertThat(this.bench.printed()).contains("nothing was sent");
		assertThat(this.bench.scm.service("orders").answers()).doesNotContainKey(Standard.PARAMCHANGE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenChangesNeedARestartThenStatusTellsAndWhatTheLastReloadWas(String format) {
		install(Duration.ofMillis(200), () -> record(null));
		leave(new ReloadRecord(processId(), this.started, reload(Outcome.UNCHANGED, List.of()),
				reload(Outcome.APPLIED, List.of("orders.threads")), List.of("server.port", "winsvc.start-type")));
		Screen.of(this.bench, format).shows(Verb.STATUS, ExitStatus.DONE, "status-needs-restart");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheLastReloadWasRejectedThenStatusTellsWhy(String format) {
		install(Duration.ofMillis(200), () -> record(null));
		leave(record(reload(Outcome.REJECTED, List.of("orders.threads"), "orders.url is wrong")));
		Screen.of(this.bench, format).shows(Verb.STATUS, ExitStatus.DONE, "status-reload-rejected");
	}

}
