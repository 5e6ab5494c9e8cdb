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

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.winsvc.sample.machine.Await;
import io.github.winsvc.sample.machine.StatusWatch;
import io.github.winsvc.sample.machine.WindowsMachine;
import io.github.winsvc.scm.ServiceState;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A running service that is configured in its key of the registry.
 */
@TestMethodOrder(OrderAnnotation.class)
class RegistryIT {

	private static final int PORT = Operator.freePort();

	private static final String SERVICE = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\" + Operator.SERVICE;

	private static final String PARAMETERS = SERVICE + "\\Parameters";

	private static final Duration SOON = Duration.ofSeconds(30);

	private static final SampleClient client = new SampleClient(PORT);

	@AutoClose
	private static WindowsMachine machine;

	private static Operator operator;

	private static long process;

	@BeforeAll
	static void open() {
		machine = WindowsMachine.open();
		operator = Operator.withExtractedJar(machine);
		operator.add(LiveLimit.class);
		operator.run("--winsvc.install", "--server.port=" + PORT).orFail();
		process = operator.processId();
		awaitLive("10 [] none");
	}

	private static void reg(String... arguments) {
		List<String> all = new ArrayList<>(List.of(arguments));
		all.add("/f");
		machine.system("reg.exe", all.toArray(String[]::new)).orFail();
	}

	private static void awaitLive(String expected) {
		Await.until(() -> client.get("/live").body(), expected::equals, SOON, "the answer " + expected);
	}

	private static void awaitLogged(String text) {
		Await.until(operator::log, (log) -> log.stream().anyMatch((line) -> line.contains(text)), SOON,
				"the log to say " + text);
	}

	@Test
	@Order(1)
	void whenKeyAppearsThenItsValuesTakeEffect() {
		reg("add", PARAMETERS, "/v", "Live.Limit", "/t", "REG_DWORD", "/d", "20");
		awaitLive("20 [] none");
		reg("add", PARAMETERS + "\\live", "/v", "regions", "/t", "REG_MULTI_SZ", "/d", "north\\0south west");
		awaitLive("20 [north, south west] none");
		reg("add", PARAMETERS + "\\live", "/v", "directory", "/t", "REG_EXPAND_SZ", "/d", "%SystemRoot%\\x");
		awaitLive("20 [north, south west] C:\\windows\\x");
		awaitLogged("The configuration has changed (registry, ");
	}

	@Test
	@Order(2)
	void whenValueIsWrongThenTheRejectionNamesItAndTheFormerOneStays() {
		reg("add", PARAMETERS, "/v", "Live.Limit", "/t", "REG_SZ", "/d", "many");
		awaitLogged("live.limit is many: ");
		assertThat(operator.log()).anyMatch((line) -> line.contains("(" + PARAMETERS + "\\Live.Limit)"));
		assertThat(client.get("/live").body()).startsWith("20 ");
	}

	@Test
	@Order(3)
	void whenValueIsNoPropertyThenTheLogNamesItsPlace() {
		reg("add", PARAMETERS, "/v", "live.blob", "/t", "REG_BINARY", "/d", "0102");
		awaitLogged("live.blob (REG_BINARY)");
	}

	@Test
	@Order(4)
	void whenKeyIsDeletedThenTheFormerConfigurationIsBackUntilItIsThereAgain() {
		reg("delete", PARAMETERS);
		awaitLive("10 [] none");
		reg("add", PARAMETERS + "\\live", "/v", "limit", "/t", "REG_QWORD", "/d", "30");
		awaitLive("30 [] none");
		reg("delete", PARAMETERS + "\\live", "/v", "limit");
		awaitLive("10 [] none");
	}

	@Test
	@Order(5)
	void whenVariableOfTheServiceChangesThenItTakesEffectAndGoesAgain() {
		reg("add", SERVICE, "/v", "Environment", "/t", "REG_MULTI_SZ", "/d", "LIVE_LIMIT=40\\0OTHER=x");
		awaitLive("40 [] none");
		reg("delete", SERVICE, "/v", "Environment");
		awaitLive("10 [] none");
		operator.run("--winsvc.update", "--server.port=" + PORT, "--winsvc.environment.LIVE_LIMIT=41").orFail();
		awaitLive("41 [] none");
	}

	@Test
	@Order(6)
	void whenServiceStopsThenItHasNeverRestarted() {
		assertThat(operator.processId()).isEqualTo(process);
		StatusWatch watch = machine.watch(Operator.SERVICE);
		machine.sc("stop", Operator.SERVICE).orFail();
		assertThat(watch.await(ServiceState.STOPPED, Operator.PATIENCE)).last().isEqualTo(Statuses.STOPPED);
		machine.awaitEnd(process);
		assertThat(operator.log()).noneMatch((line) -> line.contains("cannot be watched"));
	}

	@Test
	@Order(7)
	void whenServiceStartsThenTheKeyConfiguresItFromTheBeginning() {
		reg("delete", SERVICE, "/v", "Environment");
		reg("add", PARAMETERS, "/v", "live.limit", "/t", "REG_DWORD", "/d", "50");
		reg("add", PARAMETERS, "/v", "management.endpoints.web.exposure.include", "/t", "REG_SZ", "/d", "health,env");
		operator.run("--winsvc.start").orFail();
		awaitLive("50 [] none");
		assertThat(client.get("/actuator/env/live.limit").body()).contains("winsvcRegistry")
			.contains("\"origin\":\"" + (PARAMETERS + "\\live.limit").replace("\\", "\\\\"));
		reg("delete", PARAMETERS, "/v", "live.limit");
		awaitLive("10 [] none");
		operator.run("--winsvc.stop").orFail();
	}

}
