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

package io.github.winsvc.cloud;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.context.config.annotation.RefreshScope;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * An application whose configuration comes from a server.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties(OrdersProperties.class)
class OrdersApplication {

	@Bean
	@RefreshScope
	Sign sign(@Value("${sign.text:none}") String text) {
		return new Sign(text);
	}

	@Bean
	ReloadResults reloadResults() {
		return new ReloadResults();
	}

	public static void main(String[] args) {
		SpringApplication.run(OrdersApplication.class, args);
	}

	static class Sign {

		private final String text;

		Sign(String text) {
			this.text = text;
		}

		String text() {
			return this.text;
		}

	}

}
