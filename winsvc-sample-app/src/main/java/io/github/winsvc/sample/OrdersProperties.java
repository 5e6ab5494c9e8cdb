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

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the order intake. They may change while it runs, so whoever uses one reads
 * it once.
 */
@Validated
@ConfigurationProperties("orders")
class OrdersProperties {

	/**
	 * Time between the end of one batch and the start of the next.
	 */
	@DurationMin(millis = 100)
	private Duration fulfilmentInterval = Duration.ofSeconds(10);

	/**
	 * Number of orders fulfilled at once at most.
	 */
	@Min(1)
	@Max(1000)
	private int fulfilmentBatchSize = 50;

	/**
	 * Number of lines an order may have at most.
	 */
	@Min(1)
	@Max(1000)
	private int maxLines = 100;

	/**
	 * Number of orders listed at most.
	 */
	@Min(1)
	@Max(1000)
	private int maxListed = 100;

	public Duration getFulfilmentInterval() {
		return this.fulfilmentInterval;
	}

	public void setFulfilmentInterval(Duration fulfilmentInterval) {
		this.fulfilmentInterval = fulfilmentInterval;
	}

	public int getFulfilmentBatchSize() {
		return this.fulfilmentBatchSize;
	}

	public void setFulfilmentBatchSize(int fulfilmentBatchSize) {
		this.fulfilmentBatchSize = fulfilmentBatchSize;
	}

	public int getMaxLines() {
		return this.maxLines;
	}

	public void setMaxLines(int maxLines) {
		this.maxLines = maxLines;
	}

	public int getMaxListed() {
		return this.maxListed;
	}

	public void setMaxListed(int maxListed) {
		this.maxListed = maxListed;
	}

}
