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
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.aop.TargetSource;

/**
 * What is behind the {@code DataSource} that an application has: one pool, which another
 * one can take the place of. Each call goes to the pool that is current when the call
 * begins, and no pool is closed while a call is in it or a connection of it is in use,
 * within a bound.
 */
final class SwappablePool implements TargetSource {

	private final String prefix;

	private final List<PoolInUse> open = new CopyOnWriteArrayList<>();

	private final List<Draining> draining = new CopyOnWriteArrayList<>();

	private volatile PoolInUse current;

	/**
	 * Put a pool behind a data source.
	 * @param prefix the prefix of its properties
	 * @param pool the first pool
	 */
	SwappablePool(String prefix, HikariDataSource pool) {
		this.prefix = prefix;
		this.current = new PoolInUse(pool);
		this.open.add(this.current);
	}

	@Override
	public Class<?> getTargetClass() {
		return HikariDataSource.class;
	}

	@Override
	public Object getTarget() {
		while (true) {
			PoolInUse pool = this.current;
			pool.enter();
			if (pool == this.current) {
				return pool.pool();
			}
			pool.leave();
		}
	}

	@Override
	public void releaseTarget(Object target) {
		this.open.stream().filter((pool) -> pool.pool() == target).forEach(PoolInUse::leave);
	}

	String prefix() {
		return this.prefix;
	}

	HikariDataSource current() {
		return this.current.pool();
	}

	/**
	 * Let calls from now on go to another pool. The former one stays open.
	 */
	void use(HikariDataSource pool) {
		this.current = this.open.stream().filter((known) -> known.pool() == pool).findFirst().orElseGet(() -> {
			PoolInUse added = new PoolInUse(pool);
			this.open.add(added);
			return added;
		});
	}

	/**
	 * Close a pool that is not the current one when nobody uses it any more. Returns at
	 * once.
	 * @param bound how long to wait for that at most
	 */
	void retire(HikariDataSource pool, Duration bound) {
		for (PoolInUse known : this.open) {
			if (known.pool() == pool) {
				Draining drain = new Draining(known, bound, this::closed);
				this.draining.add(drain);
				drain.start();
			}
		}
	}

	private void closed(Draining drain) {
		this.open.remove(drain.pool());
		this.draining.remove(drain);
	}

	/**
	 * Close all pools now.
	 */
	void close() {
		this.draining.forEach(Draining::hurry);
		this.open.forEach((pool) -> pool.pool().close());
	}

	@Override
	public String toString() {
		return "pool " + current().getPoolName();
	}

}
