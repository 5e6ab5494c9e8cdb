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

package io.github.winsvc.test.scm;

import java.time.Instant;
import java.util.Optional;

import io.github.winsvc.scm.OwnProcess;
import io.github.winsvc.scm.ProcessCounters;
import io.github.winsvc.scm.ServiceName;
import io.github.winsvc.scm.ServiceRegistration;
import org.jspecify.annotations.Nullable;

/**
 * What a process finds out about itself on the machine of a {@link FakeScm}.
 */
final class FakeOwnProcess implements OwnProcess {

	private final FakeScm scm;

	private final @Nullable FakeService service;

	FakeOwnProcess(FakeScm scm, @Nullable FakeService service) {
		this.scm = scm;
		this.service = service;
	}

	@Override
	public Optional<ServiceRegistration> registration(ServiceName name) {
		return this.scm.find(name)
			.map((service) -> this.scm.monitor().call(() -> service.registration(this.scm.unsupported())));
	}

	@Override
	public Optional<ProcessCounters> counters() {
		FakeService own = this.service;
		return (own != null) ? this.scm.monitor().call(() -> Optional.ofNullable(own.counters())) : Optional.empty();
	}

	@Override
	public Optional<Instant> systemStart() {
		return Optional.of(this.scm.systemStart());
	}

}
