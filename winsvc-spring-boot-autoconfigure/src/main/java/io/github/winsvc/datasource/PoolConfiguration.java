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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.zaxxer.hikari.HikariConfig;
import io.github.winsvc.reload.ConfigChange;
import io.github.winsvc.reload.ReloadRefusedException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Where a pool has its settings from.
 *
 * @param prefix the prefix of the properties that its bean is bound to, such as
 * {@code spring.datasource.hikari}
 * @param common the prefix above of those that do not depend on the kind of pool, such as
 * {@code spring.datasource}; {@code null} if there are none
 * @param classLoader where drivers are found
 */
record PoolConfiguration(String prefix, @Nullable String common, ClassLoader classLoader) {

	private static final Map<String, String> COMMON = Map.of("url", PoolSettings.URL, "username", PoolSettings.USERNAME,
			"password", PoolSettings.PASSWORD, "driver-class-name", PoolSettings.DRIVER, "name", PoolSettings.NAME);

	/**
	 * Find what a change says of the pool.
	 * @return the keys, each with the name of the setting
	 */
	Map<String, String> keysOf(ConfigChange change) {
		Map<String, String> keys = new LinkedHashMap<>();
		ConfigurationPropertyName base = ConfigurationPropertyName.of(this.prefix);
		for (String key : change.keysOf(this.prefix)) {
			ConfigurationPropertyName name = ConfigurationPropertyName.adapt(key, '.');
			if (name.getNumberOfElements() > base.getNumberOfElements()) {
				PoolSettings.find(name.getElement(base.getNumberOfElements(), Form.UNIFORM))
					.ifPresent((setting) -> keys.put(key, setting));
			}
		}
		if (this.common != null) {
			COMMON.forEach((name, setting) -> change.keysOf(this.common + "." + name)
				.forEach((key) -> keys.put(key, setting)));
		}
		return keys;
	}

	/**
	 * Read the settings as Spring Boot does at the start.
	 * @throws ReloadRefusedException if there is no such driver
	 * @throws RuntimeException if a value is none that a setting can have
	 */
	HikariConfig read(Environment environment) {
		Binder binder = Binder.get(environment);
		HikariConfig config = new HikariConfig();
		if (this.common != null) {
			boolean usesDriver = !binder.bind(this.prefix + ".data-source-class-name", String.class).isBound();
			readCommon(binder, this.common, usesDriver, config);
		}
		binder.bind(this.prefix, Bindable.ofInstance(config));
		return config;
	}

	private void readCommon(Binder binder, String common, boolean usesDriver, HikariConfig config) {
		DataSourceProperties properties = new DataSourceProperties();
		properties.setBeanClassLoader(this.classLoader);
		binder.bind(common, Bindable.ofInstance(properties));
		if (StringUtils.hasText(properties.getName())) {
			config.setPoolName(properties.getName());
		}
		if (!StringUtils.hasText(properties.getUrl())) {
			config.setUsername(properties.getUsername());
			config.setPassword(properties.getPassword());
			return;
		}
		String culprit = StringUtils.hasText(properties.getDriverClassName()) ? ".driver-class-name" : ".url";
		try {
			properties.afterPropertiesSet();
			config.setJdbcUrl(properties.determineUrl());
			String driver = properties.determineDriverClassName();
			if (usesDriver) {
				config.setDriverClassName(driver);
			}
			config.setUsername(properties.determineUsername());
			config.setPassword(properties.determinePassword());
		}
		catch (Exception ex) {
			throw new ReloadRefusedException(
					List.of("%s%s: %s".formatted(common, culprit, ConnectionProblem.describe(ex, config))));
		}
	}

}
