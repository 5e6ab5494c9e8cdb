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
import io.github.winsvc.eventlog.ServiceEventLog;
import io.github.winsvc.host.ServiceFacts;
import io.github.winsvc.host.ServiceHost;
import io.github.winsvc.metrics.EventLogMetrics;
import io.github.winsvc.metrics.ServiceMetrics;
import io.github.winsvc.resource.CounterMetrics;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} of the metrics of a service.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = WinsvcAutoConfiguration.class)
@ConditionalOnService
@ConditionalOnClass(MeterBinder.class)
public final class WinsvcMetricsAutoConfiguration {

	@Bean
	ServiceMetrics winsvcServiceMetrics(ServiceHost host, ServiceFacts facts) {
		return new ServiceMetrics(host, facts);
	}

	@Bean
	EventLogMetrics winsvcEventLogMetrics(ServiceEventLog log) {
		return new EventLogMetrics(log);
	}

	@Bean
	CounterMetrics winsvcCounterMetrics(ServiceFacts facts) {
		return new CounterMetrics(facts.ownProcess());
	}

}
