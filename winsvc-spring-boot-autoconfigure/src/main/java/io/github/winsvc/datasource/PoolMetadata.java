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

package io.github.winsvc.datasource;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.jdbc.metadata.AbstractDataSourcePoolMetadata;

/**
 * What Spring Boot asks of a pool, by its public methods alone.
 */
class PoolMetadata extends AbstractDataSourcePoolMetadata<HikariDataSource> {

	PoolMetadata(HikariDataSource dataSource) {
		super(dataSource);
	}

	@Override
	public Integer getActive() {
		HikariPoolMXBean state = getDataSource().getHikariPoolMXBean();
		return (state != null) ? state.getActiveConnections() : 0;
	}

	@Override
	public Integer getIdle() {
		HikariPoolMXBean state = getDataSource().getHikariPoolMXBean();
		return (state != null) ? state.getIdleConnections() : 0;
	}

	@Override
	public Integer getMax() {
		return getDataSource().getMaximumPoolSize();
	}

	@Override
	public Integer getMin() {
		return getDataSource().getMinimumIdle();
	}

	@Override
	public @Nullable String getValidationQuery() {
		return getDataSource().getConnectionTestQuery();
	}

	@Override
	public Boolean getDefaultAutoCommit() {
		return getDataSource().isAutoCommit();
	}

}
