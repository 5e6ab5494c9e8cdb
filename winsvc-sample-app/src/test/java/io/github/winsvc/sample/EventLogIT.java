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

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import io.github.winsvc.sample.machine.LoggedEvent;
import io.github.winsvc.sample.machine.ProgramResult;
import io.github.winsvc.sample.machine.StatusWatch;
import io.github.winsvc.sample.machine.WindowsMachine;
import io.github.winsvc.scm.ServiceState;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a service tells the event log, as Windows hears it.
 */
@TestMethodOrder(OrderAnnotation.class)
class EventLogIT {

	private static final int ERROR = 1;

	private static final int INFORMATION = 4;

	private static final int LIFECYCLE = 1;

	private static final int APPLICATION = 2;

	private static final int PORT = Operator.freePort();

	@AutoClose
	private static WindowsMachine machine;

	private static Operator operator;

	private static int seen;

	@BeforeAll
	static void open() {
		machine = WindowsMachine.open();
		operator = Operator.withExtractedJar(machine);
	}

	/**
	 * Return what the service has told since this was last asked.
	 */
	private static List<LoggedEvent> events() {
		List<LoggedEvent> all = machine.events(Operator.SERVICE);
		List<LoggedEvent> events = all.subList(seen, all.size());
		seen = all.size();
		return events;
	}

	private static String text(LoggedEvent event) {
		assertThat(event.strings()).hasSize(1);
		return event.strings().get(0);
	}

	@Test
	@Order(1)
	void whenStartFailsThenTheEventLogIsToldWhy() throws IOException {
		try (ServerSocket socket = new ServerSocket()) {
			socket.bind(new InetSocketAddress(PORT));
			assertThat(operator.run("--winsvc.install", "--server.port=" + PORT).exitCode()).isEqualTo(3);
		}
		List<LoggedEvent> events = events();
		assertThat(events).last().satisfies((event) -> {
			assertThat(event.type()).isEqualTo(ERROR);
			assertThat(event.category()).isEqualTo(LIFECYCLE);
			assertThat(event.id()).isEqualTo(5);
			assertThat(text(event)).startsWith("The service 'order-intake' failed to start. Exit code 1066 ")
				.contains("\r\nDescription:\r\n\r\nWeb server failed to start. Port " + PORT + " was already in use.");
		});
		assertThat(events).filteredOn((event) -> event.type() == ERROR).hasSize(1);
	}

	@Test
	@Order(2)
	void whenServiceIsStartedPausedAndStoppedThenTheEventLogIsTold() {
		StatusWatch watch = machine.watch(Operator.SERVICE);
		operator.run("--winsvc.install", "--server.port=" + PORT, "--winsvc.event-log.level=info").orFail();
		operator.run("--winsvc.pause").orFail();
		operator.run("--winsvc.continue").orFail();
		machine.sc("stop", Operator.SERVICE).orFail();
		watch.await(ServiceState.STOPPED, Operator.PATIENCE);
		List<LoggedEvent> events = events();
		assertThat(events).filteredOn((event) -> event.category() == LIFECYCLE)
			.extracting(LoggedEvent::id)
			.containsExactly(1, 3, 4, 7, 2);
		assertThat(events).filteredOn((event) -> event.id() == 1)
			.allSatisfy((event) -> assertThat(event.type()).isEqualTo(INFORMATION))
			.extracting(EventLogIT::text)
			.singleElement()
			.asString()
			.startsWith("The service 'order-intake' has started. Process ");
		assertThat(events).filteredOn((event) -> event.category() == APPLICATION && event.id() == 100)
			.extracting(EventLogIT::text)
			.anySatisfy((text) -> assertThat(text).startsWith("Started OrderIntakeApplication in ")
				.contains("\r\nLogger: io.github.winsvc.sample.OrderIntakeApplication\r\nThread: main"));
	}

	@Test
	@Order(3)
	void whenEventsAreAskedForThenTheyAreReadWithoutAnError() {
		ProgramResult result = operator.run("--winsvc.events=5", "--winsvc.output=json");
		assertThat(result.exitCode()).isZero();
		assertThat(result.output()).contains("\"events\":[");
	}

	@Test
	@Order(4)
	void whenTheSourceIsMissingThenTheServiceTellsAllTheSame() {
		operator.deleteEventSource();
		operator.run("--winsvc.start").orFail();
		assertThat(events()).extracting(LoggedEvent::id).contains(1);
		assertThat(operator.run("--winsvc.doctor").output()).contains("event source: not registered");
	}

}
