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

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * An order as it is kept.
 *
 * @param id the order number; a later order has a higher one
 * @param customer who ordered
 * @param status how far the order has come
 * @param acceptedAt when it was accepted
 * @param fulfilledAt when it was fulfilled, {@code null} before
 * @param lines what was ordered
 */
record Order(long id, String customer, OrderStatus status, Instant acceptedAt, @Nullable Instant fulfilledAt,
		List<OrderLine> lines) {

	@JsonProperty("total")
	BigDecimal total() {
		return this.lines.stream().map(OrderLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

}
