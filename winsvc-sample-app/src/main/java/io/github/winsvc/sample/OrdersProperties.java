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
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the order intake.
 *
 * @param fulfilmentInterval Time between the end of one batch and the start of the next.
 * @param fulfilmentBatchSize Number of orders fulfilled at once at most.
 * @param maxLines Number of lines an order may have at most.
 * @param maxListed Number of orders listed at most.
 */
@Validated
@ConfigurationProperties("orders")
record OrdersProperties(@DefaultValue("10s") @DurationMin(millis = 100) Duration fulfilmentInterval,
		@DefaultValue("50") @Min(1) @Max(1000) int fulfilmentBatchSize,
		@DefaultValue("100") @Min(1) @Max(1000) int maxLines, @DefaultValue("100") @Min(1) @Max(1000) int maxListed) {

}
