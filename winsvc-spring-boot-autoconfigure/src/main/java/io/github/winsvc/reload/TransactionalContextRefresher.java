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

import java.util.Set;

import org.springframework.cloud.autoconfigure.RefreshAutoConfiguration.RefreshProperties;
import org.springframework.cloud.context.refresh.ConfigDataContextRefresher;
import org.springframework.cloud.context.scope.refresh.RefreshScope;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Sends all who ask Spring Cloud for a refresh through a reload: its endpoint, and those
 * who publish a {@code RefreshEvent}.
 *
 * @since 0.1.0
 */
public final class TransactionalContextRefresher extends ConfigDataContextRefresher {

	private final ConfigReloader reloader;

	/**
	 * Create a refresher.
	 * @param context the context of the application
	 * @param scope its refresh scope
	 * @param properties the properties of Spring Cloud
	 * @param reloader what reloads
	 */
	public TransactionalContextRefresher(ConfigurableApplicationContext context, RefreshScope scope,
			RefreshProperties properties, ConfigReloader reloader) {
		super(context, scope, properties);
		this.reloader = reloader;
	}

	/**
	 * Reload the configuration.
	 * @return the keys that have changed
	 * @throws ReloadRefusedException if the change was rejected
	 */
	@Override
	public Set<String> refresh() {
		ReloadResult result = this.reloader.reload("refresh");
		if (result instanceof ReloadResult.Rejected rejected) {
			throw new ReloadRefusedException(rejected.reasons());
		}
		return (result instanceof ReloadResult.Applied applied) ? applied.keys() : Set.of();
	}

	@Override
	public Set<String> refreshEnvironment() {
		return refresh();
	}

}
