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

import java.util.concurrent.CompletableFuture;

import io.github.winsvc.http.OwnThreads;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A web application, servlet or reactive as it is configured.
 */
@SpringBootApplication
@EnableScheduling
@Import(OwnThreads.class)
@RestController
class OrdersApplication {

	private final Hold hold = new Hold();

	public static void main(String[] arguments) {
		SpringApplication.run(OrdersApplication.class, arguments);
	}

	@Bean
	Hold hold() {
		return this.hold;
	}

	@Bean
	FragileListener fragileListener() {
		return new FragileListener();
	}

	@Bean
	Ticks ticks() {
		return new Ticks();
	}

	@GetMapping("/orders")
	String orders() {
		return "orders";
	}

	@GetMapping("/slow")
	CompletableFuture<String> slow() {
		return this.hold.arrive();
	}

	/**
	 * For a servlet application alone: it holds the thread.
	 */
	@GetMapping("/blocking")
	String blocking() {
		return this.hold.arrive().join();
	}

}
