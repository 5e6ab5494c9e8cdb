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

package io.github.winsvc.sample;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.github.winsvc.sample.machine.Await;
import io.github.winsvc.sample.machine.ProgramResult;
import io.github.winsvc.sample.machine.StatusReport;
import io.github.winsvc.sample.machine.StatusWatch;
import io.github.winsvc.sample.machine.WindowsMachine;
import io.github.winsvc.scm.ServiceState;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The life of a service, from its installation to its removal, with the executable jar in
 * a directory as people name theirs.
 */
@TestMethodOrder(OrderAnnotation.class)
class InstallIT {

	private static final int PORT = Operator.freePort();

	private static final String PORT_ARGUMENT = "--server.port=" + PORT;

	private static final SampleClient client = new SampleClient(PORT);

	@AutoClose
	private static WindowsMachine machine;

	private static Operator operator;

	@BeforeAll
	static void open() {
		machine = WindowsMachine.open();
		operator = Operator.withExecutableJar(machine, "Auftr\u00e4ge und mehr");
	}

	@Test
	@Order(1)
	void whenInstalledThenServiceIsRunningOnceItIsHealthy() {
		StatusWatch watch = machine.watch(Operator.SERVICE);
		CompletableFuture<ProgramResult> install = CompletableFuture
			.supplyAsync(() -> operator.run("--winsvc.install", PORT_ARGUMENT));
		Await.until(() -> install.isDone() || watch.reports().contains(Statuses.RUNNING), Boolean::booleanValue,
				Operator.PATIENCE, "RUNNING");
		assertThat(client.health()).contains(200);
		ProgramResult result = install.join().orFail();
		Statuses.assertPending(watch.reports(), ServiceState.START_PENDING, Statuses.RUNNING);
		assertThat(result.errors()).isEmpty();
		assertThat(screen(result)).isEqualTo(
				"""
						Installing the service 'order-intake':
						  + display name: order-intake
						  + image path: "%s" @C:\\ProgramData\\winsvc\\order-intake\\archive\\<layout>\\jvm.options -XX:+HeapDumpOnOutOfMemoryError -Xrs --enable-native-access=ALL-UNNAMED \
						--add-opens=java.base/java.lang=ALL-UNNAMED "-Duser.dir=%s" \
						-XX:ErrorFile=C:\\ProgramData\\winsvc\\order-intake\\logs\\hs_err_pid%%p.log \
						-XX:HeapDumpPath=C:\\ProgramData\\winsvc\\order-intake\\logs\\order-intake.hprof.gz \
						-XX:HeapDumpGzipLevel=1 \
						-Djna.boot.library.path=C:\\ProgramData\\winsvc\\order-intake\\native\\jna-<hash> \
						-Djna.nounpack=true -Djna.nosys=true -Dwinsvc.home=C:\\ProgramData\\winsvc\\order-intake \
						"-Dwinsvc.source=%s" -Dwinsvc.service=order-intake \
						-jar C:\\ProgramData\\winsvc\\order-intake\\application\\<layout>\\%s --server.port=%d
						  + start type: auto
						  + account: NT SERVICE\\order-intake
						  + description: Takes orders over HTTP and fulfils them in batches
						  + recovery: restart after 5 s, 30 s, 60 s, reset after 24 h
						  + recovery on failure exit: yes
						  + service SID: unrestricted
						  + preshutdown timeout: 130 s
						  + event source: registered
						  + home: C:\\ProgramData\\winsvc\\order-intake
						  + layout: C:\\ProgramData\\winsvc\\order-intake\\application\\<layout>
						Starting the service 'order-intake':
						The service 'order-intake' is installed and running.
						  Account         NT SERVICE\\order-intake
						  Start type      auto
						  Log directory   C:\\ProgramData\\winsvc\\order-intake\\logs
						  Health          http://localhost:%d/actuator/health
						"""
					.formatted(machine.javaExecutable(), operator.directory().windows(), operator.jar().windows(),
							operator.jar().host().getFileName(), PORT, PORT));
	}

	@Test
	@Order(2)
	void whenInstalledThenOrdersAreTaken() {
		assertThat(client.post("""
				{"customer": "Ada", "lines": [{"sku": "TEA-01", "quantity": 3, "unitPrice": 4.50}]}""").statusCode())
			.isEqualTo(201);
		assertThat(client.get("/orders/1").body()).contains("Ada");
	}

	@Test
	@Order(2)
	void whenInstalledThenRegistryHoldsWhatWindowsShows() {
		assertThat(operator.registration(Operator.SERVICE).orFail().output())
			.contains("Takes orders over HTTP and fulfils them in batches")
			.containsPattern("PreshutdownTimeout\\s+REG_DWORD\\s+0x1fbd0");
		assertThat(operator.eventSource(Operator.SERVICE).exitCode()).isZero();
	}

	@Test
	@Order(2)
	void whenServiceRunsThenItsNativeLibraryIsThatOfItsHome() {
		assertThat(machine.libraries(operator.processId()))
			.filteredOn((library) -> library.matches("(?i).*\\\\(jna|jnidispatch)[^\\\\]*\\.dll"))
			.singleElement()
			.asString()
			.startsWithIgnoringCase("C:\\ProgramData\\winsvc\\order-intake\\native\\jna-");
	}

