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

package io.github.winsvc.sample;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import io.github.winsvc.host.HostFailure;
import io.github.winsvc.host.HostedApplication;
import io.github.winsvc.host.ServiceHost;
import io.github.winsvc.scm.ControlSubscriber;
import io.github.winsvc.scm.HostedService;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceControl;
import io.github.winsvc.scm.ServiceDispatcher;
import io.github.winsvc.scm.ServiceStart;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.ServiceStatus;
import io.github.winsvc.scm.StartReason;

/**
 * How long the control handler takes, and how soon after STOP the application is told, in
 * this JVM and without an SCM.
 */
final class HandlerBench implements HostedApplication, ControlSubscriber {

	private final CompletableFuture<Long> stopped = new CompletableFuture<>();

	private HostedService service;

	private HandlerBench() {
		ServiceHost host = new ServiceHost(this, (code) -> {
		});
		ServiceDispatcher dispatcher = (hosted) -> {
			this.service = hosted;
			hosted.started(new ServiceStart("bench", List.of(), () -> StartReason.DEMAND, this), (status) -> {
			});
		};
		host.connect(dispatcher, Duration.ofSeconds(10));
		host.accept(Set.of(), Set.of(200));
		host.ready();
		while (host.state() != ServiceState.RUNNING) {
			Thread.onSpinWait();
		}
	}

	/**
	 * Send controls.
	 * @return how many nanoseconds the handler took for each
	 */
	static Figures control(int times) {
		HandlerBench bench = new HandlerBench();
		ServiceControl control = new ServiceControl.Custom(200);
		long[] took = new long[times];
		for (int i = 0; i < times; i++) {
			long begin = System.nanoTime();
			bench.service.control(control);
			took[i] = System.nanoTime() - begin;
		}
		bench.service.control(ServiceControl.Standard.STOP);
		bench.stopped.join();
		return Figures.of(took);
	}

	/**
	 * Send STOP to one service after the other.
	 * @return how many nanoseconds later each was told to close its context
	 */
	static Figures stop(int times) {
		long[] took = new long[times];
		for (int i = 0; i < times; i++) {
			HandlerBench bench = new HandlerBench();
			long begin = System.nanoTime();
			bench.service.control(ServiceControl.Standard.STOP);
			took[i] = bench.stopped.join() - begin;
		}
		return Figures.of(took);
	}

	@Override
	public void stop() {
		this.stopped.complete(System.nanoTime());
	}

	@Override
	public void fail(HostFailure failure) {
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
