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

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A part of an application that greets as often as its configuration says, and follows
 * it. A test adds it to the packaged sample.
 */
@RestController
@ConfigurationProperties("greeting")
@ConditionalOnProperty("greeting.enabled")
class Greeting {

	private int times = 1;

	public void setTimes(int times) {
		this.times = times;
	}

	public int getTimes() {
		return this.times;
	}

	@GetMapping("/greeting")
	String greet() {
		return "hello ".repeat(this.times).strip();
	}

}
