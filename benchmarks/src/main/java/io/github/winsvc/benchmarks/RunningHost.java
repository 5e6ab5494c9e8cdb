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

package io.github.winsvc.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import io.github.winsvc.host.ServiceHost;
import io.github.winsvc.scm.HostedService;
import io.github.winsvc.scm.ServiceControl;
import io.github.winsvc.scm.ServiceDispatcher;
import io.github.winsvc.scm.ServiceStart;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.StartReason;
import org.jspecify.annotations.Nullable;

/**
 * A host that is RUNNING, and a door that lets controls in and throws reports away.
 */
final class RunningHost {

	static final int CONTROL = 200;

	private final IdleApplication application = new IdleApplication();

	private volatile @Nullable HostedService service;

	RunningHost() {
		ServiceHost host = new ServiceHost(this.application, (code) -> {
		});
		ServiceDispatcher dispatcher = (hosted) -> {
			this.service = hosted;
			hosted.started(new ServiceStart("bench", List.of(), () -> StartReason.DEMAND, this.application),
					(status) -> {
					});
		};
		host.connect(dispatcher, Duration.ofSeconds(10));
		host.accept(Set.of(), Set.of(CONTROL));
		host.ready();
		while (host.state() != ServiceState.RUNNING) {
			Thread.onSpinWait();
		}
	}

	/**
	 * Call the control handler as the SCM does.
	 */
	Object send(ServiceControl control) {
		HostedService hosted = this.service;
		if (hosted == null) {
			throw new IllegalStateException("not connected");
		}
		return hosted.control(control);
	}

	/**
	 * Send STOP, and wait until the application is told to close its context.
	 */
	void stop() {
		send(ServiceControl.Standard.STOP);
		this.application.awaitStop();
	}

}
