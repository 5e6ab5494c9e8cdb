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

package io.github.winsvc.memory;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Looks at everything that is logged with Logback.
 */
class OutOfMemoryLogFilter extends TurboFilter {

	private final OutOfMemoryWatch watch;

	OutOfMemoryLogFilter(OutOfMemoryWatch watch) {
		this.watch = watch;
	}

	static void install(OutOfMemoryWatch watch) {
		if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
			context.addTurboFilter(new OutOfMemoryLogFilter(watch));
		}
	}

	static void uninstall(OutOfMemoryWatch watch) {
		if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
			context.getTurboFilterList()
				.removeIf((filter) -> filter instanceof OutOfMemoryLogFilter own && own.watch == watch);
		}
	}

	@Override
	public FilterReply decide(@Nullable Marker marker, Logger logger, Level level, @Nullable String format,
			@Nullable Object @Nullable [] parameters, @Nullable Throwable thrown) {
		if (thrown != null) {
			this.watch.look(thrown);
		}
		else if (parameters != null && parameters.length > 0
				&& parameters[parameters.length - 1] instanceof Throwable last) {
			this.watch.look(last);
		}
		return FilterReply.NEUTRAL;
	}

}
