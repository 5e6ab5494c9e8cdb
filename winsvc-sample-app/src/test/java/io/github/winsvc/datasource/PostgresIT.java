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

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

import com.zaxxer.hikari.HikariDataSource;
import io.github.winsvc.reload.ReloadResult;
import io.github.winsvc.sample.machine.PipeScm;
import io.github.winsvc.test.TestService;
import io.github.winsvc.test.WinsvcTest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * A pool that follows the configuration, and a real PostgreSQL.
 */
@Tag(PipeScm.TAG)
@WinsvcTest(application = Bank.class)
class PostgresIT {

	private static final String[] DATABASES = { "first", "second" };

	@AutoClose
	private static Postgres postgres;

	@TempDir
	private Path directory;

	private ReloadedBank bank;

	@BeforeAll
	static void run() throws IOException, InterruptedException {
		postgres = Postgres.start();
		JdbcTemplate server = postgres.administrator("postgres");
		server.execute("create role ada login password 'one-for-all'");
		server.execute("create role bob login password 'bobs-own'");
		for (String database : DATABASES) {
			server.execute("create database " + database);
			JdbcTemplate administrator = postgres.administrator(database);
			Bank.open(administrator);
			administrator.execute("grant all on accounts, moves to ada, bob");
		}
	}

	@BeforeEach
	void prepare(TestService service) {
		for (String database : DATABASES) {
			postgres.administrator(database).execute("truncate moves");
		}
		postgres.administrator("postgres").execute("alter role ada password 'one-for-all'");
		this.bank = new ReloadedBank(service, this.directory).write(configuration("first", "ada", "one-for-all"));
	}

	private static String[] configuration(String database, String user, String password, String... more) {
		List<String> lines = new ArrayList<>(List.of("spring.datasource.url=" + postgres.url(database),
				"spring.datasource.username=" + user, "spring.datasource.password=" + password));
		lines.addAll(List.of(more));
		return lines.toArray(String[]::new);
	}

	private static List<String> users(String database) {
		return postgres.administrator("postgres")
			.queryForList("select usename from pg_stat_activity where datname = ? and usename <> 'postgres'",
					String.class, database);
	}

	private static long moves() {
		return Bank.moves(postgres.administrator("first")) + Bank.moves(postgres.administrator("second"));
	}

	@Test
	void whenUrlIsSwappedBackAndForthUnderLoadThenNothingIsLost() throws Exception {
		this.bank.start("spring.datasource.hikari.maximum-pool-size=8");
		Load load = Load.on(this.bank.bank(), 16);
		LongTransfer transfer;
		try (load) {
			Thread.sleep(300);
			transfer = LongTransfer.begin(this.bank.bank(), "long");
			for (int i = 0; i < 12; i++) {
				assertThat(this.bank.apply(configuration((i % 2 == 0) ? "second" : "first", "ada", "one-for-all"))
					.keysForRestart()).isEmpty();
				Thread.sleep(300);
				if (i == 4) {
					transfer.commit();
				}
			}
		}
		assertThat(load.failures()).isEmpty();
		assertThat(moves()).isEqualTo(load.done() + 1);
		for (String database : DATABASES) {
			JdbcTemplate administrator = postgres.administrator(database);
			assertThat(Bank.moves(administrator)).isGreaterThan(1);
			assertThat(Bank.money(administrator)).isEqualTo(Bank.ACCOUNTS * 100);
		}
		assertThat(postgres.administrator("first")
			.queryForObject("select count(*) from moves where id = 'long'", Long.class)).isOne();
		await().until(() -> users("second").isEmpty());
		await().until(() -> users("first").size() == 8);
		this.bank.service().stop();
		await().until(() -> users("first").isEmpty());
	}

