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

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.winsvc.reload.ConfigChange;
import io.github.winsvc.reload.ReloadRefusedException;

/**
 * What a change of the configuration means for a pool.
 *
 * @param former the settings that the pool has
 * @param next those that it shall have
 * @param names the names of those that differ
 * @param followed the keys that take effect thereby
 * @param unfollowed the keys that do not, because somebody else than the configuration
 * says what they say
 * @param connectionKeys the keys that decide whether there is a connection
 */
record PoolChange(PoolSettings former, PoolSettings next, Set<String> names, Set<String> followed,
		Set<String> unfollowed, Set<String> connectionKeys) {

	private static final int DEFAULT_MAXIMUM = 10;

	private static final Set<String> CONNECTION = Set.of(PoolSettings.URL, PoolSettings.DRIVER, PoolSettings.USERNAME,
			PoolSettings.PASSWORD);

	private static final Set<String> CREDENTIALS = Set.of(PoolSettings.USERNAME, PoolSettings.PASSWORD);

	/** What a pool takes over while it works, and what no connection depends on. */
	private static final Set<String> LIVE = Set.of("connectionTimeout", "validationTimeout", "idleTimeout",
			"leakDetectionThreshold", "maxLifetime", PoolSettings.MINIMUM_IDLE, PoolSettings.MAXIMUM_POOL_SIZE);

	/**
	 * Find out what a change means.
	 * @param pool the pool
	 * @param configuration where it has its settings from
	 * @param keys the keys of the change that are of these settings, at least one
	 * @param change the change
	 * @throws RuntimeException if the pool cannot be so
	 */
	static PoolChange of(HikariDataSource pool, PoolConfiguration configuration, Map<String, String> keys,
			ConfigChange change) {
		PoolSettings live = PoolSettings.of(pool);
		HikariConfig before = configuration.read(change.live());
		HikariConfig after = configuration.read(change.candidate());
		Set<String> foreign = new TreeSet<>();
		if (keys.containsValue(PoolSettings.URL) && !hasSource(after)) {
			foreign.addAll(CONNECTION);
		}
		refuseSizes(keys, after);
		boolean sameUrl = !keys.containsValue(PoolSettings.URL);
		PoolSettings configured = settings(before, pool, sameUrl, keys);
		PoolSettings wanted = settings(after, pool, sameUrl, keys);
		Set<String> names = configured.differences(wanted);
		CONNECTION.stream()
			.filter(names::contains)
			.filter((name) -> !Objects.equals(live.get(name), configured.get(name)))
			.forEach(foreign::add);
		if (foreign.contains(PoolSettings.URL)) {
			foreign.addAll(CONNECTION);
		}
		names.removeAll(foreign);
		return new PoolChange(live, live.with(names, wanted), names, keysOf(keys, (name) -> !foreign.contains(name)),
				keysOf(keys, foreign::contains), keysOf(keys, (name) -> !LIVE.contains(name)));
	}

	private static Set<String> keysOf(Map<String, String> keys, Predicate<String> names) {
		return keys.entrySet()
			.stream()
			.filter((entry) -> names.test(entry.getValue()))
			.map(Map.Entry::getKey)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static boolean hasSource(HikariConfig config) {
		return config.getJdbcUrl() != null || config.getDataSourceClassName() != null
				|| config.getDataSourceJNDI() != null;
	}

	/**
	 * Hikari would take another number than what is configured.
	 */
	private static void refuseSizes(Map<String, String> keys, HikariConfig config) {
		int maximum = (config.getMaximumPoolSize() > 0) ? config.getMaximumPoolSize() : DEFAULT_MAXIMUM;
		if (config.getMinimumIdle() > maximum) {
			Set<String> culprits = keysOf(keys,
					Set.of(PoolSettings.MINIMUM_IDLE, PoolSettings.MAXIMUM_POOL_SIZE)::contains);
			if (!culprits.isEmpty()) {
				throw new ReloadRefusedException(List.of("%s: the pool cannot have %d idle connections and %d at most"
					.formatted(String.join(", ", culprits), config.getMinimumIdle(), maximum)));
			}
		}
	}

	/**
	 * Complete and check what is configured. What nobody configures is as in the pool, so
	 * that it makes no difference.
	 */
	private static PoolSettings settings(HikariConfig config, HikariDataSource pool, boolean sameUrl,
			Map<String, String> keys) {
		PoolSettings live = PoolSettings.of(pool);
		if (config.getPoolName() == null) {
			String name = pool.getPoolName();
			config.setPoolName((name != null) ? name : "pool");
		}
		if (sameUrl) {
			live.applyTo(config, Set.of(PoolSettings.URL));
		}
		if (!hasSource(config)) {
			live.applyTo(config, Set.of(PoolSettings.URL, "dataSource", "dataSourceClassName", "dataSourceJNDI"));
		}
		try {
			config.validate();
		}
		catch (RuntimeException ex) {
			throw new ReloadRefusedException(List
				.of("%s: %s".formatted(String.join(", ", keys.keySet()), ConnectionProblem.describe(ex, config))));
		}
		return PoolSettings.of(config);
	}

	/**
	 * Whether the pool cannot follow, but another one can.
	 */
	boolean isSwap() {
		Set<String> others = new TreeSet<>(this.names);
		others.removeAll(LIVE);
		if (this.next.get(PoolSettings.USERNAME) != null && !losesPassword() && keepsIdleConnections()) {
			others.removeAll(CREDENTIALS);
		}
		return !others.isEmpty();
	}

	/**
	 * Without a password of its own, a connection would be asked for with the one that
	 * the pool began with.
	 */
	private boolean losesPassword() {
		return this.former.get(PoolSettings.PASSWORD) != null && this.next.get(PoolSettings.PASSWORD) == null;
	}

	/**
	 * Without any, a pool may leave who waits for a connection without one when it lets
	 * go of others.
	 */
	boolean keepsIdleConnections() {
		return !Integer.valueOf(0).equals(this.next.get(PoolSettings.MINIMUM_IDLE));
	}

	boolean changesCredentials() {
		return this.names.stream().anyMatch(CREDENTIALS::contains);
	}

	/**
	 * Return the names of settings that the pool takes over one by one.
	 */
	Collection<String> liveNames() {
		return this.names.stream().filter(LIVE::contains).toList();
	}

}
