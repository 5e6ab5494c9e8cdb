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

import java.util.List;

import io.github.winsvc.boot.ConditionalOnService;
import io.github.winsvc.boot.WinsvcProperties;
import io.github.winsvc.web.ActuatorPaths;
import io.github.winsvc.web.AllowedPaths;
import io.github.winsvc.web.PausedAnswer;
import io.github.winsvc.web.TrafficGate;
import io.github.winsvc.web.TrafficGateFilter;
import io.github.winsvc.web.TrafficGateWebFilter;
import jakarta.servlet.DispatcherType;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * {@link EnableAutoConfiguration Auto-configuration} of the gate that keeps HTTP requests
 * out while the service is paused.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = WinsvcAutoConfiguration.class)
@ConditionalOnService
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty(name = "winsvc.pause.enabled", matchIfMissing = true)
public final class WinsvcWebAutoConfiguration {

	/** After the filter that observes requests, so that the refused ones are seen. */
	private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 2;

	@Bean
	TrafficGate winsvcTrafficGate() {
		return new TrafficGate();
	}

	@Bean
	PausedAnswer winsvcPausedAnswer(WinsvcProperties properties) {
		return new PausedAnswer(properties.getPause().getRetryAfter());
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ ManagementPortType.class, PathMappedEndpoints.class })
	static class ActuatorConfiguration {

		@Bean
		AllowedPaths winsvcAllowedPaths(WinsvcProperties properties, ObjectProvider<PathMappedEndpoints> endpoints,
				Environment environment) {
			String servletPath = environment.getProperty("spring.mvc.servlet.path", "");
			ActuatorPaths actuator = new ActuatorPaths(ManagementPortType.get(environment),
					StringUtils.trimTrailingCharacter(servletPath, '/'));
			return new AllowedPaths(properties.getPause().getAllowedPaths(),
					() -> endpoints.stream().flatMap((mapped) -> actuator.of(mapped).stream()).toList());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingClass("org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType")
	static class NoActuatorConfiguration {

		@Bean
		AllowedPaths winsvcAllowedPaths(WinsvcProperties properties) {
			return new AllowedPaths(properties.getPause().getAllowedPaths(), List::of);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.SERVLET)
	static class ServletConfiguration {

		@Bean
		FilterRegistrationBean<TrafficGateFilter> winsvcTrafficGateFilter(TrafficGate gate, AllowedPaths allowed,
				PausedAnswer answer) {
			FilterRegistrationBean<TrafficGateFilter> registration = new FilterRegistrationBean<>(
					new TrafficGateFilter(gate, allowed, answer));
			registration.setDispatcherTypes(DispatcherType.REQUEST);
			registration.setOrder(ORDER);
			return registration;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.REACTIVE)
	static class ReactiveConfiguration {

		@Bean
		TrafficGateWebFilter winsvcTrafficGateFilter(TrafficGate gate, AllowedPaths allowed, PausedAnswer answer) {
			return new TrafficGateWebFilter(gate, allowed, answer, ORDER);
		}

	}

}
