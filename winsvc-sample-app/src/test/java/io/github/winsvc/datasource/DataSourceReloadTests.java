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

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfigMXBean;
import com.zaxxer.hikari.HikariDataSource;
import io.github.winsvc.reload.ReloadResult;
import io.github.winsvc.test.TestService;
import io.github.winsvc.test.WinsvcTest;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests of a pool that follows the configuration, with embedded databases.
 */
@WinsvcTest(application = Bank.class)
class DataSourceReloadTests {

	private static final String HELD_DRIVER = "spring.datasource.driver-class-name=" + HeldDriver.class.getName();

	private final String first = database();

	private final String second = database();

	@TempDir
	private Path directory;

	private ReloadedBank bank;

	@BeforeEach
	void prepare(TestService service) {
		this.bank = new ReloadedBank(service, this.directory);
		Bank.open(direct(this.first));
		Bank.open(direct(this.second));
		this.bank.write(url(this.first));
	}

	private static String database() {
		return "jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000".formatted(UUID.randomUUID());
	}

	private static String url(String database) {
		return "spring.datasource.url=" + database;
	}

	private static JdbcTemplate direct(String database) {
		return new JdbcTemplate(new DriverManagerDataSource(database, "sa", ""));
	}

	/**
	 * Return how many connections there are to a database, without that of the question.
	 */
	private static int connections(String database) {
		return direct(database).queryForObject("select count(*) from information_schema.sessions", Integer.class) - 1;
	}

	private Map<String, Double> meters(String prefix) {
		Map<String, Double> meters = new TreeMap<>();
		this.bank.bean(MeterRegistry.class)
			.getMeters()
			.stream()
			.filter((meter) -> meter.getId().getName().startsWith(prefix))
			.forEach((meter) -> meters.put(meter.getId().toString(), meter.measure().iterator().next().getValue()));
		return meters;
	}

	@Test
	void whenSizesAndTimesChangeThenThePoolTakesThemOver() {
		this.bank.start().bank().transfer("a");
		HikariDataSource pool = this.bank.pool();
		ReloadResult.Applied result = this.bank.apply(url(this.first), "spring.datasource.hikari.maximum-pool-size=7",
				"spring.datasource.hikari.minimum-idle=2", "spring.datasource.hikari.connection-timeout=4000",
				"spring.datasource.hikari.validation-timeout=3000", "spring.datasource.hikari.idle-timeout=60000",
				"spring.datasource.hikari.max-lifetime=180000",
				"spring.datasource.hikari.leak-detection-threshold=5000");
		assertThat(result.keysForRestart()).isEmpty();
		assertThat(this.bank.pool()).isSameAs(pool);
		assertThat(pool.getMaximumPoolSize()).isEqualTo(7);
		assertThat(pool.getMinimumIdle()).isEqualTo(2);
		assertThat(pool.getConnectionTimeout()).isEqualTo(4000);
		assertThat(pool.getValidationTimeout()).isEqualTo(3000);
		assertThat(pool.getIdleTimeout()).isEqualTo(60000);
		assertThat(pool.getMaxLifetime()).isEqualTo(180000);
		assertThat(pool.getLeakDetectionThreshold()).isEqualTo(5000);
		this.bank.apply(url(this.first));
		assertThat(pool.getMaximumPoolSize()).isEqualTo(10);
		assertThat(pool.getMinimumIdle()).isEqualTo(10);
		assertThat(pool.getIdleTimeout()).isEqualTo(600000);
	}

	@Test
	void whenPoolBecomesSmallerThenItsConnectionsBecomeFewer() {
		this.bank.start().bank().transfer("a");
		await().until(() -> connections(this.first) == 10);
		this.bank.apply(url(this.first), "spring.datasource.hikari.maximum-pool-size=3");
		await().until(() -> connections(this.first) == 3);
	}

	@Test
	void whenUrlChangesThenAnotherPoolTakesThePlace() {
		this.bank.start().bank().transfer("a");
		HikariDataSource former = this.bank.pool();
		ReloadResult.Applied result = this.bank.apply(url(this.second));
		assertThat(result.keys()).containsExactly("spring.datasource.url");
		assertThat(result.keysForRestart()).isEmpty();
		this.bank.bank().transfer("b");
		assertThat(direct(this.first).queryForList("select id from moves", String.class)).containsExactly("a");
		assertThat(direct(this.second).queryForList("select id from moves", String.class)).containsExactly("b");
		await().until(former::isClosed);
		assertThat(connections(this.first)).isZero();
		assertThat(this.bank.bean(DataSourceProperties.class).getUrl()).isEqualTo(this.second);
		assertThat(this.bank.pool().getPoolName()).isEqualTo(former.getPoolName());
	}

