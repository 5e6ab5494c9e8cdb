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
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/**
 * The orders in the database, which numbers and dates them.
 */
@Repository
class OrderRepository {

	private final JdbcClient jdbc;

	private final OrderExtractor extractor = new OrderExtractor();

	OrderRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	long insert(NewOrder order) {
		KeyHolder key = new GeneratedKeyHolder();
		this.jdbc.sql("insert into orders (customer, status) values (:customer, :status)")
			.param("customer", order.customer())
			.param("status", OrderStatus.ACCEPTED.name())
			.update(key, "id");
		long id = Objects.requireNonNull(key.getKey()).longValue();
		for (int i = 0; i < order.lines().size(); i++) {
			insert(id, i, order.lines().get(i));
		}
		return id;
	}

	private void insert(long id, int position, OrderLine line) {
		this.jdbc.sql("""
				insert into order_lines (order_id, position, sku, quantity, unit_price)
				values (:id, :position, :sku, :quantity, :unitPrice)""")
			.param("id", id)
			.param("position", position)
			.param("sku", line.sku())
			.param("quantity", line.quantity())
			.param("unitPrice", line.unitPrice())
			.update();
	}

	Optional<Order> find(long id) {
		return this.jdbc.sql("""
				select o.*, l.sku, l.quantity, l.unit_price
				from orders o join order_lines l on l.order_id = o.id
				where o.id = :id
				order by l.position""").param("id", id).query(this.extractor).stream().findFirst();
	}

	/**
	 * Find the newest orders, newest first.
	 * @param status the status they have, {@code null} for any
	 * @param limit how many at most
	 * @return the orders
	 */
	List<Order> findNewest(@Nullable OrderStatus status, int limit) {
		return this.jdbc.sql("""
				select o.*, l.sku, l.quantity, l.unit_price
				from (
					select * from orders where status = coalesce(:status, status) order by id desc limit :limit
				) o join order_lines l on l.order_id = o.id
				order by o.id desc, l.position""")
			.param("status", (status != null) ? status.name() : null)
			.param("limit", limit)
			.query(this.extractor);
	}

	/**
	 * Mark the oldest accepted orders as fulfilled.
	 * @param limit how many at most
	 * @return how many there were
	 */
	int fulfilOldest(int limit) {
		return this.jdbc.sql("""
				update orders set status = :fulfilled, fulfilled_at = current_timestamp
				where id in (select id from orders where status = :accepted order by id limit :limit)""")
			.param("fulfilled", OrderStatus.FULFILLED.name())
			.param("accepted", OrderStatus.ACCEPTED.name())
			.param("limit", limit)
			.update();
	}

}
