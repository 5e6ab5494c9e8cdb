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

	private volatile Known known = new Known(NOTHING, null, null);

	KnownRegistration(ServiceFacts facts) {
		this.facts = facts;
	}

	ServiceSettings settings() {
		return refreshed().settings();
	}

	/**
	 * Return why it cannot be read, {@code null} if it can.
	 */
	@Nullable String problem() {
		return refreshed().problem();
	}

	private Known refreshed() {
		Known known = this.known;
		if (known.time() == null || System.nanoTime() - known.time() > INTERVAL.toNanos()) {
			known = read();
			this.known = known;
		}
		return known;
	}

	private Known read() {
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
	 * @param time when, a value of {@link System#nanoTime()}
	 */
	private record Known(ServiceSettings settings, @Nullable String problem, @Nullable Long time) {

	}

}
