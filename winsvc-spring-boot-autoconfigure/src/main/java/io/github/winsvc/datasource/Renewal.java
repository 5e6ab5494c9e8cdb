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

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;

/**
 * Has a pool make its connections anew. Those in use are closed when they are given back.
 */
final class Renewal {

	/** Most connections that are just being made are there by then. */
	private static final Duration SOON = Duration.ofSeconds(1);

	private static final Duration BOUND = Duration.ofSeconds(30);

	private Renewal() {
	}

	/**
	 * Have all connections made anew that there are.
	 */
	static void now(HikariDataSource pool) {
		HikariPoolMXBean state = pool.getHikariPoolMXBean();
		if (state != null && !pool.isClosed()) {
			state.softEvictConnections();
		}
	}

	/**
	 * Have all connections made anew now, and again when the one that is just being made,
	 * with former credentials, is there: soon, or as late as can be. A thread of its own
	 * waits for that.
	 */
	static void nowAndLater(HikariDataSource pool) {
		now(pool);
		long delay = Math.min(BOUND.toMillis(), pool.getConnectionTimeout());
		Thread thread = new Thread(() -> later(pool, delay), "winsvc-datasource-renewal");
		thread.setDaemon(true);
		thread.start();
	}

	private static void later(HikariDataSource pool, long delay) {
		try {
			long soon = Math.min(SOON.toMillis(), delay);
			Thread.sleep(soon);
			now(pool);
			Thread.sleep(delay - soon);
			now(pool);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
