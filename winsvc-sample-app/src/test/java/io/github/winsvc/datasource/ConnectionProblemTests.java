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

import java.sql.SQLException;

import com.zaxxer.hikari.HikariConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link ConnectionProblem}.
 */
class ConnectionProblemTests {

	private final HikariConfig config = new HikariConfig();

	@ParameterizedTest
	@CsvSource({ "'no driver for jdbc:x://h/db?password=hidden', no driver for the URL",
			"'no driver for //ada:geheim@h', 'no driver for //***@h'",
			"'bad part password=other;a=b', 'bad part password=***;a=b'",
			"'bad part pwd=x&a=b', 'bad part pwd=***&a=b'", "'oracle:thin:ada/tiger@h', 'oracle:thin:***@h'",
			"'hidden is wrong', '*** is wrong'",
			"'Connection to localhost:5432 refused', 'Connection to localhost:5432 refused'" })
	void whenTextHasSecretsThenTheyAreMasked(String text, String masked) {
		this.config.setJdbcUrl("jdbc:x://h/db?password=hidden");
		this.config.setPassword("hidden");
		assertThat(ConnectionProblem.mask(text, this.config)).isEqualTo(masked);
	}

	@Test
	void whenPasswordIsShortThenWordsStay() {
		this.config.setPassword("a");
		assertThat(ConnectionProblem.mask("a database, 'a'", this.config)).isEqualTo("*** database, '***'");
	}

	@Test
	void whenDriverHasASecretThenItIsMasked() {
		this.config.addDataSourceProperty("sslpassword", "geheim");
		assertThat(ConnectionProblem.mask("key geheim", this.config)).isEqualTo("key ***");
	}

	@Test
	void whenThereAreCausesThenTheFirstOfTheDatabaseAndTheLastAreTold() {
		SQLException database = new SQLException("no connection", new IllegalStateException("host unknown"));
		assertThat(ConnectionProblem.describe(new RuntimeException("pool failed", database), this.config))
			.isEqualTo("no connection: host unknown");
		assertThat(ConnectionProblem.describe(new SQLException("wrong\n  password"), this.config))
			.isEqualTo("wrong password");
		assertThat(ConnectionProblem.describe(new NullPointerException(), this.config))
			.isEqualTo("java.lang.NullPointerException");
	}

}
