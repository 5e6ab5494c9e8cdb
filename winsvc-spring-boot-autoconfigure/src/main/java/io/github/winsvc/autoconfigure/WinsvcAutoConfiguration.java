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

package io.github.winsvc.autoconfigure;

import io.github.winsvc.boot.ConditionalOnService;
import io.github.winsvc.boot.WinsvcProperties;
import io.github.winsvc.event.OnServiceControl;
import io.github.winsvc.event.OnServiceControlListenerFactory;
import io.github.winsvc.validation.PropertyRules;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindHandlerAdvisor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} of what an application that runs as
 * a Windows service can use: methods that handle {@linkplain OnServiceControl controls}.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnService
@EnableConfigurationProperties(WinsvcProperties.class)
public final class WinsvcAutoConfiguration {

	/**
	 * Has Spring Boot's own binding hold the rules of the properties, with or without a
	 * provider of Jakarta Validation.
	 */
	@Bean
	static ConfigurationPropertiesBindHandlerAdvisor winsvcPropertyRules() {
		return (handler) -> new ValidationBindHandler(handler, new PropertyRules());
	}

	@Bean
	static OnServiceControlListenerFactory onServiceControlListenerFactory() {
		return new OnServiceControlListenerFactory();
	}

}
