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

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.ResultSetExtractor;

/**
 * Builds orders from rows of one line each, in the order of the rows.
 */
class OrderExtractor implements ResultSetExtractor<List<Order>> {

	@Override
	public List<Order> extractData(ResultSet rows) throws SQLException {
		Map<Long, Order> orders = new LinkedHashMap<>();
		while (rows.next()) {
			long id = rows.getLong("id");
			Order order = orders.get(id);
			if (order == null) {
				order = order(id, rows);
				orders.put(id, order);
			}
			order.lines().add(line(rows));
		}
		return List.copyOf(orders.values());
	}

	private Order order(long id, ResultSet row) throws SQLException {
		return new Order(id, row.getString("customer"), OrderStatus.valueOf(row.getString("status")),
				row.getObject("accepted_at", Instant.class), row.getObject("fulfilled_at", Instant.class),
				new ArrayList<>());
	}

	private OrderLine line(ResultSet row) throws SQLException {
		return new OrderLine(row.getString("sku"), row.getInt("quantity"), row.getBigDecimal("unit_price"));
	}

}
