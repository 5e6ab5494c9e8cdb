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

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggerConfiguration;
import org.springframework.boot.logging.LoggerGroup;
import org.springframework.boot.logging.LoggerGroups;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Has loggers and groups of loggers follow {@code logging.level}. Only those whose level
 * changes are touched. One that is no longer named gets back what it had before a reload
 * named it; one that was named at the start gets the level of its parent, the root logger
 * INFO.
 *
 * @since 0.1.0
 */
public final class LogLevelParticipant implements ReloadParticipant, Ordered {

	private static final Bindable<Map<String, LogLevel>> LEVELS = Bindable.mapOf(String.class, LogLevel.class);

	private static final String LEVEL = "logging.level";

	private final LoggingSystem system;

	private final @Nullable LoggerGroups groups;

	private final Map<String, @Nullable LogLevel> originals = new HashMap<>();

	/**
	 * Create a participant.
	 * @param system the logging system of the application
	 * @param groups its groups of loggers, {@code null} if there are none
	 */
	public LogLevelParticipant(LoggingSystem system, @Nullable LoggerGroups groups) {
		this.system = system;
		this.groups = groups;
	}

	@Override
	public int getOrder() {
		return PropertiesParticipant.ORDER + 10;
	}

	@Override
	public ReloadStep prepare(ConfigChange change) {
		if (!change.affects(LEVEL)) {
			return ReloadStep.NONE;
		}
		Map<String, LogLevel> before = levels(change.live());
		Map<String, LogLevel> after = levels(change.candidate());
		Set<String> named = new HashSet<>();
		before.keySet().forEach((name) -> named.addAll(loggers(name)));
		Map<String, @Nullable LogLevel> changes = new LinkedHashMap<>();
		before.forEach((name, level) -> {
			if (!after.containsKey(name)) {
				loggers(name).forEach((logger) -> changes.put(logger, null));
			}
		});
		after.forEach((name, level) -> {
			if (!Objects.equals(before.get(name), level)) {
				loggers(name).forEach((logger) -> changes.put(logger, level));
			}
		});
		return new LevelStep(changes, named);
	}

	private static Map<String, LogLevel> levels(Environment environment) {
		return Binder.get(environment).bind(LEVEL, LEVELS).orElseGet(Map::of);
	}

	private List<String> loggers(String name) {
		LoggerGroup group = (this.groups != null) ? this.groups.get(name) : null;
		return (group != null && group.hasMembers()) ? group.getMembers() : List.of(name);
	}

	private @Nullable LogLevel configured(String logger) {
		LoggerConfiguration configuration = this.system.getLoggerConfiguration(logger);
		return (configuration != null) ? configuration.getConfiguredLevel() : null;
	}

	private void set(String logger, @Nullable LogLevel level) {
		if (logger.equalsIgnoreCase(LoggingSystem.ROOT_LOGGER_NAME)) {
			this.system.setLogLevel(null, (level != null) ? level : LogLevel.INFO);
		}
		else {
			this.system.setLogLevel(logger, level);
		}
	}

	private final class LevelStep implements ReloadStep {

		private final Map<String, @Nullable LogLevel> changes;

		private final Map<String, @Nullable LogLevel> former = new LinkedHashMap<>();

		private final Set<String> named;

		private LevelStep(Map<String, @Nullable LogLevel> changes, Set<String> named) {
			this.changes = changes;
			this.named = named;
		}

		@Override
		public void apply() {
			this.changes.forEach((logger, level) -> {
				this.former.put(logger, configured(logger));
				set(logger, (level != null) ? level : LogLevelParticipant.this.originals.get(logger));
			});
		}

		@Override
		public void undo() {
			this.former.forEach(LogLevelParticipant.this::set);
		}

		@Override
		public void commit() {
			this.changes.forEach((logger, level) -> {
				if (level == null) {
					LogLevelParticipant.this.originals.remove(logger);
				}
				else if (!this.named.contains(logger)) {
					LogLevelParticipant.this.originals.put(logger, this.former.get(logger));
				}
			});
		}

	}

}
