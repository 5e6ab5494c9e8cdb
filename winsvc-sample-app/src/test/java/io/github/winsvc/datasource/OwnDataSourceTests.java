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

import java.nio.file.Path;
import java.util.UUID;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.github.winsvc.test.TestService;
import io.github.winsvc.test.WinsvcTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of data sources that are those of the application, or have their settings from
 * elsewhere.
 */
class OwnDataSourceTests {

	@TempDir
	private Path directory;

	private static String url() {
		return "jdbc:h2:mem:" + UUID.randomUUID();
	}

	@Nested
	@WinsvcTest(application = Several.class)
	class SeveralPools {

		@Test
		void whenThereAreSeveralPoolsThenEachFollowsItsProperties(TestService service) {
			String one = url();
			String other = url();
			ReloadedBank bank = new ReloadedBank(service, OwnDataSourceTests.this.directory)
				.write("app.one.url=" + one, "app.one.configuration.maximum-pool-size=3", "app.two.jdbc-url=" + other,
						"app.two.username=sa", "spring.datasource.url=" + url())
				.start();
			HikariDataSource first = bank.pool("one");
			HikariDataSource second = bank.pool("two");
			String next = url();
			assertThat(bank
				.apply("app.one.url=" + next, "app.one.configuration.maximum-pool-size=3", "app.two.jdbc-url=" + other,
						"app.two.username=sa", "app.two.maximum-pool-size=4", "spring.datasource.url=" + url())
				.keysForRestart()).containsExactly("spring.datasource.url");
			assertThat(bank.pool("one")).isNotSameAs(first);
			assertThat(bank.pool("one").getJdbcUrl()).isEqualTo(next);
			assertThat(bank.pool("one").getMaximumPoolSize()).isEqualTo(3);
			assertThat(bank.pool("two")).isSameAs(second);
			assertThat(second.getMaximumPoolSize()).isEqualTo(4);
		}

	}

	@Nested
	@WinsvcTest(application = Simple.class)
	class NoPool {

		@Test
		void whenDataSourceIsNoPoolThenItsKeysNeedARestart(TestService service) {
			ReloadedBank bank = new ReloadedBank(service, OwnDataSourceTests.this.directory)
				.write("spring.datasource.url=" + url(), "spring.datasource.hikari.maximum-pool-size=3")
				.start();
			assertThat(bank.apply("spring.datasource.url=" + url(), "spring.datasource.hikari.maximum-pool-size=4")
				.keysForRestart())
				.containsExactly("spring.datasource.hikari.maximum-pool-size", "spring.datasource.url");
			assertThat(bank.bean(FollowingDataSources.class).pools()).isEmpty();
		}

	}

	@Nested
	@WinsvcTest(application = Elsewhere.class)
	class OtherDetails {

		@Test
		void whenUrlComesFromElsewhereThenItIsKept(TestService service) {
			ReloadedBank bank = new ReloadedBank(service, OwnDataSourceTests.this.directory)
				.write("spring.datasource.url=" + url(), "spring.datasource.password=one")
				.start();
			HikariDataSource pool = bank.pool();
			assertThat(bank
				.apply("spring.datasource.url=" + url(), "spring.datasource.password=two",
						"spring.datasource.hikari.maximum-pool-size=4")
				.keysForRestart()).containsExactly("spring.datasource.password", "spring.datasource.url");
			assertThat(bank.pool()).isSameAs(pool);
			assertThat(pool.getJdbcUrl()).isEqualTo(Elsewhere.URL);
			assertThat(pool.getMaximumPoolSize()).isEqualTo(4);
		}

	}

	@Test
	void whenApplicationIsNoServiceThenItsPoolIsAsItIs() {
		SpringApplication application = new SpringApplication(Bank.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		try (ConfigurableApplicationContext context = application.run("--spring.datasource.url=" + url())) {
			assertThat(context.getBean(DataSource.class)).isExactlyInstanceOf(HikariDataSource.class);
			assertThat(context.getBeanNamesForType(FollowingDataSources.class)).isEmpty();
			assertThat(context.getBeanNamesForType(DataSourceParticipant.class)).isEmpty();
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class Several {

		public static void main(String[] args) {
			Bank.run(args, Bank.class, Several.class);
		}

		@Bean
		@ConfigurationProperties("app.one")
		DataSourceProperties oneProperties() {
			return new DataSourceProperties();
		}

		@Bean
		@Primary
		@ConfigurationProperties("app.one.configuration")
		DataSource one(@Qualifier("oneProperties") DataSourceProperties properties) {
			return properties.initializeDataSourceBuilder().type(HikariDataSource.class).build();
		}

		@Bean(defaultCandidate = false)
		@ConfigurationProperties("app.two")
		HikariDataSource two() {
			return DataSourceBuilder.create().type(HikariDataSource.class).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Simple {

		public static void main(String[] args) {
			Bank.run(args, Bank.class, Simple.class);
		}

		@Bean
		DataSource dataSource(DataSourceProperties properties) {
			return new DriverManagerDataSource(properties.determineUrl(), "sa", "");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Elsewhere {

		static final String URL = url();

		public static void main(String[] args) {
			Bank.run(args, Bank.class, Elsewhere.class);
		}

		@Bean
		JdbcConnectionDetails connectionDetails() {
			return new JdbcConnectionDetails() {

				@Override
				public String getUsername() {
					return "sa";
				}

				@Override
				public String getPassword() {
					return "";
				}

				@Override
				public String getJdbcUrl() {
					return URL;
				}

			};
		}

	}

}
