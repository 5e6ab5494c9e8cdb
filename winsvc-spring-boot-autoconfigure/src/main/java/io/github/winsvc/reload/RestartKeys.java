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

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.ClassUtils;

/**
 * Finds the keys of a change that are read at the start alone: those of the server and
 * the like, of the registration of the service, and those whose value a bean that is
 * never made anew was given.
 */
class RestartKeys {

	private static final List<String> READ_AT_START = List.of("server", "management.server", "management.endpoints",
			"spring.application", "spring.config", "spring.main", "spring.profiles", "spring.autoconfigure",
			"spring.datasource", "spring.jpa", "spring.task", "spring.threads", "spring.aop", "spring.lifecycle",
			"logging.config", "logging.file", "logging.group", "logging.logback", "logging.pattern",
			"logging.structured", "winsvc");

	private final ConfigurableListableBeanFactory beans;

	private final Map<String, Placeholders> placeholders = new ConcurrentHashMap<>();

	RestartKeys(ConfigurableListableBeanFactory beans) {
		this.beans = beans;
	}

	/**
	 * Find the keys of a change.
	 * @param followed keys that take effect by other means; whoever was given their value
	 * keeps it all the same
	 */
	Set<String> of(ConfigChange change, Set<String> followed) {
		Set<String> keys = new TreeSet<>();
		READ_AT_START.forEach((name) -> keys.addAll(change.keysOf(name)));
		keys.removeAll(followed);
		for (String name : this.beans.getBeanDefinitionNames()) {
			BeanDefinition definition = this.beans.getMergedBeanDefinition(name);
			if (definition.isSingleton() && !definition.isAbstract() && this.beans.containsSingleton(name)) {
				Placeholders own = this.placeholders.computeIfAbsent(name,
						(key) -> Placeholders.of(typeOf(key), definition));
				own.keys().forEach((key) -> keys.addAll(change.keysOf(key)));
			}
		}
		return keys;
	}

	private Class<?> typeOf(String name) {
		Object instance = this.beans.getSingleton(name);
		return (instance != null) ? ClassUtils.getUserClass(AopUtils.getTargetClass(instance)) : Object.class;
	}

}
