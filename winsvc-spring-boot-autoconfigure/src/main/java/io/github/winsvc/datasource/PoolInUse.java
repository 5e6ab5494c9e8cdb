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

import java.util.concurrent.atomic.AtomicInteger;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;

/**
 * A pool, and how many calls are in it. May be used by any thread.
 */
final class PoolInUse {

	private final HikariDataSource pool;

	private final AtomicInteger calls = new AtomicInteger();

	PoolInUse(HikariDataSource pool) {
		this.pool = pool;
	}

	HikariDataSource pool() {
		return this.pool;
	}

	void enter() {
		this.calls.incrementAndGet();
	}

	void leave() {
		this.calls.decrementAndGet();
	}

	/**
	 * Whether a call is in the pool, such as one that waits for a connection.
	 */
	boolean hasCalls() {
		return this.calls.get() != 0;
	}

	/**
	 * Whether nobody has a connection or waits for one. A call that gets one leaves after
	 * the connection counts as active, so the calls have to be looked at first.
	 */
	boolean isIdle() {
		return !hasCalls() && activeConnections() == 0;
	}

	int activeConnections() {
		HikariPoolMXBean state = this.pool.getHikariPoolMXBean();
		return (state != null) ? state.getActiveConnections() : 0;
	}

}
