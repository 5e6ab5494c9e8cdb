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

package io.github.winsvc.web;

import io.github.winsvc.test.TestService;
import io.github.winsvc.test.WinsvcTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for a servlet application that is paused as a service.
 */
@WinsvcTest(properties = { "spring.main.web-application-type=servlet", "server.port=0" })
class ServletPauseTests extends AbstractPauseTests {

	@Test
	void whenApplicationIsServletThenItsServerIsTomcat(TestService service) {
		start(service);
		assertThat(server(service)).isEqualTo("TomcatWebServer");
	}

	@Test
	void whenRequestHoldsItsThreadThenPauseWaitsForIt(TestService service) throws Exception {
		assertPauseWaitsFor("/blocking", service);
	}

	@Test
	void whenServletHasPathThenActuatorAnswersBelowIt(TestService service) throws Exception {
		start(service, "spring.mvc.servlet.path=/api");
		assertActuatorAnswersBelow("/api", service);
	}

	@Test
	void whenApplicationHasContextPathThenActuatorAnswersBelowIt(TestService service) throws Exception {
		start(service, "server.servlet.context-path=/shop");
		assertActuatorAnswersBelow("/shop", service);
	}

}
