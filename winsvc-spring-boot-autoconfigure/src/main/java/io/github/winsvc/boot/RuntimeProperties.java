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

package io.github.winsvc.boot;

import java.util.List;

import io.github.winsvc.archive.ArchiveProperties;
import io.github.winsvc.health.HealthProperties;
import io.github.winsvc.reload.ReloadProperties;
import io.github.winsvc.resource.ResourceProperties;
import io.github.winsvc.validation.PropertyRules;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * All that the running service reads of its configuration.
 */
final class RuntimeProperties {

	static final List<Class<?>> TYPES = List.of(WinsvcProperties.class, EventLogProperties.class,
			ActuatorProperties.class, HealthProperties.class, ResourceProperties.class, ReloadProperties.class,
			ArchiveProperties.class);

	private RuntimeProperties() {
	}

	/**
	 * Refuse a start with properties that cannot be read or that break a rule, before
	 * anything depends on them.
	 * @throws BindException if there is one, for Spring Boot to analyse
	 */
	static void require(Binder binder) {
		for (Class<?> type : TYPES) {
			binder.bindOrCreate(prefix(type), Bindable.of(type), new ValidationBindHandler(new PropertyRules()));
		}
	}

	/**
	 * Return where properties stand in the configuration.
	 */
	static String prefix(Class<?> type) {
		ConfigurationProperties annotation = AnnotatedElementUtils.getMergedAnnotation(type,
				ConfigurationProperties.class);
		return (annotation != null) ? annotation.prefix() : "";
	}

}