	@Test
	@Order(3)
	void whenInstalledAgainThenNothingIsChanged() {
		String before = operator.registration(Operator.SERVICE).orFail().output();
		long process = operator.processId();
		ProgramResult result = operator.run("--winsvc.install", PORT_ARGUMENT).orFail();
		assertThat(result.output())
			.startsWith("Nothing to do: the service 'order-intake' is installed as it should be and running.");
		assertThat(operator.registration(Operator.SERVICE).orFail().output()).isEqualTo(before);
		assertThat(operator.processId()).isEqualTo(process);
	}

	@Test
	@Order(3)
	void whenJsonIsWantedThenOutputIsOneObject() {
		ProgramResult result = operator.run("--winsvc.status", "--winsvc.output=json").orFail();
		JsonNode json = JsonMapper.builder()
			.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
			.build()
			.readTree(result.output());
		assertThat(json.isObject()).isTrue();
		assertThat(json.get("state").asString()).isEqualTo("RUNNING");
		assertThat(json.get("processId").asLong()).isEqualTo(operator.processId());
		assertThat(result.errors()).isEmpty();
	}

	@Test
	@Order(4)
	void whenStoppedThenEveryReportIsInOrderAndProcessEnds() {
		long process = operator.processId();
		StatusWatch watch = machine.watch(Operator.SERVICE);
		ProgramResult result = operator.run("--winsvc.stop").orFail();
		assertThat(screen(result)).isEqualTo("""
				Stopping the service 'order-intake':
				The service 'order-intake' has stopped.
				""");
		Statuses.assertPending(watch.reports(), ServiceState.STOP_PENDING, Statuses.STOPPED);
		machine.awaitEnd(process);
		assertThat(operator.run("--winsvc.status").exitCode()).isEqualTo(3);
	}

	@Test
	@Order(5)
	void whenStartedAgainThenOrdersAreStillThere() {
		operator.run("--winsvc.start").orFail();
		assertThat(client.get("/orders/1").body()).contains("Ada");
	}

	@Test
	@Order(6)
	void whenRestartedThenAnotherProcessRuns() {
		long process = operator.processId();
		StatusWatch watch = machine.watch(Operator.SERVICE);
		operator.run("--winsvc.restart").orFail();
		assertThat(watch.reports().stream().map(StatusReport::state).distinct()).containsExactly(
				ServiceState.STOP_PENDING, ServiceState.STOPPED, ServiceState.START_PENDING, ServiceState.RUNNING);
		assertThat(operator.processId()).isNotEqualTo(process);
		assertThat(client.health()).contains(200);
	}

	@Test
	@Order(7)
	void whenUninstalledThenOnlyLogsAndDataAreLeft() {
		long process = operator.processId();
		ProgramResult result = operator.run("--winsvc.uninstall").orFail();
		assertThat(screen(result)).isEqualTo("""
				Stopping the service 'order-intake':
				The service 'order-intake' has stopped.
				Uninstalling the service 'order-intake':
				  - event source
				  - service order-intake
				  - native libraries: C:\\ProgramData\\winsvc\\order-intake\\native
				  - layouts of the application: C:\\ProgramData\\winsvc\\order-intake\\application
				  - archives: C:\\ProgramData\\winsvc\\order-intake\\archive
				  kept: C:\\ProgramData\\winsvc\\order-intake\\logs
				  kept: C:\\ProgramData\\winsvc\\order-intake\\data
				The service 'order-intake' is uninstalled.
				""");
		machine.awaitEnd(process);
		assertThat(operator.run("--winsvc.status").exitCode()).isEqualTo(4);
		assertThat(machine.query(Operator.SERVICE)).isEmpty();
		assertThat(operator.registration(Operator.SERVICE).exitCode()).isNotZero();
		assertThat(operator.eventSource(Operator.SERVICE).exitCode()).isNotZero();
		assertThat(Operator.files(operator.home())).containsExactly("data/orders.mv.db", "logs/last-reload.properties",
				"logs/last-run.properties", "logs/order-intake-console.log", "logs/order-intake-jvm.log",
				"logs/order-intake-jvm.log.0", "logs/order-intake-jvm.log.1", "logs/order-intake.log");
		assertThat(Operator.files(operator.directory().host())).containsExactly("order-intake.jar");
		assertThat(operator.log()).as("one line for each of the three starts, none for commands")
			.filteredOn((line) -> line.contains("Starting OrderIntakeApplication"))
			.hasSize(3);
	}

	/**
	 * Return what is on the screen, without the progress, which depends on the time, and
	 * what this Windows lacks.
	 */
	private static String screen(ProgramResult result) {
		List<String> lines = result.output()
			.lines()
			.filter((line) -> !line.matches("  [A-Z_]+(, checkpoint \\d+)?, \\d+ s"))
			.filter((line) -> !line.endsWith(": not supported by this Windows, left as it is"))
			.map((line) -> line.replaceAll("jna-[0-9a-f]{12}", "jna-<hash>")
				.replaceAll("(?<=\\\\)[0-9a-f]{12}(?=$|\\\\)", "<layout>"))
			.toList();
		return String.join("\n", lines) + "\n";
	}

}
