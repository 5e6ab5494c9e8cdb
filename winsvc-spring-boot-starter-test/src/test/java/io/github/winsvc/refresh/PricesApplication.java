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

package io.github.winsvc.refresh;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A web application whose answers follow its configuration.
 */
@SpringBootApplication
@EnableConfigurationProperties(PricesApplication.Prices.class)
@RestController
class PricesApplication {

	private final Prices prices;

	PricesApplication(Prices prices) {
		this.prices = prices;
	}

	public static void main(String[] arguments) {
		SpringApplication.run(PricesApplication.class, arguments);
	}

	@GetMapping("/factor")
	String factor() {
		return Integer.toString(this.prices.getFactor());
	}

	/**
	 * The prices.
	 */
	@ConfigurationProperties("prices")
	public static class Prices {

		private int factor = 1;

		public int getFactor() {
			return this.factor;
		}

		public void setFactor(int factor) {
			this.factor = factor;
		}

	}

}
