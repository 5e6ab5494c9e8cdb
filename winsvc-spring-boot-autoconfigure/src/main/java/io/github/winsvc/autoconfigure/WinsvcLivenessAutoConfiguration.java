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

import java.util.ArrayList;
import java.util.List;

import io.github.winsvc.boot.ConditionalOnService;
import io.github.winsvc.boot.WinsvcProperties;
import io.github.winsvc.host.EndGuard;
import io.github.winsvc.host.ServiceHost;
import io.github.winsvc.liveness.DeadlockCheck;
import io.github.winsvc.liveness.HealthGroupCheck;
import io.github.winsvc.liveness.HeapCheck;
import io.github.winsvc.liveness.LivenessCheck;
import io.github.winsvc.liveness.LivenessChecks;
import io.github.winsvc.liveness.LivenessWatch;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * {@link EnableAutoConfiguration Auto-configuration} of the end of a service that no
 * longer works. Nothing is looked at unless it is configured.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = WinsvcAutoConfiguration.class,
		afterName = "org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration")
@ConditionalOnService
public final class WinsvcLivenessAutoConfiguration {

	@Bean
	LivenessWatch winsvcLivenessWatch(WinsvcProperties properties, EndGuard guard, ServiceHost host,
			ObjectProvider<LivenessChecks> checks) {
		WinsvcProperties.Liveness liveness = properties.getLiveness();
		List<LivenessCheck> all = new ArrayList<>();
		checks.stream().map(LivenessChecks::checks).forEach(all::addAll);
		if (liveness.isDeadlocks()) {
			all.add(new DeadlockCheck());
		}
		if (liveness.getHeapAfterGc() > 0) {
			all.add(new HeapCheck(liveness.getHeapAfterGc(), liveness.getFailures()));
		}
		return new LivenessWatch(all, liveness.getInterval(), guard, host::fail);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(HealthEndpoint.class)
	static class HealthConfiguration {

		@Bean
		LivenessChecks winsvcHealthGroupChecks(WinsvcProperties properties, ObjectProvider<HealthEndpoint> health,
				ObjectProvider<HealthEndpointGroups> groups) {
			WinsvcProperties.Liveness liveness = properties.getLiveness();
			List<LivenessCheck> checks = new ArrayList<>();
			for (String group : liveness.getHealthGroups()) {
				requireGroup(groups.getIfAvailable(), group);
				checks
					.add(new HealthGroupCheck(group, liveness.getFailures(), () -> status(health.getObject(), group)));
			}
			return new LivenessChecks(checks);
		}

		private static void requireGroup(@Nullable HealthEndpointGroups groups, String group) {
			if (groups == null || groups.get(group) == null) {
				throw new IllegalStateException(("winsvc.liveness.health-groups names '%s', which is no health group. "
						+ "Define it with management.endpoint.health.group.%s.include, or take it off the list")
					.formatted(group, group));
			}
		}

		private static @Nullable Status status(HealthEndpoint health, String group) {
			HealthDescriptor descriptor = health.healthForPath(group);
			return (descriptor != null) ? descriptor.getStatus() : null;
		}

	}

}
