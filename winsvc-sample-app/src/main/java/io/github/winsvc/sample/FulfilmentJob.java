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

package io.github.winsvc.sample;

import java.time.Instant;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.TriggerContext;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/**
 * Fulfils accepted orders, a batch at a time.
 */
@Component
class FulfilmentJob implements SchedulingConfigurer {

	private static final Logger logger = LoggerFactory.getLogger(FulfilmentJob.class);

	private final OrderService service;

	private final OrdersProperties properties;

	FulfilmentJob(OrderService service, OrdersProperties properties) {
		this.service = service;
		this.properties = properties;
	}

	@Override
	public void configureTasks(ScheduledTaskRegistrar registrar) {
		registrar.addTriggerTask(this::fulfil, this::next);
	}

	/**
	 * Read the interval after each batch, because it may have changed.
	 */
	private Instant next(TriggerContext context) {
		Instant last = context.lastCompletion();
		return (last != null) ? last.plus(this.properties.getFulfilmentInterval()) : context.getClock().instant();
	}

	private void fulfil() {
		int fulfilled = this.service.fulfilBatch();
		if (fulfilled > 0) {
			logger.info("Fulfilled {} order(s)", fulfilled);
		}
	}

}
