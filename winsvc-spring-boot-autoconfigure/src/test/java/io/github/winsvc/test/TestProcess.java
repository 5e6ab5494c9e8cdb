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

package io.github.winsvc.test;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.winsvc.scm.EventLog;
import io.github.winsvc.scm.HostedService;
import io.github.winsvc.scm.OwnProcess;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceDispatcher;
import io.github.winsvc.scm.ServiceKey;
import io.github.winsvc.scm.Win32Error;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.log.LogMessage;

/**
 * One life of an application, as if it had a JVM to itself: {@code main} has a thread of
 * its own, which is dead when it returns. The threads that it starts belong to the
 * process; when none but daemons is left, the process ends.
 */
final class TestProcess extends ThreadGroup implements ServiceDispatcher {

	/** The name under which winsvc registers the host of the service. */
	private static final String HOST_BEAN_NAME = "winsvcServiceHost";

	private static final Duration POLL = Duration.ofMillis(20);

	/** How long threads may take to end by themselves. */
	private static final Duration PATIENCE = Duration.ofSeconds(1);

	/** How long threads may take to end when they are interrupted. */
	private static final Duration INTERRUPT_BOUND = Duration.ofSeconds(10);

	private final FakeProcessEnd end = new FakeProcessEnd();

	private final AtomicBoolean connected = new AtomicBoolean();

	private final CountDownLatch over = new CountDownLatch(1);

	private final ServiceDispatcher door;

	private final String[] properties;

	private volatile @Nullable ConfigurableApplicationContext context;

	private volatile @Nullable Throwable failure;

	TestProcess(String name, ServiceDispatcher door, String[] properties) {
		super(name);
		this.door = door;
		this.properties = properties;
	}

	/**
	 * Return the process that the current thread belongs to.
	 */
	static @Nullable TestProcess current() {
		ThreadGroup group = Thread.currentThread().getThreadGroup();
		while (group != null && !(group instanceof TestProcess)) {
			group = group.getParent();
		}
		return (group instanceof TestProcess process && !process.isOver()) ? process : null;
	}

	/**
	 * Run the application until the process has ended, or is killed by an interrupt.
	 * @return the exit code of the process
	 */
	int run(MainMethod main, String[] arguments) {
		Thread thread = new Thread(this, () -> runMain(main, arguments), getName() + "-main");
		thread.setDaemon(false);
		thread.start();
		try {
			return awaitCode();
		}
		finally {
			clean();
			this.over.countDown();
		}
	}

	private void runMain(MainMethod main, String[] arguments) {
		try {
			main.run(arguments);
		}
		catch (Throwable ex) {
			this.failure = ex;
		}
	}

	private int awaitCode() {
		while (true) {
			try {
				return this.end.code().get(POLL.toMillis(), TimeUnit.MILLISECONDS);
			}
			catch (TimeoutException ex) {
				if (threads().isEmpty()) {
					this.end.exit((this.failure != null) ? 1 : 0);
				}
			}
			catch (InterruptedException ex) {
				kill();
			}
			catch (ExecutionException ex) {
				throw new IllegalStateException(ex);
			}
		}
	}

	/**
	 * Windows kills at a shutdown even what is about to end anyway.
	 */
	private void kill() {
		if (!this.end.isExiting() || !awaitQuiet(PATIENCE)) {
			this.end.halt(1);
		}
	}

	/**
	 * Do what the end of a JVM does to whatever runs in it.
	 */
	private void clean() {
		if (this.end.over().getCount() > 0) {
			exit(1);
		}
		if (!awaitQuiet(PATIENCE)) {
			threads().forEach(Thread::interrupt);
			if (!awaitQuiet(INTERRUPT_BOUND)) {
				LogFactory.getLog(TestProcess.class)
					.warn(LogMessage.format("These threads of %s outlive it: %s", getName(), threads()));
			}
		}
		if (this.failure != null) {
			// Spring Boot forgets this when it fails to tell the exit code
			LoggingSystem.get(getClass().getClassLoader()).cleanUp();
		}
		this.context = null;
	}

	private boolean awaitQuiet(Duration bound) {
		long deadline = System.nanoTime() + bound.toNanos();
		try {
			boolean quiet = this.end.over().await(bound.toNanos(), TimeUnit.NANOSECONDS);
			for (List<Thread> left = threads(); !left.isEmpty(); left = threads()) {
				long millis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
				if (millis <= 0) {
					return false;
				}
				left.get(0).join(millis);
			}
			return quiet;
		}
		catch (InterruptedException ex) {
			return false;
		}
	}

	/**
	 * Return the threads that keep a JVM alive.
	 */
	private List<Thread> threads() {
		Thread[] threads = new Thread[activeCount() + 64];
		enumerate(threads);
		return Arrays.stream(threads).filter(Objects::nonNull).filter((thread) -> !thread.isDaemon()).toList();
	}

	/**
	 * End the process in good order, from without.
	 */
	void exit(int code) {
		Thread thread = new Thread(this, () -> this.end.exit(code), getName() + "-end");
		thread.setDaemon(true);
		thread.start();
	}

	/**
	 * Wait until nothing of the process is left.
	 * @return whether that is so
	 */
	boolean awaitOver(Duration bound) {
		try {
			return this.over.await(bound.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for the end of " + getName(), ex);
		}
	}

	boolean isOver() {
		return this.over.getCount() == 0;
	}

	/**
	 * A second run in the process is told what Windows would say. That winsvc asks is no
	 * fault of the application.
	 */
	@Override
	public void dispatch(HostedService service) {
		if (!this.connected.compareAndSet(false, true)) {
			throw new ScmException("StartServiceCtrlDispatcher", Win32Error.SERVICE_ALREADY_RUNNING);
		}
		this.door.dispatch(service);
	}

	@Override
	public EventLog eventLog(String source) {
		return this.door.eventLog(source);
	}

	@Override
	public OwnProcess ownProcess() {
		return this.door.ownProcess();
	}

	@Override
	public ServiceKey serviceKey(String service) {
		return this.door.serviceKey(service);
	}

	void prepared(ConfigurableApplicationContext context) {
		this.end.closeAtExit(context);
		if (context.getBeanFactory().containsSingleton(HOST_BEAN_NAME)) {
			this.context = context;
		}
	}

	FakeProcessEnd end() {
		return this.end;
	}

	String[] properties() {
		return this.properties;
	}

	@Nullable ConfigurableApplicationContext context() {
		return this.context;
	}

	@Nullable Throwable failure() {
		return this.failure;
	}

}
