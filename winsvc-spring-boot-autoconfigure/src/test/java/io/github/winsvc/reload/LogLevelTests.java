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

import java.nio.file.Path;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LogLevelParticipant}.
 */
class LogLevelTests {

	@TempDir
	private Path directory;

	@AutoClose
	private ReloadedApplication application;

	@BeforeEach
	void create() {
		this.application = new ReloadedApplication(this.directory);
	}

	private static Level level(String logger) {
		return ((Logger) LoggerFactory.getLogger(logger)).getLevel();
	}

	@Test
	void whenLevelIsAddedChangedAndRemovedThenLoggerFollows() {
		this.application.write("a: b").start();
		this.application.write("logging.level.orders.Intake: debug");
		assertThat(this.application.apply().keysForRestart()).isEmpty();
		assertThat(level("orders.Intake")).isEqualTo(Level.DEBUG);
		this.application.write("logging.level.orders.Intake: 'off'");
		this.application.apply();
		assertThat(level("orders.Intake")).isEqualTo(Level.OFF);
		this.application.write("a: b");
		this.application.apply();
		assertThat(level("orders.Intake")).isNull();
	}

	@Test
	void whenLevelWasSetOtherwiseThenItIsBackAfterwards() {
		this.application.write("a: b").start();
		((Logger) LoggerFactory.getLogger("orders.other")).setLevel(Level.ERROR);
		this.application.write("logging.level.orders.other: debug");
		this.application.apply();
		this.application.write("logging.level.orders.other: trace");
		this.application.apply();
		assertThat(level("orders.other")).isEqualTo(Level.TRACE);
		this.application.write("a: b");
		this.application.apply();
		assertThat(level("orders.other")).isEqualTo(Level.ERROR);
	}

	@Test
	void whenLevelOfRootIsRemovedThenItIsThatOfBoot() {
		this.application.write("logging.level.root: warn").start();
		assertThat(level("root")).isEqualTo(Level.WARN);
		this.application.write("a: b");
		this.application.apply();
		assertThat(level("root")).isEqualTo(Level.INFO);
	}

	@Test
	void whenLevelOfGroupChangesThenItsLoggersFollow() {
		this.application.write("logging.group.shop: [shop.a, shop.b]").start();
		this.application.write("logging.group.shop: [shop.a, shop.b]", "logging.level.shop: debug");
		this.application.apply();
		assertThat(level("shop.a")).isEqualTo(Level.DEBUG);
		assertThat(level("shop.b")).isEqualTo(Level.DEBUG);
		this.application.write("logging.group.shop: [shop.a, shop.b]");
		this.application.apply();
		assertThat(level("shop.a")).isNull();
		assertThat(level("shop")).isNull();
	}

	@Test
	void whenLevelDoesNotExistThenChangeIsRejected() {
		this.application.write("logging.level.orders.loud: info").start();
		this.application.write("logging.level.orders.loud: loud");
		assertThat(this.application.reject().reasons()).singleElement()
			.asString()
			.startsWith("logging.level.orders.loud is loud");
		assertThat(level("orders.loud")).isEqualTo(Level.INFO);
	}

	@Test
	void whenChangeFailsThenLevelsAreTheFormerOnes() {
		LogLevelParticipant participant = started();
		this.application.write("logging.level.orders.undone: trace");
		StartEnvironment environment = this.application.bean(StartEnvironment.class);
		ReloadStep step = participant.prepare(EffectiveValues.change(this.application.context().getEnvironment(),
				environment.candidate(this.application.context().getEnvironment()).environment()));
		step.apply();
		assertThat(level("orders.undone")).isEqualTo(Level.TRACE);
		step.undo();
		assertThat(level("orders.undone")).isEqualTo(Level.DEBUG);
	}

	private LogLevelParticipant started() {
		this.application.write("logging.level.orders.undone: debug").start();
		return this.application.bean(LogLevelParticipant.class);
	}

}
