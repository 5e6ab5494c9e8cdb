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

import java.beans.PropertyDescriptor;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.zaxxer.hikari.HikariConfig;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.util.Assert;
import org.springframework.util.ReflectionUtils;

/**
 * The settings of a pool, by the names of their properties in {@link HikariConfig}. One
 * that is not set is not there.
 *
 * @param values the values
 */
record PoolSettings(Map<String, Object> values) {

	static final String URL = "jdbcUrl";

	static final String DRIVER = "driverClassName";

	static final String NAME = "poolName";

	static final String USERNAME = "username";

	static final String PASSWORD = "password";

	static final String MINIMUM_IDLE = "minimumIdle";

	static final String MAXIMUM_POOL_SIZE = "maximumPoolSize";

	/** Others say the same, or they belong to one pool alone. */
	private static final Set<String> LEFT_OUT = Set.of("credentials", "metricsTrackerFactory", "metricRegistry");

	/** Made of a class that another setting names. */
	private static final Map<String, String> MADE_OF = Map.of("exceptionOverride", "exceptionOverrideClassName",
			"credentialsProvider", "credentialsProviderClassName");

	static PoolSettings of(HikariConfig config) {
		Map<String, Object> values = new TreeMap<>();
		for (PropertyDescriptor property : BeanUtils.getPropertyDescriptors(HikariConfig.class)) {
			if (isSetting(property)) {
				Object value = ReflectionUtils.invokeMethod(property.getReadMethod(), config);
				if (value instanceof Properties properties) {
					value = copy(properties);
				}
				if (value != null && !isUnsetSize(property.getName(), value)) {
					values.put(property.getName(), value);
				}
			}
		}
		MADE_OF.forEach((made, named) -> {
			if (values.containsKey(named)) {
				values.remove(made);
			}
		});
		return new PoolSettings(values);
	}

	private static boolean isSetting(PropertyDescriptor property) {
		return property.getReadMethod() != null && property.getWriteMethod() != null
				&& !LEFT_OUT.contains(property.getName());
	}

	private static Properties copy(Properties properties) {
		Properties copy = new Properties();
		copy.putAll(properties);
		return copy;
	}

	private static boolean isUnsetSize(String name, Object value) {
		return Set.of(MINIMUM_IDLE, MAXIMUM_POOL_SIZE).contains(name) && value instanceof Integer size && size < 0;
	}

	/**
	 * Find the name of a setting.
	 * @param uniformName the name in lower case
	 */
	static Optional<String> find(String uniformName) {
		return Arrays.stream(BeanUtils.getPropertyDescriptors(HikariConfig.class))
			.filter(PoolSettings::isSetting)
			.map(PropertyDescriptor::getName)
			.filter((name) -> name.toLowerCase(Locale.ROOT).equals(uniformName))
			.findFirst();
	}

	@Nullable Object get(String name) {
		return this.values.get(name);
	}

	/**
	 * Return the names of the settings that differ.
	 */
	Set<String> differences(PoolSettings others) {
		Set<String> names = new TreeSet<>(this.values.keySet());
		names.addAll(others.values.keySet());
		names.removeIf((name) -> Objects.equals(get(name), others.get(name)));
		return names;
	}

	/**
	 * Return these settings with the values that others have of some names.
	 */
	PoolSettings with(Set<String> names, PoolSettings others) {
		Map<String, Object> values = new TreeMap<>(this.values);
		values.keySet().removeAll(names);
		names.forEach((name) -> {
			Object value = others.get(name);
			if (value != null) {
				values.put(name, value);
			}
		});
		return new PoolSettings(values);
	}

	PoolSettings without(String name) {
		Map<String, Object> values = new TreeMap<>(this.values);
		values.remove(name);
		return new PoolSettings(values);
	}

	/**
	 * Give a pool, or what one is made of, the values of some settings.
	 */
	void applyTo(HikariConfig config, Collection<String> names) {
		for (String name : names) {
			Object value = get(name);
			if (value != null) {
				PropertyDescriptor property = BeanUtils.getPropertyDescriptor(HikariConfig.class, name);
				Assert.state(property != null, name);
				Method setter = property.getWriteMethod();
				Assert.state(setter != null, name);
				ReflectionUtils.invokeMethod(setter, config, value);
			}
		}
	}

	HikariConfig toConfig() {
		HikariConfig config = new HikariConfig();
		applyTo(config, this.values.keySet());
		return config;
	}

	/**
	 * Return the names alone: values may be secrets.
	 */
	@Override
	public String toString() {
		return this.values.keySet().toString();
	}

}
