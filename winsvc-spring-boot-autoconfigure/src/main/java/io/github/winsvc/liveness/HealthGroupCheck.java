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

package io.github.winsvc.liveness;

import java.util.Optional;
import java.util.function.Supplier;

import io.github.winsvc.host.HostFailure;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.Status;

/**
 * Finds that a group of health checks is down, several looks in a row.
 *
 * @since 0.1.0
 */
public final class HealthGroupCheck implements LivenessCheck {

	private final String group;

	private final int patience;

	private final Supplier<@Nullable Status> status;

	private int times;

	/**
	 * Create the check.
	 * @param group the name of the group
	 * @param patience how many looks in a row must find it down
	 * @param status asks for the status of the group, {@code null} if there is no such
	 * group
	 */
	public HealthGroupCheck(String group, int patience, Supplier<@Nullable Status> status) {
		this.group = group;
		this.patience = patience;
		this.status = status;
	}

	@Override
	public Optional<Finding> look() {
		Status status = this.status.get();
		this.times = Status.DOWN.equals(status) ? this.times + 1 : 0;
		return (this.times >= this.patience)
				? Optional.of(new Finding(HostFailure.HEALTH_DOWN,
						"The health group '%s' was DOWN %d times in a row".formatted(this.group, this.times)))
				: Optional.empty();
	}

}
