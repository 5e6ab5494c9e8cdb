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

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.winsvc.event.OnServiceControl;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A part of an application in which everything goes wrong that can. A test adds it to the
 * packaged sample.
 */
@RestController
@RequestMapping("/faults")
@ConditionalOnProperty("orders.fault")
class Faults {

	static final int EXIT_STATUS = 7;

	static final int COUNTED_CONTROL = 200;

	private static final List<byte[]> HEAP = new ArrayList<>();

	private final ApplicationContext context;

	private final String fault;

	private final AtomicInteger controls = new AtomicInteger();

	Faults(ApplicationContext context, @Value("${orders.fault}") String fault) {
		this.context = context;
		this.fault = fault;
	}

	@PostConstruct
	void construct() {
		switch (this.fault) {
			case "hang-in-post-construct" -> hang();
			case "exit-in-post-construct" -> System.exit(EXIT_STATUS);
			default -> {
			}
		}
	}

	@PreDestroy
	void destroy() {
		if (this.fault.equals("hang-in-pre-destroy")) {
			hang();
		}
	}

	@PostMapping("/{fault}")
	void happen(@PathVariable String fault) {
		switch (fault) {
			case "exit" -> System.exit(EXIT_STATUS);
			case "halt" -> Runtime.getRuntime().halt(EXIT_STATUS);
			case "out-of-memory" -> fillMemory();
			case "broken" -> AvailabilityChangeEvent.publish(this.context, LivenessState.BROKEN);
			default -> throw new IllegalArgumentException(fault);
		}
	}

	@OnServiceControl(COUNTED_CONTROL)
	void count() {
		this.controls.incrementAndGet();
	}

	@GetMapping("/controls")
	int controls() {
		return this.controls.get();
	}

	private static void fillMemory() {
		while (true) {
			HEAP.add(new byte[1024 * 1024]);
		}
	}

	private static void hang() {
		try {
			new CountDownLatch(1).await();
		}
		catch (InterruptedException ex) {
			hang();
		}
	}

}
