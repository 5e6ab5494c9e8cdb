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

import java.io.File;

import io.github.winsvc.boot.ConditionalOnService;
import io.github.winsvc.host.ServiceFacts;
import io.github.winsvc.resource.ProcessResources;
import io.github.winsvc.resource.ResourceMetrics;
import io.github.winsvc.resource.ResourceMonitor;
import io.github.winsvc.resource.ResourceProperties;
import io.github.winsvc.resource.ResourcesHealthIndicator;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * {@link EnableAutoConfiguration Auto-configuration} of the watch on what a service uses.
 *
 * @since 0.1.0
 */
@AutoConfiguration(
		beforeName = "org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration",
		after = WinsvcAutoConfiguration.class)
@ConditionalOnService
@ConditionalOnBooleanProperty(name = "winsvc.resources.enabled", matchIfMissing = true)
@EnableConfigurationProperties(ResourceProperties.class)
public final class WinsvcResourceAutoConfiguration {

	@Bean
	ResourceMonitor winsvcResourceMonitor(ResourceProperties properties, ServiceFacts facts, Environment environment) {
		String path = properties.disk().path();
		File directory = new File((path != null) ? path : environment.getProperty("winsvc.home", "."));
		return new ResourceMonitor(properties, new ProcessResources(facts.ownProcess(), directory));
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class })
	static class HealthConfiguration {

		@Bean
		@ConditionalOnEnabledHealthIndicator("winsvcresources")
		ResourcesHealthIndicator winsvcResourcesHealthIndicator(ResourceMonitor monitor) {
			return new ResourcesHealthIndicator(monitor);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterBinder.class)
	static class MetricsConfiguration {

		@Bean
		ResourceMetrics winsvcResourceMetrics(ResourceMonitor monitor) {
			return new ResourceMetrics(monitor);
		}

	}

}
