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

package io.github.winsvc.health;

import java.util.concurrent.CountDownLatch;

import io.github.winsvc.http.OwnThreads;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * A web application with a database that answers, fails or hangs as it is configured.
 */
@SpringBootApplication
@Import(OwnThreads.class)
class ShopApplication {

	public static void main(String[] arguments) {
		SpringApplication.run(ShopApplication.class, arguments);
	}

	@Bean
	Database databaseHealthIndicator(Environment environment) {
		return new Database(environment.getProperty("shop.database", "up"));
	}

	/**
	 * The database.
	 */
	static final class Database implements HealthIndicator {

		private final CountDownLatch release = new CountDownLatch(1);

		private volatile String behaviour;

		Database(String behaviour) {
			this.behaviour = behaviour;
		}

		void setBehaviour(String behaviour) {
			this.behaviour = behaviour;
			this.release.countDown();
		}

		@Override
		public Health health() {
			if (this.behaviour.equals("hung")) {
				try {
					this.release.await();
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
				}
			}
			return this.behaviour.equals("down") ? Health.down().build() : Health.up().withDetail("rows", 3).build();
		}

	}

}
