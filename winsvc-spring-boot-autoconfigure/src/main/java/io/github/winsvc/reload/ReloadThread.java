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

package io.github.winsvc.reload;

import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * The thread {@code winsvc-reload}, which reloads when somebody requests it, and looks
 * after the files of the configuration. Works while the application runs, a pause of the
 * service included.
 *
 * @since 0.1.0
 */
public final class ReloadThread implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(ReloadThread.class);

	private final ConfigReloader reloader;

	private final ReloadProperties properties;

	private final FileWatch watch;

	private @Nullable ScheduledExecutorService executor;

	/**
	 * Create a thread, which begins when it is started.
	 * @param context the context of the application
	 * @param startEnvironment how its environment is made
	 * @param reloader what reloads
	 * @param properties how files are watched
	 */
	public ReloadThread(ConfigurableApplicationContext context, StartEnvironment startEnvironment,
			ConfigReloader reloader, ReloadProperties properties) {
		this.reloader = reloader;
		this.properties = properties;
		this.watch = new FileWatch(() -> ConfigFiles.of(context.getEnvironment(), startEnvironment.additionalFile()),
				startEnvironment.preparedAt(), properties.getQuietPeriod());
	}

	/**
	 * Have the configuration reloaded soon. Returns at once.
	 * @param trigger what asks for it, a short text for logs
	 */
	public synchronized void request(String trigger) {
		if (this.executor != null) {
			this.executor.execute(() -> reload(trigger));
		}
	}

	@Override
	public synchronized void start() {
		if (this.executor == null) {
			this.executor = Executors.newSingleThreadScheduledExecutor((task) -> {
				Thread thread = new Thread(task, "winsvc-reload");
				thread.setDaemon(true);
				return thread;
			});
			if (this.properties.isWatch()) {
				this.executor.execute(this::begin);
			}
		}
	}

	@Override
	public synchronized void stop() {
		if (this.executor != null) {
			this.executor.shutdown();
			this.executor = null;
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.executor != null;
	}

	@Override
	public boolean isPauseable() {
		return false;
	}

	private void begin() {
		try {
			if (this.watch.begin()) {
				reload("file");
			}
		}
		finally {
			next(this.properties.getInterval().toMillis());
		}
	}

	private void look() {
		try {
			if (this.watch.hasChanged()) {
				reload("file");
			}
		}
		finally {
			next((this.watch.isUnsettled() ? this.properties.getQuietPeriod() : this.properties.getInterval())
				.toMillis());
		}
	}

	private synchronized void next(long delay) {
		if (this.executor != null) {
			try {
				this.executor.schedule(this::look, Math.max(delay, 1), TimeUnit.MILLISECONDS);
			}
			catch (RejectedExecutionException ex) {
				logger.debug("The files are watched no more", ex);
			}
		}
	}

	private void reload(String trigger) {
		try {
			this.reloader.reload(trigger);
		}
		catch (RuntimeException | LinkageError ex) {
			logger.error("The configuration could not be reloaded", ex);
		}
	}

}
