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

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.util.Credentials;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.log.LogMessage;

/**
 * The change of one pool: it takes over new settings while it works, or another one takes
 * its place.
 */
class PoolStep {

	private static final Log logger = LogFactory.getLog(PoolStep.class);

	private final SwappablePool swappable;

	private final PoolChange change;

	private final Duration drainTimeout;

	private final HikariDataSource former;

	private @Nullable HikariDataSource next;

	PoolStep(SwappablePool swappable, PoolChange change, Duration drainTimeout) {
		this.swappable = swappable;
		this.change = change;
		this.drainTimeout = drainTimeout;
		this.former = swappable.current();
	}

	PoolChange change() {
		return this.change;
	}

	void apply() {
		if (this.change.isSwap()) {
			this.next = open();
			this.swappable.use(this.next);
			return;
		}
		this.change.next().applyTo(this.former, this.change.liveNames());
		if (this.change.changesCredentials()) {
			this.former.setCredentials(credentials(this.change.next()));
		}
	}

	private HikariDataSource open() {
		HikariConfig config = settings().toConfig();
		try {
			return new HikariDataSource(config);
		}
		catch (RuntimeException ex) {
			throw ConnectionTest.refused(this.change.connectionKeys(), ConnectionProblem.describe(ex, config));
		}
	}

	/**
	 * Hikari gives the new pool a name of its own if there cannot be two of the same.
	 */
	private PoolSettings settings() {
		boolean sameName = !this.change.names().contains(PoolSettings.NAME);
		return (sameName && PoolMetrics.occupyNameOf(this.former)) ? this.change.next().without(PoolSettings.NAME)
				: this.change.next();
	}

	private static Credentials credentials(PoolSettings settings) {
		return Credentials.of((String) settings.get(PoolSettings.USERNAME),
				(String) settings.get(PoolSettings.PASSWORD));
	}

	void undo() {
		if (this.next != null) {
			this.swappable.use(this.former);
			this.swappable.retire(this.next, this.drainTimeout);
		}
		else if (!this.change.isSwap()) {
			this.change.former().applyTo(this.former, this.change.liveNames());
			if (this.change.changesCredentials()) {
				this.former.setCredentials(credentials(this.change.former()));
			}
		}
	}

	void commit() {
		if (this.next != null) {
			logger.info(LogMessage.format("Connections to the database are those of a new pool, %s. The former one is "
					+ "closed when it is used no more", this.next.getPoolName()));
			try {
				PoolMetrics.handOver(this.former, this.next);
			}
			finally {
				this.swappable.retire(this.former, this.drainTimeout);
			}
		}
		else {
			renewConnections();
		}
	}

	private void renewConnections() {
		HikariPoolMXBean state = this.former.getHikariPoolMXBean();
		if (state == null || !this.change.keepsIdleConnections()) {
			return;
		}
		if (this.change.changesCredentials()) {
			Renewal.nowAndLater(this.former);
		}
		else if (state.getTotalConnections() > this.former.getMaximumPoolSize()) {
			Renewal.now(this.former);
		}
	}

}