	@Test
	void whenPasswordIsRotatedUnderLoadThenNoTransactionFails() throws InterruptedException {
		this.bank.start("spring.datasource.hikari.maximum-pool-size=4",
				"spring.datasource.hikari.connection-timeout=3000");
		HikariDataSource pool = this.bank.pool();
		Load load = Load.on(this.bank.bank(), 8);
		try (load) {
			Thread.sleep(300);
			postgres.administrator("postgres").execute("alter role ada password 'two-of-us'");
			Object rotated = postgres.administrator("postgres").queryForObject("select now()", Object.class);
			assertThat(this.bank.apply(configuration("first", "ada", "two-of-us")).keysForRestart()).isEmpty();
			await().until(() -> postgres.administrator("postgres")
				.queryForObject("select count(*) from pg_stat_activity where usename = 'ada' and backend_start < ?",
						Long.class, rotated) == 0);
			Thread.sleep(300);
		}
		assertThat(load.failures()).isEmpty();
		assertThat(moves()).isEqualTo(load.done());
		assertThat(this.bank.pool()).isSameAs(pool);
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> postgres.as("ada", "one-for-all", "first").execute("select 1"))
			.withStackTraceContaining("password authentication failed");
	}

	@Test
	void whenUserChangesUnderLoadThenNewTransactionsAreThoseOfTheNewOne() throws InterruptedException {
		this.bank.start("spring.datasource.hikari.connection-timeout=3000");
		HikariDataSource pool = this.bank.pool();
		Load load = Load.on(this.bank.bank(), 8);
		try (load) {
			Thread.sleep(300);
			assertThat(this.bank.apply(configuration("first", "bob", "bobs-own")).keysForRestart()).isEmpty();
			await().until(() -> !users("first").contains("ada"));
			Thread.sleep(300);
		}
		assertThat(load.failures()).isEmpty();
		assertThat(moves()).isEqualTo(load.done());
		assertThat(this.bank.pool()).isSameAs(pool);
		assertThat(postgres.administrator("first").queryForList("select distinct author from moves", String.class))
			.containsExactlyInAnyOrder("ada", "bob");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			first | ada  | not-that    | spring.datasource.password | password authentication failed for user
			none  | ada  | one-for-all | spring.datasource.url      | FATAL: database "none" does not exist
			first | eve  | one-for-all | spring.datasource.username | password authentication failed for user
			""")
	void whenServerRefusesThenTheFormerPoolWorksOn(String database, String user, String password, String key,
			String reason) {
		this.bank.start().bank().transfer("a");
		HikariDataSource pool = this.bank.pool();
		ReloadResult.Rejected result = this.bank.reject(configuration(database, user, password));
		assertThat(result.reasons()).singleElement()
			.asString()
			.startsWith(key + ": there is no connection to the database: ")
			.contains(reason)
			.doesNotContain("not-that", "one-for-all");
		assertThat(this.bank.pool()).isSameAs(pool);
		this.bank.bank().transfer("b");
		assertThat(moves()).isEqualTo(2);
	}

	@Test
	void whenTransactionTakesTooLongThenItsConnectionIsClosed() throws Exception {
		this.bank.start("winsvc.reload.drain-timeout=300ms");
		LongTransfer transfer = LongTransfer.begin(this.bank.bank(), "long");
		HikariDataSource former = this.bank.pool();
		this.bank.apply(configuration("second", "ada", "one-for-all"));
		await().until(() -> former.isClosed() && users("first").isEmpty());
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(transfer::commit);
		assertThat(Bank.moves(postgres.administrator("first"))).isZero();
		this.bank.bank().transfer("new");
		assertThat(Bank.moves(postgres.administrator("second"))).isOne();
	}

	@Test
	void whenServiceStopsThenAllPoolsAreClosed() throws Exception {
		this.bank.start();
		LongTransfer.begin(this.bank.bank(), "long");
		HikariDataSource former = this.bank.pool();
		this.bank.apply(configuration("second", "ada", "one-for-all"));
		this.bank.bank().transfer("new");
		HikariDataSource current = this.bank.pool();
		assertThat(users("first")).isNotEmpty();
		this.bank.service().stop();
		assertThat(former.isClosed()).isTrue();
		assertThat(current.isClosed()).isTrue();
		await().until(() -> users("first").isEmpty() && users("second").isEmpty());
	}

	@Test
	void whenServerIsDownThenTheFormerPoolIsBackWhenItIsUpAgain() throws Exception {
		this.bank.start("spring.datasource.hikari.connection-timeout=2000").bank().transfer("a");
		HikariDataSource pool = this.bank.pool();
		postgres.stop();
		try {
			assertThat(this.bank.reject(configuration("second", "ada", "one-for-all")).reasons()).singleElement()
				.asString()
				.startsWith("spring.datasource.url: there is no connection to the database: Connection to 127.0.0.1:")
				.contains("refused");
			assertThat(this.bank
				.apply(configuration("first", "ada", "one-for-all", "spring.datasource.hikari.maximum-pool-size=5"))
				.keysForRestart()).isEmpty();
		}
		finally {
			postgres.run();
		}
		assertThat(this.bank.pool()).isSameAs(pool);
		assertThat(pool.getMaximumPoolSize()).isEqualTo(5);
		await().ignoreExceptions().until(() -> {
			this.bank.bank().transfer("b");
			return true;
		});
		assertThat(moves()).isEqualTo(2);
	}

	@Test
	void whenServerDoesNotAnswerThenTheReloadDoesNotWaitForEver() throws IOException {
		this.bank.start("spring.datasource.hikari.connection-timeout=1000").bank().transfer("a");
		try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
			ReloadResult.Rejected result = this.bank.reject(
					"spring.datasource.url=jdbc:postgresql://127.0.0.1:%d/first?loginTimeout=0"
						.formatted(silent.getLocalPort()),
					"spring.datasource.username=ada", "spring.datasource.password=one-for-all");
			assertThat(result.reasons()).containsExactly("spring.datasource.url: there is no connection to the "
					+ "database: the database does not answer within 1000 ms");
			assertThat(result.duration()).isLessThan(Duration.ofSeconds(10));
		}
		this.bank.bank().transfer("b");
		assertThat(moves()).isEqualTo(2);
	}

}
