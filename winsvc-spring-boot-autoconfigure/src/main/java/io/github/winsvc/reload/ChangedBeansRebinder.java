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
import org.springframework.cloud.context.environment.EnvironmentChangeEvent;
import org.springframework.cloud.context.properties.ConfigurationPropertiesBeans;
import org.springframework.cloud.context.properties.ConfigurationPropertiesRebinder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Takes the place of Spring Cloud's rebinder, which sets all beans to their defaults and
 * binds them again whatever has changed. This one has nothing to do in a reload, and
 * binds the beans whose properties have changed when somebody else says that they have.
 *
 * @since 0.1.0
 */
public final class ChangedBeansRebinder extends ConfigurationPropertiesRebinder {

	private final PropertiesBeans beans;

	private final ConfigurableApplicationContext context;

	/**
	 * Create a rebinder.
	 * @param context the context of the application
	 * @param beans its bound beans
	 * @param properties the properties of Spring Cloud
	 */
	public ChangedBeansRebinder(ConfigurableApplicationContext context, ConfigurationPropertiesBeans beans,
			RefreshProperties properties) {
		super(beans, properties);
		this.context = context;
		this.beans = new PropertiesBeans(context);
	}

	@Override
	public void onApplicationEvent(EnvironmentChangeEvent event) {
		if (event instanceof ReloadEnvironmentChangeEvent
				|| !(this.context.equals(event.getSource()) || event.getKeys().equals(event.getSource()))) {
			return;
		}
		getErrors().clear();
		ConfigurableEnvironment environment = this.context.getEnvironment();
		ConfigChange change = new ConfigChange(event.getKeys(), Set.of(), environment, environment);
		this.beans.affectedBy(change).stream().map(PropertiesBean::name).forEach(this::rebind);
	}

}
