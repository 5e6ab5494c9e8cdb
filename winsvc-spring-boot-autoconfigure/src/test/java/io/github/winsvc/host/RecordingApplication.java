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

package io.github.winsvc.host;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceControl;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.ServiceStatus;

/**
 * An application that remembers what the host wanted of it, and how its process was
 * halted.
 */
class RecordingApplication implements HostedApplication, IntConsumer {

	private final BlockingQueue<String> calls = new LinkedBlockingQueue<>();

	private final List<ServiceState> changes = new CopyOnWriteArrayList<>();

	private final List<ServiceControl> controls = new CopyOnWriteArrayList<>();

	private volatile CountDownLatch gate = new CountDownLatch(0);

	private volatile boolean able = true;

	@Override
	public void stop() {
		this.calls.add("stop on " + Thread.currentThread().getName());
	}

	@Override
	public void fail(HostFailure failure) {
		this.calls.add("fail " + failure);
	}

	@Override
	public boolean pause() {
		return change("pause");
	}

	@Override
	public boolean resume() {
		return change("resume");
	}

	private boolean change(String call) {
		pass();
		this.calls.add(call);
		return this.able;
	}

	@Override
	public void control(ServiceControl control) {
		pass();
		this.controls.add(control);
	}

	@Override
	public void changed(ServiceState from, ServiceState to) {
		this.changes.add(to);
	}

	@Override
	public void refused(ServiceStatus status, ScmException ex) {
		this.calls.add("refused " + status.state() + " " + ex.error().code());
	}

	@Override
	public void overdue(HostFailure failure) {
		pass();
		this.calls.add("overdue " + failure);
	}

	@Override
	public void accept(int exitCode) {
		this.calls.add("halt " + exitCode);
	}

	private void pass() {
		try {
			this.gate.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Have every call but those to end wait.
	 */
	void block() {
		this.gate = new CountDownLatch(1);
	}

	void unblock() {
		this.gate.countDown();
	}

	/**
	 * Have a pause, or its end, fail.
	 */
	void beUnable() {
		this.able = false;
	}

	String awaitCall() throws InterruptedException {
		String call = this.calls.poll(10, TimeUnit.SECONDS);
		if (call == null) {
			throw new AssertionError("The host wanted nothing");
		}
		return call;
	}

	boolean isLeftAlone() {
		return this.calls.isEmpty();
	}

	List<ServiceState> changes() {
		return this.changes;
	}

	List<ServiceControl> controls() {
		return this.controls;
	}

}
