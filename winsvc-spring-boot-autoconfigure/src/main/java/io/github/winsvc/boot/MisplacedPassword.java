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

import io.github.winsvc.command.RefusedPassword;
import io.github.winsvc.command.UsageException;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Looks for the password of the account in the configuration, where it must not be. An
 * environment variable is no configuration: {@code WINSVC_PASSWORD} is a name that an
 * operator may choose.
 */
final class MisplacedPassword {

	private static final ConfigurationPropertyName WINSVC = ConfigurationPropertyName.of("winsvc");

	private MisplacedPassword() {
	}

	/**
	 * Refuse a configuration with a password in it.
	 * @throws UsageException if there is one
	 */
	static void refuse(Environment environment) {
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			if (source instanceof IterableConfigurationPropertySource iterable
					&& !(source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource)) {
				iterable.stream()
					.filter(WINSVC::isAncestorOf)
					.map((name) -> name.subName(1).toString())
					.filter(RefusedPassword::isMeantBy)
					.findFirst()
					.ifPresent((name) -> {
						throw RefusedPassword.of(name);
					});
			}
		}
	}

}
