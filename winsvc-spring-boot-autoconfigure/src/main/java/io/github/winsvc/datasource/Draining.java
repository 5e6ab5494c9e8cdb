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

package io.github.winsvc.datasource;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.core.log.LogMessage;

/**
 * The end of a pool that another one has taken the place of: who has a connection keeps
 * it, then the pool is closed. Has a thread of its own.
 */
final class Draining {

	private static final Log logger = LogFactory.getLog(Draining.class);

	private static final Duration LOOK = Duration.ofMillis(50);

	private static final Duration CLOSE_BOUND = Duration.ofSeconds(20);

	private final PoolInUse pool;

	private final Duration bound;

	private final Consumer<Draining> whenClosed;

	private final CountDownLatch hurry = new CountDownLatch(1);

	private final Thread thread;

	Draining(PoolInUse pool, Duration bound, Consumer<Draining> whenClosed) {
		this.pool = pool;
		this.bound = bound;
		this.whenClosed = whenClosed;
		this.thread = new Thread(this::run, "winsvc-datasource");
		this.thread.setDaemon(true);
	}

	PoolInUse pool() {
		return this.pool;
	}

	void start() {
		this.thread.start();
	}

	private void run() {
		HikariDataSource source = this.pool.pool();
		try {
			if (!awaitIdle()) {
				logger.warn(LogMessage.format(
						"The former pool %s is closed with %d connections in use, %d seconds after another one has "
								+ "taken its place",
						source.getPoolName(), this.pool.activeConnections(), this.bound.toSeconds()));
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			source.close();
			this.whenClosed.accept(this);
		}
	}

	/**
	 * Needs that nobody waits for a connection, who would not get one.
	 */
	private static void letGoOfIdle(HikariDataSource source) {
		source.setMinimumIdle(0);
		HikariPoolMXBean state = source.getHikariPoolMXBean();
		if (state != null) {
			state.softEvictConnections();
		}
	}

	private boolean awaitIdle() throws InterruptedException {
		long begin = System.nanoTime();
		boolean entered = true;
		while (!this.pool.isIdle()) {
			if (entered && !this.pool.hasCalls()) {
				entered = false;
				letGoOfIdle(this.pool.pool());
			}
			if (System.nanoTime() - begin >= this.bound.toNanos()) {
				return false;
			}
			if (this.hurry.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
				return true;
			}
		}
		return true;
	}

	/**
	 * Close the pool now, and return when it is closed.
	 */
	void hurry() {
		this.hurry.countDown();
		try {
			this.thread.join(CLOSE_BOUND.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
