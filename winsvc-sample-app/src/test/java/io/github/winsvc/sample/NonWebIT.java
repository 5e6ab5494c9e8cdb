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

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.github.winsvc.sample.machine.Await;
import io.github.winsvc.sample.machine.ProgramResult;
import io.github.winsvc.sample.machine.StatusWatch;
import io.github.winsvc.sample.machine.WindowsMachine;
import io.github.winsvc.scm.ServiceState;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A service that has no web server to keep it alive.
 */
class NonWebIT {

	@AutoClose
	private static WindowsMachine machine;

	private static Operator operator;

	@BeforeAll
	static void open() {
		machine = WindowsMachine.open();
		operator = Operator.withExtractedJar(machine);
	}

	@Test
	void whenThereIsNoWebServerThenServiceStaysAliveUntilItIsStopped() {
		StatusWatch watch = machine.watch(Operator.SERVICE);
		ProgramResult install = operator
			.run("--winsvc.install", "--spring.main.web-application-type=none", "--orders.fulfilment-interval=2s",
					"--logging.level.org.springframework.jdbc.core=debug")
			.orFail();
		assertThat(install.output()).doesNotContain("Health").doesNotContain("http:");
		Statuses.assertPending(watch.reports(), ServiceState.START_PENDING, Statuses.RUNNING);
		int runs = runs();
		Await.until(NonWebIT::runs, (now) -> now >= runs + 3, Operator.PATIENCE, "three runs of the scheduled job");
		assertThat(watch.reports()).last().isEqualTo(Statuses.RUNNING);
		long process = operator.processId();
		machine.sc("stop", Operator.SERVICE).orFail();
		assertThat(watch.await(ServiceState.STOPPED, Operator.PATIENCE)).last().isEqualTo(Statuses.STOPPED);
		machine.awaitEnd(process);
	}

	private static int runs() {
		List<String> log = operator.log();
		return (int) log.stream()
			.filter((line) -> line.contains("[scheduling-1]") && line.endsWith("Executing prepared SQL update"))
			.count();
	}

}
