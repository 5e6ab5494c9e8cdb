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

import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import io.github.winsvc.host.HostFailure;
import io.github.winsvc.host.HostedApplication;
import io.github.winsvc.scm.ControlSubscriber;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceControl;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.ServiceStatus;

/**
 * An application that has nothing to do, so that what is measured is the host of it.
 */
final class IdleApplication implements HostedApplication, ControlSubscriber {

	private final CompletableFuture<Void> stopped = new CompletableFuture<>();

	/**
	 * Wait until the application is told to stop.
	 */
	void awaitStop() {
		this.stopped.join();
	}

	@Override
	public void stop() {
		this.stopped.complete(null);
	}

	@Override
	public void fail(HostFailure failure) {
		this.stopped.completeExceptionally(new IllegalStateException(failure.toString()));
	}

	@Override
	public boolean pause() {
		return true;
	}

	@Override
	public boolean resume() {
		return true;
	}

	@Override
	public void control(ServiceControl control) {
	}

	@Override
	public void changed(ServiceState from, ServiceState to) {
	}

	@Override
	public void refused(ServiceStatus status, ScmException ex) {
	}

	@Override
	public void overdue(HostFailure failure) {
	}

	@Override
	public void powerSetting(UUID id) {
	}

	@Override
	public void deviceClass(UUID id) {
	}

}
