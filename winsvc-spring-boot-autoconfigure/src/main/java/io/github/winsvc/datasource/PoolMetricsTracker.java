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

import java.util.concurrent.atomic.AtomicBoolean;

import com.zaxxer.hikari.metrics.IMetricsTracker;

/**
 * Measures a pool until it is closed, which may be before the pool is. The pool closes it
 * once more, when the metrics may be those of another one.
 */
final class PoolMetricsTracker implements IMetricsTracker {

	private final IMetricsTracker delegate;

	private final AtomicBoolean closed = new AtomicBoolean();

	PoolMetricsTracker(IMetricsTracker delegate) {
		this.delegate = delegate;
	}

	@Override
	public void recordConnectionCreatedMillis(long connectionCreatedMillis) {
		this.delegate.recordConnectionCreatedMillis(connectionCreatedMillis);
	}

	@Override
	public void recordConnectionAcquiredNanos(long elapsedAcquiredNanos) {
		this.delegate.recordConnectionAcquiredNanos(elapsedAcquiredNanos);
	}

	@Override
	public void recordConnectionUsageMillis(long elapsedBorrowedMillis) {
		this.delegate.recordConnectionUsageMillis(elapsedBorrowedMillis);
	}

	@Override
	public void recordConnectionTimeout() {
		this.delegate.recordConnectionTimeout();
	}

	@Override
	public void close() {
		if (!this.closed.getAndSet(true)) {
			this.delegate.close();
		}
	}

}
