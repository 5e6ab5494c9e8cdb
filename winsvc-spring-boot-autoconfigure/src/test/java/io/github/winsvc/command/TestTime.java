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

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.github.winsvc.test.scm.ManualClock;

/**
 * A time in which waiting takes no time and things happen on schedule.
 */
final class TestTime implements Time {

	private final ManualClock clock = new ManualClock();

	private final List<Event> events = new ArrayList<>();

	ManualClock clock() {
		return this.clock;
	}

	synchronized void after(Duration delay, Runnable action) {
		this.events.add(new Event(now().plus(delay), action));
	}

	@Override
	public Instant now() {
		return this.clock.instant();
	}

	@Override
	public ZoneId zone() {
		return ZoneOffset.UTC;
	}

	@Override
	public void sleep(Duration duration) {
		this.clock.advance(duration);
		due().forEach((event) -> event.action().run());
	}

	private synchronized List<Event> due() {
		List<Event> due = this.events.stream()
			.filter((event) -> !event.time().isAfter(now()))
			.sorted(Comparator.comparing(Event::time))
			.toList();
		this.events.removeAll(due);
		return due;
	}

	private record Event(Instant time, Runnable action) {

	}

}
