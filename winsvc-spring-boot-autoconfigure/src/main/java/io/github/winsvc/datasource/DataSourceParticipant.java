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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.zaxxer.hikari.HikariDataSource;
import io.github.winsvc.reload.ConfigChange;
import io.github.winsvc.reload.ReloadParticipant;
import io.github.winsvc.reload.ReloadStep;

import org.springframework.boot.context.properties.ConfigurationPropertiesBean;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;

/**
 * Has the pools of Hikari follow their properties. Sizes, times and credentials take
 * effect in the pool that works, all else in another one that takes its place. A
 * connection is made before, with whatever changes for it.
 *
 * @since 0.1.0
 */
public final class DataSourceParticipant implements ReloadParticipant, Ordered {

	private final ApplicationContext context;

	private final FollowingDataSources dataSources;

	private final Duration drainTimeout;

	/**
	 * Create a participant.
	 * @param context the context of the application
	 * @param dataSources the pools
	 * @param drainTimeout how long a former pool stays open at most
	 */
	public DataSourceParticipant(ApplicationContext context, FollowingDataSources dataSources, Duration drainTimeout) {
		this.context = context;
		this.dataSources = dataSources;
		this.drainTimeout = drainTimeout;
	}

	/**
	 * Before the beans of the refresh scope, which may use a connection when they are
	 * made.
	 */
	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE + 15;
	}

	@Override
	public ReloadStep prepare(ConfigChange change) {
		List<PoolStep> steps = new ArrayList<>();
		Set<String> keysForRestart = new TreeSet<>();
		for (SwappablePool pool : this.dataSources.pools().values()) {
			PoolConfiguration configuration = configurationOf(pool.prefix());
			Map<String, String> keys = configuration.keysOf(change);
			if (pool.current().isClosed()) {
				keysForRestart.addAll(keys.keySet());
			}
			else if (!keys.isEmpty()) {
				PoolChange poolChange = PoolChange.of(pool.current(), configuration, keys, change);
				if (poolChange.isSwap() || poolChange.changesCredentials()) {
					ConnectionTest.run(poolChange.next(), poolChange.connectionKeys());
				}
				steps.add(new PoolStep(pool, poolChange, this.drainTimeout));
				keysForRestart.addAll(poolChange.unfollowed());
			}
		}
		return new PoolsStep(steps, keysForRestart);
	}

	private PoolConfiguration configurationOf(String prefix) {
		ConfigurationPropertyName own = ConfigurationPropertyName.of(prefix);
		String common = null;
		for (Map.Entry<String, DataSourceProperties> bean : this.context
			.getBeansOfType(DataSourceProperties.class, false, false)
			.entrySet()) {
			ConfigurationPropertiesBean bound = ConfigurationPropertiesBean.get(this.context, bean.getValue(),
					bean.getKey());
			String above = (bound != null) ? bound.getAnnotation().prefix() : prefix;
			if (ConfigurationPropertyName.of(above).isAncestorOf(own)
					&& (common == null || above.length() > common.length())) {
				common = above;
			}
		}
		ClassLoader classLoader = this.context.getClassLoader();
		return new PoolConfiguration(prefix, common,
				(classLoader != null) ? classLoader : HikariDataSource.class.getClassLoader());
	}

	private record PoolsStep(List<PoolStep> steps, Set<String> keysForRestart) implements ReloadStep {

		@Override
		public void apply() {
			this.steps.forEach(PoolStep::apply);
		}

		@Override
		public void undo() {
			this.steps.forEach(PoolStep::undo);
		}

		@Override
		public void commit() {
			this.steps.forEach(PoolStep::commit);
		}

		@Override
		public Set<String> followedKeys() {
			Set<String> keys = new TreeSet<>();
			this.steps.forEach((step) -> keys.addAll(step.change().followed()));
			return keys;
		}

	}

}
