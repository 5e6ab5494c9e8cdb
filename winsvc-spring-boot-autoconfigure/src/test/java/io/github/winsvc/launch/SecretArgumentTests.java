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

package io.github.winsvc.launch;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SecretArgumentTests {

	@ParameterizedTest
	@CsvSource({ "--spring.datasource.password=x,spring.datasource.password", "--db.PASSWD=x,db.PASSWD",
			"-Djavax.net.ssl.trustStorePassword=x,javax.net.ssl.trustStorePassword",
			"--server.ssl.key-passphrase=x,server.ssl.key-passphrase", "--app.client-secret=x,app.client-secret",
			"--github.token=x,github.token", "--users[0].credentials=x,users[0].credentials",
			"--stripe.api-key=x,stripe.api-key", "--stripe.apiKey=x,stripe.apiKey",
			"--ssl.private_key=x,ssl.private_key", "--aws.api_key=x,aws.api_key" })
	void whenAPropertyLooksLikeASecretThenItsNameIsFound(String part, String name) {
		assertThat(SecretArgument.find(List.of("-Xmx1g", "run", part))).contains(name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "--server.port=1", "--password", "--password=", "password=x", "-Dtoken", "-Xmx1g",
			"--message=password=x", "--tokens.file.path=x", "--secret.directory=x" })
	void whenAPartIsNoSecretThenNothingIsFound(String part) {
		assertThat(SecretArgument.find(List.of(part))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Connecting with --db.password=hunter2 now | Connecting with --db.password=*** now
			password: hunter2, user: joe              | password: ***, user: joe
			{"apiKey": "hunter2", "id": 1}            | {"apiKey": ***, "id": 1}
			jdbc:x?user=joe&password=hunter2&a=b      | jdbc:x?user=joe&password=***&a=b
			-Dtls.keyStorePassword="two words" -x     | -Dtls.keyStorePassword=*** -x
			Authorization token = hunter2             | Authorization token = ***
			The password is wrong                     | The password is wrong
			--server.port=8080                        | --server.port=8080
			""")
	void whenATextHasSecretsThenTheyAreMasked(String text, String masked) {
		assertThat(SecretArgument.mask(text)).isEqualTo(masked);
	}

	@Test
	void whenThereAreTwoThenTheFirstIsFound() {
		assertThat(SecretArgument.find(List.of("--a.token=1", "--b.token=2"))).contains("a.token");
	}

}
