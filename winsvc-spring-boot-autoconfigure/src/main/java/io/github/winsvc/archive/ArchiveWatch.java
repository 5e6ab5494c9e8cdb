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

package io.github.winsvc.archive;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;

import io.github.winsvc.event.ServiceStateChangedEvent;
import io.github.winsvc.scm.ServiceState;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.core.log.LogMessage;

/**
 * Prepares the next start of the service while it runs, on a thread of its own. Does
 * nothing before the service is RUNNING, while it is paused, and once it stops.
 *
 * @since 0.1.0
 */
public final class ArchiveWatch implements DisposableBean {

	private static final Log logger = LogFactory.getLog(ArchiveWatch.class);

	/** The first requests come first. */
	private static final Duration FIRST_LOOK = Duration.ofSeconds(5);

	private static final Duration WINDOW = Duration.ofSeconds(10);

	private static final Duration BOUND = Duration.ofHours(1);

	private final Supplier<@Nullable ArchiveKeeper> keeper;

	private final boolean enabled;

	private final Duration delay;

	private final Duration bound;

	private final IdleMeter meter;

	private volatile boolean running;

	private @Nullable Thread thread;

	private boolean ended;

	/**
	 * Create the watch.
	 * @param keeper creates what does the work, once it is needed, if there is something
	 * to do
	 * @param properties what the operator wants
	 * @param meter finds out whether the service is idle
	 */
	ArchiveWatch(Supplier<@Nullable ArchiveKeeper> keeper, ArchiveProperties properties, IdleMeter meter) {
		this(keeper, properties, meter, BOUND);
	}

	ArchiveWatch(Supplier<@Nullable ArchiveKeeper> keeper, ArchiveProperties properties, IdleMeter meter,
			Duration bound) {
		this.keeper = keeper;
		this.enabled = properties.isEnabled();
		this.delay = properties.getDelay();
		this.meter = meter;
		this.bound = bound;
	}

	/**
	 * Begin, or end, with the service.
	 * @param event what has become of it
	 */
	@EventListener
	public void onStateChanged(ServiceStateChangedEvent event) {
		this.running = event.to() == ServiceState.RUNNING;
		if (this.running) {
			start();
		}
		else if (event.to() == ServiceState.STOP_PENDING) {
			destroy();
		}
	}

	private synchronized void start() {
		if (this.thread == null && !this.ended) {
			this.thread = new Thread(this::run, "winsvc-archive");
			this.thread.setDaemon(true);
			this.thread.setPriority(Thread.MIN_PRIORITY);
			this.thread.start();
		}
	}

	@Override
	public synchronized void destroy() {
		this.ended = true;
		if (this.thread != null) {
			this.thread.interrupt();
		}
	}

	private void run() {
		try {
			prepare();
		}
		catch (InterruptedException ex) {
			logger.debug("The service stops, its next start is not prepared");
		}
		catch (IOException | RuntimeException ex) {
			if (!isEnded()) {
				logger.warn("The next start of the service cannot be prepared to be fast. If this goes on, set "
						+ "winsvc.archive.enabled=false", ex);
			}
		}
	}

	/**
	 * Wait until nothing is written any more, after {@link #destroy()}.
	 */
	void awaitEnd() throws InterruptedException {
		Thread thread;
		synchronized (this) {
			thread = this.thread;
		}
		if (thread != null) {
			thread.join();
		}
	}

	private synchronized boolean isEnded() {
		return this.ended;
	}

	private void prepare() throws IOException, InterruptedException {
		Duration first = shorter(this.delay, FIRST_LOOK);
		Thread.sleep(first.toMillis());
		ArchiveKeeper keeper = this.keeper.get();
		if (keeper == null || !keeper.begin(this.enabled)) {
			return;
		}
		Duration window = shorter(this.delay, WINDOW);
		Duration rest = this.delay.minus(first).minus(window);
		if (!rest.isNegative()) {
			Thread.sleep(rest.toMillis());
		}
		long begun = System.nanoTime();
		while (!(this.meter.isIdle(window) && this.running)) {
			if (System.nanoTime() - begun > this.bound.toNanos()) {
				logger.info(LogMessage.format("The archive of classes is not built in this run, as the service was not "
						+ "idle for %d minutes", this.bound.toMinutes()));
				return;
			}
		}
		keeper.build();
	}

	private static Duration shorter(Duration one, Duration other) {
		return (one.compareTo(other) < 0) ? one : other;
	}

}
