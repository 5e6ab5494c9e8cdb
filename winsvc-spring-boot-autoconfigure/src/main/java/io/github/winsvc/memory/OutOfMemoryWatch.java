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

package io.github.winsvc.memory;

import java.lang.Thread.UncaughtExceptionHandler;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.winsvc.host.ServiceHost;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.log.LogMessage;
import org.springframework.util.ClassUtils;

/**
 * Ends the service when an {@link OutOfMemoryError} comes to light: one that ends a
 * thread, or that somebody logs. An error that is caught and kept silent is not seen.
 *
 * @since 0.1.0
 */
public final class OutOfMemoryWatch implements UncaughtExceptionHandler {

	private static final boolean LOGBACK = ClassUtils.isPresent("ch.qos.logback.classic.LoggerContext", null);

	private final AtomicBoolean seen = new AtomicBoolean();

	private final ServiceHost host;

	private final @Nullable UncaughtExceptionHandler next;

	private OutOfMemoryWatch(ServiceHost host, @Nullable UncaughtExceptionHandler next) {
		this.host = host;
		this.next = next;
	}

	/**
	 * Watch this process. An uncaught exception is logged, as nobody sees the console of
	 * a service.
	 * @param host the service
	 * @return the watch, which lasts until it is uninstalled
	 */
	public static OutOfMemoryWatch install(ServiceHost host) {
		OutOfMemoryWatch watch = new OutOfMemoryWatch(host, Thread.getDefaultUncaughtExceptionHandler());
		Thread.setDefaultUncaughtExceptionHandler(watch);
		if (LOGBACK) {
			OutOfMemoryLogFilter.install(watch);
		}
		return watch;
	}

	/**
	 * Leave this process as it was before.
	 */
	public void uninstall() {
		if (Thread.getDefaultUncaughtExceptionHandler() == this) {
			Thread.setDefaultUncaughtExceptionHandler(this.next);
		}
		if (LOGBACK) {
			OutOfMemoryLogFilter.uninstall(this);
		}
	}

	@Override
	public void uncaughtException(Thread thread, Throwable ex) {
		look(ex);
		if (this.next != null) {
			this.next.uncaughtException(thread, ex);
		}
		else {
			LogFactory.getLog(OutOfMemoryWatch.class)
				.error(LogMessage.format("The thread '%s' has died", thread.getName()), ex);
		}
	}

	/**
	 * Look at something that was thrown.
	 */
	void look(Throwable thrown) {
		for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
			if (cause instanceof OutOfMemoryError && this.seen.compareAndSet(false, true)) {
				this.host.outOfMemory();
			}
		}
	}

}
