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
import io.github.winsvc.health.CheckMetrics;
import io.github.winsvc.health.CheckRecorder;
import io.github.winsvc.health.CheckThreads;
import io.github.winsvc.health.CompactHealth;
import io.github.winsvc.health.HealthProperties;
import io.github.winsvc.health.HealthRegistryWatcher;
import io.github.winsvc.health.HealthWatches;
import io.github.winsvc.health.NoRecorder;
import io.github.winsvc.health.ReactiveRegistryWatcher;
import io.github.winsvc.health.ServiceDescription;
import io.github.winsvc.health.ServiceDetail;
import io.github.winsvc.health.ServiceEndpoint;
import io.github.winsvc.health.ServiceEndpointWebExtension;
import io.github.winsvc.health.ServiceHealthIndicator;
import io.github.winsvc.host.ServiceFacts;
import io.github.winsvc.host.ServiceHost;
import io.micrometer.core.instrument.MeterRegistry;
import reactor.core.publisher.Flux;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.endpoint.expose.EndpointExposure;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.boot.health.registry.ReactiveHealthContributorRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * {@link EnableAutoConfiguration Auto-configuration} of what a service tells of its
 * health: the contributor and the endpoint {@code winsvc}, and a watch on all checks.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = HealthContributorRegistryAutoConfiguration.class, after = WinsvcAutoConfiguration.class)
@ConditionalOnService
@ConditionalOnClass({ HealthContributorRegistry.class, ConditionalOnAvailableEndpoint.class })
@EnableConfigurationProperties(HealthProperties.class)
public final class WinsvcHealthAutoConfiguration {

	@Bean
	ServiceDescription winsvcServiceDescription(ServiceHost host, ServiceFacts facts,
			ObjectProvider<ServiceDetail> further) {
		return new ServiceDescription(host, facts, further::orderedStream);
	}

	@Bean
	@ConditionalOnEnabledHealthIndicator("winsvc")
	@ConditionalOnMissingBean(name = "winsvcHealthIndicator")
	ServiceHealthIndicator winsvcHealthIndicator(ServiceHost host, ServiceDescription description) {
		return new ServiceHealthIndicator(host, description);
	}

	@Bean
	@ConditionalOnAvailableEndpoint
	ServiceEndpoint winsvcEndpoint(ServiceDescription description) {
		return new ServiceEndpoint(description);
	}

	@Bean
	@ConditionalOnAvailableEndpoint(endpoint = ServiceEndpoint.class, exposure = EndpointExposure.WEB)
	ServiceEndpointWebExtension winsvcEndpointWebExtension(HealthContributorRegistry registry,
			ObjectProvider<ReactiveHealthContributorRegistry> reactiveRegistry, HealthProperties properties) {
		return new ServiceEndpointWebExtension(
				new CompactHealth(registry, reactiveRegistry.getIfAvailable(), properties));
	}

	@Bean
	CheckThreads winsvcCheckThreads() {
		return new CheckThreads();
	}

	@Bean
	HealthWatches winsvcHealthWatches(HealthProperties properties, CheckRecorder recorder, CheckThreads threads) {
		return new HealthWatches(properties, recorder, threads);
	}

	@Bean
	static HealthRegistryWatcher winsvcHealthRegistryWatcher(ObjectProvider<HealthWatches> watches) {
		return new HealthRegistryWatcher(watches);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(Flux.class)
	static class ReactiveConfiguration {

		@Bean
		static ReactiveRegistryWatcher winsvcReactiveRegistryWatcher(ObjectProvider<HealthWatches> watches) {
			return new ReactiveRegistryWatcher(watches);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterRegistry.class)
	static class MetricsConfiguration {

		@Bean
		CheckMetrics winsvcCheckRecorder(ObjectProvider<MeterRegistry> registry) {
			return new CheckMetrics(registry::getIfUnique);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingClass("io.micrometer.core.instrument.MeterRegistry")
	static class NoMetricsConfiguration {

		@Bean
		NoRecorder winsvcCheckRecorder() {
			return new NoRecorder();
		}

	}

}
