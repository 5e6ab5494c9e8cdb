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

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/**
 * Tests for the orders over real HTTP.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "orders.max-lines=2")
class OrderHttpTests {

	@LocalServerPort
	private int port;

	private RestTestClient client;

	@BeforeEach
	void connect() {
		this.client = RestTestClient.bindToServer().baseUrl("http://localhost:" + this.port).build();
	}

	@Test
	void whenOrderIsPostedThenItIsCreatedAndCanBeRead() {
		String location = post("""
				{"customer": "Ada", "lines": [{"sku": "TEA-01", "quantity": 3, "unitPrice": 4.50}]}""").expectStatus()
			.isCreated()
			.expectHeader()
			.valueMatches(HttpHeaders.LOCATION, "http://localhost:" + this.port + "/orders/\\d+")
			.returnResult(Void.class)
			.getResponseHeaders()
			.getFirst(HttpHeaders.LOCATION);
		this.client.get().uri(location).exchange().expectStatus().isOk().expectBody().json("""
				{
					"customer": "Ada",
					"status": "ACCEPTED",
					"lines": [{"sku": "TEA-01", "quantity": 3, "unitPrice": 4.50}],
					"total": 13.50
				}""");
		this.client.get()
			.uri("/orders?status=ACCEPTED")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$[0].customer")
			.isEqualTo("Ada");
		this.client.get().uri("/orders?status=FULFILLED").exchange().expectStatus().isOk().expectBody().json("[]");
	}

	@Test
	void whenFieldsAreInvalidThenTheProblemNamesThem() {
		expectProblem(post("""
				{"customer": " ", "lines": [{"sku": "", "quantity": 0, "unitPrice": -1}, null]}"""),
				HttpStatus.BAD_REQUEST, """
						{
							"detail": "The order is not valid.",
							"instance": "/orders",
							"errors": [
								"customer must not be blank",
								"lines[0].quantity must be greater than or equal to 1",
								"lines[0].sku must not be blank",
								"lines[0].unitPrice must be greater than or equal to 0.00",
								"lines[1] must not be null"
							]
						}""");
	}

	@Test
	void whenOrderHasTooManyLinesThenTheProblemSaysHowManyAreAllowed() {
		String line = "{\"sku\": \"TEA-01\", \"quantity\": 1, \"unitPrice\": 1}";
		expectProblem(post("{\"customer\": \"Ada\", \"lines\": [%1$s, %1$s, %1$s]}".formatted(line)),
				HttpStatus.BAD_REQUEST, """
						{"detail": "The order has 3 lines, 2 are allowed."}""");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "{", "[]", "{\"customer\": \"Ada\", \"lines\": [{\"sku\": \"TEA-01\", \"unitPrice\": 1}]}" })
	void whenBodyCannotBeReadThenThereIsAProblem(String body) {
		expectProblem(post(body), HttpStatus.BAD_REQUEST, "{}");
	}

	@Test
	void whenOrderIsUnknownThenItIsNotFound() {
		expectProblem(this.client.get().uri("/orders/4711").exchange(), HttpStatus.NOT_FOUND, """
				{"detail": "There is no order 4711.", "instance": "/orders/4711"}""");
	}

	@Test
	void whenStatusIsUnknownThenThereIsAProblem() {
		expectProblem(this.client.get().uri("/orders?status=LOST").exchange(), HttpStatus.BAD_REQUEST, """
				{"detail": "Failed to convert 'status' with value: 'LOST'"}""");
	}

	@Test
	void whenAskedForHealthThenItIsUp() {
		this.client.get()
			.uri("/actuator/health")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.status")
			.isEqualTo("UP");
	}

	private ResponseSpec post(String body) {
		return this.client.post().uri("/orders").contentType(MediaType.APPLICATION_JSON).body(body).exchange();
	}

	private void expectProblem(ResponseSpec response, HttpStatus status, String json) {
		response.expectStatus()
			.isEqualTo(status)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.json(json)
			.jsonPath("$.status")
			.isEqualTo(status.value());
	}

}
