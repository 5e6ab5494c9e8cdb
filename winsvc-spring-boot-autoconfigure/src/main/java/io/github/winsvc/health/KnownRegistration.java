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

package io.github.winsvc.health;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.winsvc.host.ServiceFacts;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceName;
import io.github.winsvc.scm.ServiceRegistration;
import io.github.winsvc.scm.ServiceSettings;
import org.jspecify.annotations.Nullable;

/**
 * How the service is registered, asked for now and then: an operator may change it.
 */
final class KnownRegistration {

	private static final Duration INTERVAL = Duration.ofMinutes(1);

	private static final ServiceSettings NOTHING = ServiceSettings.of();

	private final ServiceFacts facts;

	private final AtomicBoolean reading = new AtomicBoolean();

	private volatile Known known = new Known(NOTHING, null, null);

	KnownRegistration(ServiceFacts facts) {
		this.facts = facts;
	}

	/**
	 * Return what is known, after asking if it is old.
	 */
	Known read() {
		if (this.known.isOld()) {
			this.known = ask();
		}
		return this.known;
	}

	/**
	 * Return what is known, and see to it that it will not be old. A health check must
	 * not wait for the SCM, and the first one need not wait for what it takes to ask.
	 */
	Known known() {
		if (this.known.isOld() && this.reading.compareAndSet(false, true)) {
			Thread thread = new Thread(() -> {
				try {
					read();
				}
				finally {
					this.reading.set(false);
				}
			}, "winsvc-registration");
			thread.setDaemon(true);
			thread.start();
		}
		return this.known;
	}

	private Known ask() {
		try {
			return new Known(this.facts.ownProcess()
				.registration(new ServiceName(this.facts.name()))
				.map(ServiceRegistration::settings)
				.orElse(NOTHING), null, System.nanoTime());
		}
		catch (ScmException ex) {
			return new Known(NOTHING, "cannot be read: " + ex.getMessage(), System.nanoTime());
		}
	}

	/**
	 * What was read.
	 *
	 * @param settings the settings
	 * @param problem why there are none
	 * @param time when, a value of {@link System#nanoTime()}, {@code null} if never
	 */
	record Known(ServiceSettings settings, @Nullable String problem, @Nullable Long time) {

		private boolean isOld() {
			return this.time == null || System.nanoTime() - this.time > INTERVAL.toNanos();
		}

	}

}
