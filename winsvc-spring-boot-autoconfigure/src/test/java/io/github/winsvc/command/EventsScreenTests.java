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
import java.nio.file.Path;
import java.time.Duration;

import io.github.winsvc.scm.EventLog;
import io.github.winsvc.scm.EventLogEntry;
import io.github.winsvc.scm.EventType;
import io.github.winsvc.scm.Win32Error;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@code events} prints, as text and as JSON.
 */
class EventsScreenTests {

	@AutoClose
	private Workbench bench;

	@BeforeEach
	void open(@TempDir Path directory) throws IOException {
		this.bench = new Workbench(directory);
	}

	private void write(String source, EventType type, int category, int id, String text) {
		try (EventLog log = this.bench.scm.eventLog().open(source)) {
			log.write(new EventLogEntry(type, category, id, text));
		}
		this.bench.time.sleep(Duration.ofSeconds(70));
	}

	private void writeAll() {
		write("orders", EventType.ERROR, 1, 5,
				"The service 'orders' failed to start. Exit code 1066 ERROR_SERVICE_SPECIFIC_ERROR, service code 1.\r\n\r\n"
						+ "Description:\r\n\r\nWeb server failed to start. Port 8081 was already in use.\r\n\r\n"
						+ "Action:\r\n\r\nIdentify and stop the process that's listening on port 8081 or configure this "
						+ "application to listen on another port.");
		write("billing", EventType.INFORMATION, 1, 1, "The service 'billing' has started.");
		write("ORDERS", EventType.INFORMATION, 1, 1, "The service 'orders' has started.");
		write("orders", EventType.WARNING, 2, 101, "Low stock of \u00E4pple\r\n"
				+ "    at shop.Stock.take(Stock.java:10)\r\n".repeat(20) + "\r\nLogger: shop.Stock\r\nThread: main");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenThereAreEntriesThenThoseOfTheServiceAreShown(String format) {
		this.bench.run(Verb.INSTALL);
		writeAll();
		Screen.of(this.bench, format).shows(Verb.EVENTS, "20", ExitStatus.DONE, "events");
	}

	@Test
	void whenFewAreAskedForThenTheLastAreShown() {
		writeAll();
		assertThat(this.bench.run(Verb.EVENTS, "1")).isEqualTo(ExitStatus.DONE);
		assertThat(this.bench.printed()).contains("101").doesNotContain("failed to start");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenThereAreNoneThenItSaysSo(String format) {
		this.bench.run(Verb.INSTALL);
		Screen.of(this.bench, format).shows(Verb.EVENTS, "20", ExitStatus.DONE, "events-none");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenThereAreNoneAndNoServiceThenItIsNotInstalled(String format) {
		Screen.of(this.bench, format).shows(Verb.EVENTS, "20", ExitStatus.NOT_INSTALLED, "events-not-installed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheLogCannotBeReadThenItSaysWhy(String format) {
		this.bench.scm.eventLog().refuse(new Win32Error(1722));
		Screen.of(this.bench, format).shows(Verb.EVENTS, "20", ExitStatus.FAILED, "events-unreadable");
	}

}
