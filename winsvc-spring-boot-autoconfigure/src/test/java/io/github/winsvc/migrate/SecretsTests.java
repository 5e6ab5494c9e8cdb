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

package io.github.winsvc.migrate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SecretsTests {

	@ParameterizedTest
	@ValueSource(strings = { "--spring.datasource.password=x", "-Ddb.passwd=x", "-DAPI_KEY=x", "--jwt-secret=x",
			"password=x", "/password:x", "jdbc:sqlserver://db;user=sa;password=x;encrypt=true", "{\"password\": \"x\"}",
			"https://user:x@example.com/", "jdbc:postgresql://:x@db/orders", "-javaagent:agent.jar=token=x",
			"PASSWORT=x", "--azure.credentials.value=x" })
	void whenTextHasASecretThenItIsFound(String text) {
		assertThat(Secrets.isIn(text)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "--server.port=8081", "C:\\secrets\\orders.yml", "--password=", "-Dfile.encoding=UTF-8",
					"https://example.com:8443/a@b", "--spring.config.location=file:C:/secret/", "http://proxy:8080" })
	void whenTextHasNoneThenNoneIsFound(String text) {
		assertThat(Secrets.isIn(text)).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "--password,true", "-token,true", "/pwd,true", "--port,false", "password,false",
			"--password=x,false" })
	void whenNameStandsAloneThenTheNextPartIsTheSecret(String part, boolean announced) {
		assertThat(Secrets.announces(part)).isEqualTo(announced);
	}

	@ParameterizedTest
	@CsvSource({ "--db.password=x,--db.password", "-Ddb.password=x,-Ddb.password", "password=x,an argument",
			"https://u:x@h,an argument", "--url=https://u:x@h,--url" })
	void whenPartIsNamedThenItsValueIsNot(String part, String label) {
		assertThat(Secrets.label(part)).isEqualTo(label);
	}

	@Test
	void whenTextIsTooLongToLookThroughThenItCountsAsASecret() {
		assertThat(Secrets.isIn("a".repeat(8_001))).isTrue();
		assertThat(Secrets.isIn("a".repeat(8_000))).isFalse();
	}

}
