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

package io.github.winsvc.registry;

import java.time.Duration;

import io.github.winsvc.scm.RegistryWatch;
import io.github.winsvc.scm.ScmException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.context.SmartLifecycle;
import org.springframework.core.log.LogMessage;

/**
 * The thread {@code winsvc-registry}, which waits for changes of the service's key of the
 * registry and has the configuration reloaded when what it holds for the application has
 * changed and been quiet for a while. Works while the application runs, a pause of the
 * service included.
 *
 * @since 0.1.0
 */
public final class RegistryThread implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(RegistryThread.class);

	private static final Duration LONG = Duration.ofHours(12);

	private final RegistryConfiguration configuration;

	private final Duration quietPeriod;

	private final Runnable reload;

	private @Nullable RegistryWatch watch;

	/**
	 * Create a thread, which begins when it is started.
	 * @param configuration what is read from the registry
	 * @param quietPeriod how long it must not have changed before it is read
	 * @param reload has the configuration reloaded soon, and returns at once
	 */
	public RegistryThread(RegistryConfiguration configuration, Duration quietPeriod, Runnable reload) {
		this.configuration = configuration;
		this.quietPeriod = quietPeriod;
		this.reload = reload;
	}

	@Override
	public synchronized void start() {
		if (this.watch == null) {
			RegistryWatch begun = this.configuration.watch();
			Thread thread = new Thread(() -> run(begun), "winsvc-registry");
			thread.setDaemon(true);
			this.watch = begun;
			thread.start();
		}
	}

	@Override
	public synchronized void stop() {
		if (this.watch != null) {
			this.watch.cancel();
			this.watch = null;
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.watch != null;
	}

	@Override
	public boolean isPauseable() {
		return false;
	}

	private void run(RegistryWatch begun) {
		try (begun) {
			boolean changed = false;
			while (true) {
				switch (begun.await(changed ? this.quietPeriod : LONG)) {
					case CHANGED -> changed = true;
					case QUIET -> {
						if (changed && this.configuration.hasChanged()) {
							this.reload.run();
						}
						changed = false;
					}
					case CANCELLED -> {
						return;
					}
				}
			}
		}
		catch (ScmException | LinkageError ex) {
			logger.warn(LogMessage
				.format("Changes of the registry key %s are not noticed, because it cannot be watched: %s. Say "
						+ "--winsvc.reload to have them read", this.configuration.path(), ex.getMessage()));
		}
	}

}
