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

package io.github.winsvc.health;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.health.registry.HealthContributorRegistry;

/**
 * Puts a watch on the registry of health contributors.
 *
 * @since 0.1.0
 */
public final class HealthRegistryWatcher implements BeanPostProcessor {

	private final ObjectProvider<HealthWatches> watches;

	/**
	 * Create the processor.
	 * @param watches the watches, to be asked for when they are needed
	 */
	public HealthRegistryWatcher(ObjectProvider<HealthWatches> watches) {
		this.watches = watches;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return (bean instanceof HealthContributorRegistry registry)
				? new WatchedHealthRegistry(registry, this.watches.getObject()) : bean;
	}

}
