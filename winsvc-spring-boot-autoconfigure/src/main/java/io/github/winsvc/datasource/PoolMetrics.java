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

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.IMetricsTracker;
import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import com.zaxxer.hikari.metrics.PoolStats;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of a pool, and of those that take its place. They have the name of the
 * pool, so only one pool of a name can have them at a time.
 */
final class PoolMetrics implements MetricsTrackerFactory {

	private final MetricsTrackerFactory delegate;

	private volatile @Nullable PoolMetricsTracker tracker;

	PoolMetrics(MetricsTrackerFactory delegate) {
		this.delegate = delegate;
	}

	@Override
	public IMetricsTracker create(String poolName, PoolStats poolStats) {
		PoolMetricsTracker created = new PoolMetricsTracker(this.delegate.create(poolName, poolStats));
		this.tracker = created;
		return created;
	}

	/**
	 * Whether a pool has metrics, or the like, that another one of the same name cannot
	 * have at the same time.
	 */
	static boolean occupyNameOf(HikariDataSource pool) {
		MetricsTrackerFactory factory = pool.getMetricsTrackerFactory();
		return (factory != null && !(factory instanceof PoolMetrics)) || pool.isRegisterMbeans()
				|| pool.getMetricRegistry() != null || pool.getHealthCheckRegistry() != null;
	}

	/**
	 * Let a pool be measured instead of another one, which is measured no more, not even
	 * while it drains.
	 */
	static void handOver(HikariDataSource former, HikariDataSource next) {
		MetricsTrackerFactory factory = former.getMetricsTrackerFactory();
		if (factory instanceof PoolMetrics metrics) {
			PoolMetricsTracker tracker = metrics.tracker;
			if (tracker != null) {
				tracker.close();
			}
		}
		if (factory != null) {
			next.setMetricsTrackerFactory(factory);
		}
		else if (former.getMetricRegistry() != null) {
			next.setMetricRegistry(former.getMetricRegistry());
		}
	}

}
