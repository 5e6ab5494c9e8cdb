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

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.Credentials;
import com.zaxxer.hikari.util.DriverDataSource;
import io.github.winsvc.reload.ReloadRefusedException;

/**
 * Makes one connection as a pool would, and closes it. Drivers may hang, so that is done
 * by a thread of its own.
 */
final class ConnectionTest {

	private static final Duration BOUND = Duration.ofSeconds(30);

	private ConnectionTest() {
	}

	/**
	 * Make sure that a pool could have a connection.
	 * @param settings the settings of the pool
	 * @param keys the keys of the properties that make the difference
	 * @throws ReloadRefusedException if it could not, at the latest after 30 seconds or
	 * the time that the pool would wait for a connection
	 */
	static void run(PoolSettings settings, Collection<String> keys) {
		HikariConfig config = settings.toConfig();
		long bound = Math.min(BOUND.toMillis(), config.getConnectionTimeout());
		FutureTask<Void> test = new FutureTask<>(() -> {
			connect(config);
			return null;
		});
		Thread thread = new Thread(test, "winsvc-datasource-test");
		thread.setDaemon(true);
		thread.start();
		try {
			test.get(bound, TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			throw refused(keys, "the database does not answer within %d ms".formatted(bound));
		}
		catch (ExecutionException ex) {
			Throwable cause = ex.getCause();
			throw refused(keys, ConnectionProblem.describe((cause != null) ? cause : ex, config));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw refused(keys, "the test was interrupted");
		}
	}

	static ReloadRefusedException refused(Collection<String> keys, String why) {
		return new ReloadRefusedException(
				List.of("%s: there is no connection to the database: %s".formatted(String.join(", ", keys), why)));
	}

	private static void connect(HikariConfig config) throws SQLException {
		if (config.getDataSource() != null || config.getDataSourceClassName() != null || config.getJdbcUrl() == null) {
			connectByPool(config);
			return;
		}
		Credentials credentials = config.getCredentials();
		DriverDataSource source = new DriverDataSource(config.getJdbcUrl(), config.getDriverClassName(),
				config.getDataSourceProperties(), credentials.getUsername(), credentials.getPassword());
		try (Connection connection = source.getConnection()) {
			check(connection, config);
		}
	}

	/**
	 * A pool tells of a failure in the log, too.
	 */
	private static void connectByPool(HikariConfig config) throws SQLException {
		config.setPoolName(config.getPoolName() + " test");
		config.setRegisterMbeans(false);
		config.setMinimumIdle(0);
		config.setMaximumPoolSize(1);
		config.setInitializationFailTimeout(1);
		try (HikariDataSource pool = new HikariDataSource(config); Connection connection = pool.getConnection()) {
			check(connection, config);
		}
	}

	private static void check(Connection connection, HikariConfig config) throws SQLException {
		if (config.getCatalog() != null) {
			connection.setCatalog(config.getCatalog());
		}
		if (config.getSchema() != null) {
			connection.setSchema(config.getSchema());
		}
		if (config.getConnectionInitSql() != null) {
			execute(connection, config.getConnectionInitSql());
		}
		if (config.getConnectionTestQuery() != null) {
			execute(connection, config.getConnectionTestQuery());
		}
		else if (!connection.isValid((int) Math.max(1, config.getValidationTimeout() / 1000))) {
			throw new SQLTransientConnectionException("the connection is not valid");
		}
	}

	private static void execute(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
