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

import jakarta.annotation.PostConstruct;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * A part of an application that logs and prints. A test adds it to the packaged sample.
 */
@Component
@ConditionalOnProperty("orders.talk")
class Talk {

	static final String TEXT = "Gr\u00fc\u00dfe \ud83d\ude80";

	private static final Logger logger = LoggerFactory.getLogger(Talk.class);

	@PostConstruct
	void talk() {
		MDC.put("customer", "17");
		logger.warn("{}, logged%n\"twice\"".formatted(), TEXT, new IllegalStateException("None is free"));
		MDC.remove("customer");
		System.out.println(TEXT + ", printed");
		System.err.println(TEXT + ", an error");
	}

}
