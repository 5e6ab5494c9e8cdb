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
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

/**
 * Tests for {@link OrderService} on a database in memory.
 */
@SpringBootTest(webEnvironment = WebEnvironment.NONE,
		properties = { "orders.fulfilment-batch-size=2", "orders.max-lines=3", "orders.max-listed=4" })
class OrderServiceTests {

	@Autowired
	private OrderService service;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void whenAcceptedThenOrderIsKeptWithItsLines() {
		Order accepted = this.service
			.accept(new NewOrder("Ada", List.of(Orders.line("TEA-01"), Orders.line("CUP-07"))));
		assertThat(this.service.find(accepted.id())).isEqualTo(accepted);
		assertThat(accepted.customer()).isEqualTo("Ada");
		assertThat(accepted.status()).isEqualTo(OrderStatus.ACCEPTED);
		assertThat(accepted.acceptedAt()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
		assertThat(accepted.fulfilledAt()).isNull();
		assertThat(accepted.lines()).containsExactly(Orders.line("TEA-01"), Orders.line("CUP-07"));
		assertThat(accepted.total()).isEqualByComparingTo("27.00");
	}

	@Test
	void whenOneLineCannotBeKeptThenNothingIsKept() {
		NewOrder order = new NewOrder("Bob", List.of(Orders.line("TEA-01"), Orders.line("x".repeat(65))));
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.service.accept(order));
		assertThat(this.jdbc.sql("select count(*) from orders where customer = 'Bob'").query(Long.class).single())
			.isZero();
	}

	@Test
	void whenOrderHasTooManyLinesThenItIsRefused() {
		assertThatExceptionOfType(TooManyLinesException.class)
			.isThrownBy(() -> this.service.accept(Orders.of("Cleo", 4)))
			.satisfies((refused) -> assertThat(refused.getBody().getDetail())
				.isEqualTo("The order has 4 lines, 3 are allowed."));
	}

	@Test
	void whenThereAreMoreOrdersThanListedThenTheNewestComeFirst() {
		List<Long> ids = List.of(accept(), accept(), accept(), accept(), accept());
		assertThat(this.service.list(null)).extracting(Order::id)
			.containsExactly(ids.get(4), ids.get(3), ids.get(2), ids.get(1));
	}

	@Test
	void whenBatchIsFulfilledThenTheOldestOrdersAreTaken() {
		fulfilAll();
		List<Long> ids = List.of(accept(), accept(), accept());
		assertThat(this.service.fulfilBatch()).isEqualTo(2);
		assertThat(this.service.list(OrderStatus.ACCEPTED)).extracting(Order::id).containsExactly(ids.get(2));
		Order fulfilled = this.service.find(ids.get(0));
		assertThat(fulfilled.status()).isEqualTo(OrderStatus.FULFILLED);
		assertThat(fulfilled.fulfilledAt()).isAfterOrEqualTo(fulfilled.acceptedAt());
		assertThat(this.service.fulfilBatch()).isOne();
		assertThat(this.service.fulfilBatch()).isZero();
	}

	private long accept() {
		return this.service.accept(Orders.of("Dora", 2)).id();
	}

	private void fulfilAll() {
		int fulfilled;
		do {
			fulfilled = this.service.fulfilBatch();
		}
		while (fulfilled > 0);
	}

}
