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

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Accepts, finds and fulfils orders. An order is kept with all its lines or not at all.
 */
@Service
@Transactional
class OrderService {

	private final OrderRepository repository;

	private final OrdersProperties properties;

	OrderService(OrderRepository repository, OrdersProperties properties) {
		this.repository = repository;
		this.properties = properties;
	}

	/**
	 * Accept an order.
	 * @param order the order
	 * @return the order as it is kept
	 * @throws TooManyLinesException if it has more lines than the configured maximum
	 */
	Order accept(NewOrder order) {
		int maximum = this.properties.getMaxLines();
		if (order.lines().size() > maximum) {
			throw new TooManyLinesException(order.lines().size(), maximum);
		}
		return find(this.repository.insert(order));
	}

	/**
	 * Find an order.
	 * @param id the order number
	 * @return the order
	 * @throws UnknownOrderException if there is none
	 */
	@Transactional(readOnly = true)
	Order find(long id) {
		return this.repository.find(id).orElseThrow(() -> new UnknownOrderException(id));
	}

	/**
	 * List the newest orders, newest first, up to the configured maximum.
	 * @param status the status they have, {@code null} for any
	 * @return the orders
	 */
	@Transactional(readOnly = true)
	List<Order> list(@Nullable OrderStatus status) {
		return this.repository.findNewest(status, this.properties.getMaxListed());
	}

	/**
	 * Fulfil the oldest accepted orders, one batch of them.
	 * @return how many there were
	 */
	int fulfilBatch() {
		return this.repository.fulfilOldest(this.properties.getFulfilmentBatchSize());
	}

}
