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

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the database in a file.
 */
class DatabaseFileTests {

	@TempDir
	private Path directory;

	@Test
	void whenDirectoryIsMissingThenItIsCreated() {
		start().close();
		assertThat(this.directory.resolve("new/data/orders.mv.db")).isRegularFile();
	}

	@Test
	void whenStartedAgainThenOrdersAreStillThere() {
		Order order;
		try (ConfigurableApplicationContext context = start()) {
			order = context.getBean(OrderService.class).accept(Orders.of("Ada"));
		}
		try (ConfigurableApplicationContext context = start()) {
			Order found = context.getBean(OrderService.class).find(order.id());
			assertThat(found.customer()).isEqualTo("Ada");
			assertThat(found.acceptedAt()).isEqualTo(order.acceptedAt());
			assertThat(found.lines()).isEqualTo(order.lines());
		}
	}

	private ConfigurableApplicationContext start() {
		return new SpringApplicationBuilder(OrderIntakeApplication.class).web(WebApplicationType.NONE)
			.run("--spring.datasource.url=jdbc:h2:file:" + this.directory.resolve("new/data/orders")
					+ ";DB_CLOSE_ON_EXIT=FALSE");
	}

}
