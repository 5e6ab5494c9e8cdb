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

package io.github.winsvc.eventlog;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import io.github.winsvc.scm.EventLogEntry;
import io.github.winsvc.test.scm.FakeEventLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.logging.LogLevel;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LogbackEventLogAppender} and {@link LogbackAttachment}.
 */
class LogbackEventLogAppenderTests {

	private static final String CONFIGURED = """
			<configuration>
				<appender name="EVENTS" class="io.github.winsvc.eventlog.LogbackEventLogAppender">
					<level>%s</level>
					%s
				</appender>
				<logger name="shop.audit"><appender-ref ref="EVENTS"/></logger>
				<root level="INFO"/>
			</configuration>
			""";

	private final FakeEventLog machine = new FakeEventLog(InstantSource.system());

	private final ServiceEventLog log = new ServiceEventLog(this.machine.open("orders"), (logger) -> false);

	private final LoggerContext context = new LoggerContext();

	private final LogbackAttachment attachment = new LogbackAttachment(this.log, this.context);

	@AfterEach
	void stop() {
		this.log.close(Duration.ofSeconds(10));
		this.context.stop();
	}

	private void warn(String logger, String text) {
		this.context.getLogger(logger).warn(text);
	}

	private void configure(String configuration) throws Exception {
		JoranConfigurator configurator = new JoranConfigurator();
		configurator.setContext(this.context);
		configurator.doConfigure(new ByteArrayInputStream(configuration.getBytes(StandardCharsets.UTF_8)));
	}

	private List<String> texts() {
		this.log.flush(Duration.ofSeconds(10));
		return this.machine.entries("orders")
			.stream()
			.map((entry) -> entry.text().lines().findFirst().orElse(""))
			.toList();
	}

	@Test
	void whenAttachedThenWarningsAndErrorsAreTaken() {
		this.context.start();
		this.attachment.attach();
		this.context.getLogger("shop").info("fine");
		this.context.getLogger("shop").warn("low stock of {}", "tea");
		this.context.getLogger("shop").error("no stock", new IllegalStateException("empty"));
		assertThat(texts()).containsExactly("low stock of tea", "no stock");
		assertThat(this.machine.entries("orders")).extracting(EventLogEntry::id).containsExactly(101, 102);
		assertThat(this.machine.entries("orders").get(1).text()).contains("java.lang.IllegalStateException: empty");
	}

	@Test
	void whenAnotherLevelIsConfiguredThenItCounts() {
		this.log.configure(new EventLogSettings(true, LogLevel.FATAL, 10, 10));
		this.context.start();
		this.attachment.attach();
		warn("shop", "low");
		this.context.getLogger("shop").error("none");
		this.log.configure(new EventLogSettings(true, LogLevel.INFO, 10, 10));
		this.context.getLogger("shop").info("fine");
		this.context.getLogger("shop").debug("finest");
		assertThat(texts()).containsExactly("none", "fine");
	}

	@Test
	void whenAttachedTwiceThenEachLineIsTakenOnce() {
		this.context.start();
		this.attachment.attach();
		this.attachment.attach();
		warn("shop", "once");
		assertThat(texts()).containsExactly("once");
	}

	@Test
	void whenTheContextIsResetThenItStaysAttached() {
		this.context.start();
		this.attachment.attach();
		this.context.reset();
		warn("shop", "after the reset");
		assertThat(texts()).containsExactly("after the reset");
	}

	@Test
	void whenTheContextIsStoppedAndStartedThenItIsAttachedAnew() throws Exception {
		this.context.start();
		this.attachment.attach();
		warn("shop", "before");
		this.context.stop();
		this.context.reset();
		assertThat(this.attachment.isLost()).as("not yet").isFalse();
		this.context.start();
		assertThat(this.attachment.isLost()).isTrue();
		this.attachment.attach();
		assertThat(this.attachment.isLost()).isFalse();
		warn("shop", "after");
		assertThat(texts()).containsExactly("before", "after");
	}

	@Test
	void whenDetachedThenNothingIsTakenAndNothingIsLeft() {
		this.context.start();
		this.attachment.attach();
		this.attachment.detach();
		warn("shop", "after");
		assertThat(texts()).isEmpty();
		assertThat(this.context.getCopyOfListenerList()).isEmpty();
		assertThat(this.context.getObject(LogbackEventLogAppender.LOG)).isNull();
	}

	@Test
	void whenTheConfigurationNamesAnAppenderThenThatAloneIsUsed() throws Exception {
		configure(CONFIGURED.formatted("INFO", ""));
		this.context.start();
		this.attachment.attach();
		warn("shop.Orders", "not for the event log");
		this.context.getLogger("shop.audit.Sales").info("sold");
		assertThat(texts()).containsExactly("sold");
	}

	@Test
	void whenTheConfigurationComesAfterwardsThenItWinsAllTheSame() throws Exception {
		this.context.start();
		this.attachment.attach();
		this.context.reset();
		configure(CONFIGURED.formatted("WARN", ""));
		warn("shop.Orders", "not for the event log");
		warn("shop.audit", "sold out");
		assertThat(texts()).containsExactly("sold out");
	}

	@Test
	void whenTheConfigurationNamesALayoutThenItIsUsed() throws Exception {
		configure(CONFIGURED.formatted("WARN",
				"<layout class=\"ch.qos.logback.classic.PatternLayout\"><pattern>[%level] %msg</pattern></layout>"));
		this.context.start();
		this.attachment.attach();
		warn("shop.audit", "sold out");
		assertThat(texts()).containsExactly("[WARN] sold out");
	}

	@Test
	void whenThereIsNoServiceThenAConfiguredAppenderDoesNothing() throws Exception {
		configure(CONFIGURED.formatted("WARN", ""));
		this.context.start();
		warn("shop.audit", "sold out");
		assertThat(texts()).isEmpty();
	}

}