	@Test
	void whenTransactionHasBegunThenItCommitsWhereItBegan() throws Exception {
		this.bank.start();
		LongTransfer transfer = LongTransfer.begin(this.bank.bank(), "long");
		HikariDataSource former = this.bank.pool();
		this.bank.apply(url(this.second));
		this.bank.bank().transfer("new");
		assertThat(former.isClosed()).isFalse();
		transfer.commit();
		assertThat(direct(this.first).queryForList("select id from moves", String.class)).containsExactly("long");
		assertThat(direct(this.second).queryForList("select id from moves", String.class)).containsExactly("new");
		await().until(former::isClosed);
		assertThat(connections(this.first)).isZero();
	}

	@Test
	void whenUrlIsSwappedBackAndForthUnderLoadThenNothingIsLost() throws InterruptedException {
		this.bank.start();
		Load load = Load.on(this.bank.bank(), 16);
		try (load) {
			for (int i = 0; i < 12; i++) {
				Thread.sleep(250);
				this.bank.apply(url((i % 2 == 0) ? this.second : this.first));
			}
			Thread.sleep(250);
		}
		assertThat(load.failures()).isEmpty();
		JdbcTemplate one = direct(this.first);
		JdbcTemplate other = direct(this.second);
		assertThat(Bank.moves(one)).isPositive();
		assertThat(Bank.moves(other)).isPositive();
		assertThat(Bank.moves(one) + Bank.moves(other)).isEqualTo(load.done());
		assertThat(Bank.money(one)).isEqualTo(Bank.ACCOUNTS * 100);
		assertThat(Bank.money(other)).isEqualTo(Bank.ACCOUNTS * 100);
		await().until(() -> connections(this.second) == 0);
		await().until(() -> connections(this.first) == 10);
		assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
			.doesNotContain("winsvc-datasource", "winsvc-datasource-test");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					spring.datasource.url=jdbc:h2:mem:missing;IFEXISTS=TRUE          | spring.datasource.url: there is no connection to the database: Database
					spring.datasource.url=jdbc:nosuch://ada:hidden@host/db?pwd=hidden | spring.datasource.url: there is no connection to the database: Driver org.h2.Driver claims to not accept
					spring.datasource.url=h2:mem:missing                              | spring.datasource.url: 'url' must start with
					spring.datasource.password=hidden                                 | spring.datasource.password: there is no connection to the database: Wrong user name or password
					spring.datasource.driver-class-name=no.such.Driver                | spring.datasource.driver-class-name: Cannot load driver class: no.such.Driver
					spring.datasource.hikari.driver-class-name=no.such.Driver         | spring.datasource.hikari.driver-class-name is no.such.Driver: no.such.Driver
					spring.datasource.hikari.maximum-pool-size=0                      | spring.datasource.hikari.maximum-pool-size is 0: maxPoolSize cannot be less than 1
					spring.datasource.hikari.maximum-pool-size=many                   | spring.datasource.hikari.maximum-pool-size is many:
					spring.datasource.hikari.minimum-idle=11                          | spring.datasource.hikari.minimum-idle: the pool cannot have 11 idle connections and 10 at most
					spring.datasource.hikari.connection-timeout=1                     | spring.datasource.hikari.connection-timeout is 1: connectionTimeout cannot be less than 250ms
					spring.datasource.hikari.connection-init-sql=nonsense             | spring.datasource.hikari.connection-init-sql: there is no connection to the database: Syntax error
					spring.datasource.hikari.transaction-isolation=nonsense           | spring.datasource.hikari.transaction-isolation: there is no connection to the database: Invalid transaction isolation
					""")
	void whenThePoolCannotBeSoThenTheFormerOneWorksOn(String line, String reason) {
		this.bank.start().bank().transfer("a");
		HikariDataSource pool = this.bank.pool();
		ReloadResult.Rejected result = this.bank.reject(url(this.first), line);
		assertThat(result.reasons()).singleElement().asString().startsWith(reason).doesNotContain("hidden");
		assertThat(this.bank.pool()).isSameAs(pool);
		assertThat(pool.isClosed()).isFalse();
		this.bank.bank().transfer("b");
		assertThat(Bank.moves(direct(this.first))).isEqualTo(2);
	}

	@Test
	void whenTheReloadFailsLaterThenTheFormerPoolIsBack() {
		this.bank.start("spring.datasource.hikari.minimum-idle=1").bank().transfer("a");
		HikariDataSource pool = this.bank.pool();
		ReloadResult.Rejected result = this.bank.reject(url(this.second), "bank.fails=true");
		assertThat(result.reasons()).containsExactly("bank.fails has changed");
		assertThat(this.bank.pool()).isSameAs(pool);
		assertThat(pool.getMinimumIdle()).isEqualTo(1);
		this.bank.bank().transfer("b");
		assertThat(Bank.moves(direct(this.first))).isEqualTo(2);
		await().until(() -> connections(this.second) == 0);
		this.bank.reject(url(this.first), "spring.datasource.hikari.maximum-pool-size=3", "bank.fails=true");
		assertThat(pool.getMaximumPoolSize()).isEqualTo(10);
	}

	private HikariDataSource startAsAda(String... lines) {
		direct(this.first).execute("create user ada password 'one' admin");
		String[] ada = { url(this.first), "spring.datasource.username=ada", "spring.datasource.password=one" };
		this.bank.write(StringUtils.concatenateStringArrays(ada, lines)).start().bank().transfer("a");
		return this.bank.pool();
	}

	private List<String> usersOfFirst() {
		return direct(this.first).queryForList("select user_name from information_schema.sessions", String.class);
	}

	@Test
	void whenCredentialsChangeThenThePoolTakesThemOver() {
		HikariDataSource pool = startAsAda();
		direct(this.first).execute("alter user ada set password 'two'");
		assertThat(this.bank.apply(url(this.first), "spring.datasource.username=ada", "spring.datasource.password=two")
			.keysForRestart()).isEmpty();
		this.bank.bank().transfer("b");
		assertThat(this.bank.pool()).isSameAs(pool);
		this.bank.apply(url(this.first));
		await()
			.untilAsserted(() -> assertThat(this.bank.bank().ask("select current_user", String.class)).isEqualTo("SA"));
		await().until(() -> usersOfFirst().stream().allMatch("SA"::equals));
	}

	@Test
	void whenCredentialsChangeWhileAConnectionIsMadeThenThatIsReplacedSoon() throws InterruptedException {
		direct(this.first).execute("create user eve password 'two' admin");
		HikariDataSource pool = startAsAda(HELD_DRIVER);
		try (HeldDriver.Hold hold = HeldDriver.holdNext()) {
			pool.getHikariPoolMXBean().softEvictConnections();
			hold.awaitArrival();
			this.bank.apply(url(this.first), HELD_DRIVER, "spring.datasource.username=eve",
					"spring.datasource.password=two");
		}
		await().atMost(Duration.ofSeconds(8)).until(() -> usersOfFirst().stream().noneMatch("ADA"::equals));
		assertThat(this.bank.pool()).isSameAs(pool);
		assertThat(this.bank.bank().ask("select current_user", String.class)).isEqualTo("EVE");
	}

	@Test
	void whenThereIsNoPasswordAnyMoreThenAnotherPoolHasNone() {
		direct(this.first).execute("create user eve password '' admin");
		HikariDataSource pool = startAsAda(HELD_DRIVER);
		this.bank.apply(url(this.first), HELD_DRIVER, "spring.datasource.username=eve");
		assertThat(this.bank.bank().ask("select current_user", String.class)).isEqualTo("EVE");
		assertThat(this.bank.pool()).isNotSameAs(pool);
	}

	@Test
	void whenSettingIsOneThatNoPoolTakesOverThenAnotherPoolHasIt() {
		this.bank.start().bank().transfer("a");
		HikariDataSource pool = this.bank.pool();
		ReloadResult.Applied result = this.bank.apply(url(this.first), "spring.datasource.hikari.auto-commit=false",
				"spring.datasource.hikari.pool-name=tills",
				"spring.datasource.hikari.data-source-properties.MODE=PostgreSQL");
		assertThat(result.keysForRestart()).isEmpty();
		assertThat(this.bank.pool()).isNotSameAs(pool);
		assertThat(this.bank.pool().isAutoCommit()).isFalse();
		assertThat(this.bank.pool().getPoolName()).isEqualTo("tills");
		assertThat(this.bank.pool().getDataSourceProperties()).containsEntry("MODE", "PostgreSQL");
		assertThat(pool.getDataSourceProperties()).isEmpty();
		this.bank.bank().transfer("b");
	}

	@Test
	void whenKeyCannotFollowThenItNeedsARestart() {
		this.bank.start();
		assertThat(this.bank.apply(url(this.first), "spring.datasource.generate-unique-name=false").keysForRestart())
			.containsExactly("spring.datasource.generate-unique-name");
		assertThat(this.bank.apply("spring.datasource.generate-unique-name=false").keysForRestart())
			.containsExactly("spring.datasource.url");
		this.bank.bank().transfer("a");
		assertThat(Bank.moves(direct(this.first))).isOne();
	}

	@Test
	void whenPoolIsSwappedThenBeansStayTheSame() throws SQLException {
		this.bank.start().bank().transfer("a");
		HikariDataSource bean = this.bank.bean(HikariDataSource.class);
		assertThat(this.bank.bean(DataSource.class)).isSameAs(bean);
		assertThat(bean.unwrap(HikariDataSource.class)).isSameAs(bean);
		assertThat(bean.unwrap(HikariConfigMXBean.class)).isSameAs(bean);
		assertThat(bean.getHikariConfigMXBean()).isSameAs(bean);
		this.bank.apply(url(this.second));
		assertThat(this.bank.bean(HikariDataSource.class)).isSameAs(bean);
		assertThat(bean.getJdbcUrl()).isEqualTo(this.second);
		assertThat(bean).hasSameHashCodeAs(bean).isEqualTo(bean);
		try (Connection connection = bean.getConnection()) {
			assertThat(connection.getMetaData().getURL()).isEqualTo(this.second.replaceAll(";.*", ""));
		}
	}

	@Test
	void whenPoolIsSwappedThenItsMetricsAreThoseOfTheNewOne() throws Exception {
		this.bank.start().bank().transfer("a");
		await().until(() -> connections(this.first) == 10);
		Map<String, Double> before = meters("hikaricp");
		Map<String, Double> general = meters("jdbc.connections");
		assertThat(before).hasSizeGreaterThan(8);
		assertThat(general).hasSize(4);
		LongTransfer transfer = LongTransfer.begin(this.bank.bank(), "long");
		HikariDataSource former = this.bank.pool();
		this.bank.apply(url(this.second), "spring.datasource.hikari.maximum-pool-size=4");
		this.bank.bank().transfer("new");
		assertThat(meters("hikaricp").keySet()).isEqualTo(before.keySet());
		assertThat(meters("jdbc.connections").keySet()).isEqualTo(general.keySet());
		transfer.commit();
		await().until(former::isClosed);
		assertThat(meters("hikaricp").keySet()).isEqualTo(before.keySet());
		assertThat(this.bank.bean(MeterRegistry.class).get("hikaricp.connections.max").gauge().value()).isEqualTo(4);
		assertThat(this.bank.bean(MeterRegistry.class).get("jdbc.connections.max").gauge().value()).isEqualTo(4);
		await().untilAsserted(
				() -> assertThat(this.bank.bean(MeterRegistry.class).get("hikaricp.connections").gauge().value())
					.isEqualTo(4));
		await().untilAsserted(
				() -> assertThat(this.bank.bean(MeterRegistry.class).get("jdbc.connections.idle").gauge().value())
					.isEqualTo(4));
	}

	@Test
	void whenPoolIsRegisteredWithJmxThenTheNewOneIsToo() {
		this.bank.start("spring.datasource.hikari.register-mbeans=true").bank().transfer("a");
		HikariDataSource former = this.bank.pool();
		this.bank.apply(url(this.second));
		await().until(former::isClosed);
		assertThat(this.bank.pool().getPoolName()).isNotEqualTo(former.getPoolName());
		assertThat(ManagementFactory.getPlatformMBeanServer()
			.queryNames(null, null)
			.stream()
			.map(Object::toString)
			.filter((name) -> name.contains("type=Pool (")))
			.containsExactly("com.zaxxer.hikari:type=Pool (%s)".formatted(this.bank.pool().getPoolName()));
	}

	@Test
	void whenSpringExportsBeansThenThePoolIsOneOfThem() {
		this.bank.start("spring.jmx.enabled=true").bank().transfer("a");
		this.bank.apply(url(this.second));
		assertThat(ManagementFactory.getPlatformMBeanServer().queryNames(null, null)).map(Object::toString)
			.contains("com.zaxxer.hikari:name=dataSource,type=HikariDataSource");
		this.bank.bank().transfer("b");
	}

	@Test
	void whenConnectionsAreFetchedLazilyThenThePoolFollows() {
		this.bank.start("spring.datasource.connection-fetch=lazy").bank().transfer("a");
		assertThat(this.bank.apply(url(this.second)).keysForRestart()).isEmpty();
		this.bank.bank().transfer("b");
		assertThat(Bank.moves(direct(this.second))).isOne();
	}

	@Test
	void whenNothingOfThePoolChangesThenItIsLeftAlone() {
		this.bank.start().bank().transfer("a");
		HikariDataSource pool = this.bank.pool();
		pool.setMaximumPoolSize(5);
		assertThat(this.bank.apply(url(this.first), "other.key=1").keysForRestart()).isEmpty();
		assertThat(this.bank.pool()).isSameAs(pool);
		assertThat(pool.getMaximumPoolSize()).isEqualTo(5);
		assertThat(List.of(pool.getJdbcUrl())).containsExactly(this.first);
	}

}
