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

package io.github.winsvc.boot;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import io.github.winsvc.event.ServiceStateChangedEvent;
import io.github.winsvc.scm.ServiceState;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/**
 * An application that ends in the way that it is told to.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class EndingMain {

	private static final List<byte[]> HEAP = new ArrayList<>();

	private final ConfigurableApplicationContext context;

	private final String way;

	EndingMain(ConfigurableApplicationContext context, @Value("${way:}") String way) {
		this.context = context;
		this.way = way;
	}

	public static void main(String[] args) {
		if (List.of(args).contains("--way=throw-in-main")) {
			throw new IllegalStateException("not today");
		}
		SpringApplication.run(EndingMain.class, args);
	}

	@PostConstruct
	void construct() {
		switch (this.way) {
			case "hang-in-post-construct" -> hang();
			case "exit-in-post-construct" -> System.exit(3);
			case "throw-in-post-construct" -> throw new IllegalStateException("no stock");
			case "throw-with-exit-code" -> throw new OutOfStockException();
			default -> {
			}
		}
	}

	@PreDestroy
	void destroy() {
		if (this.way.equals("hang-in-pre-destroy")) {
			hang();
		}
		else if (this.way.equals("exit-in-pre-destroy")) {
			System.exit(3);
		}
		System.out.println("destroyed");
	}

	@Bean
	ApplicationRunner runner() {
		return (arguments) -> {
			switch (this.way) {
				case "exit-in-runner" -> System.exit(3);
				case "steps-in-runner" -> step();
				default -> {
				}
			}
		};
	}

	@EventListener
	void running(ServiceStateChangedEvent change) {
		if (change.to() == ServiceState.RUNNING) {
			Thread ending = new Thread(this::end, "ending");
			ending.setDaemon(false);
			ending.start();
		}
	}

	private void end() {
		switch (this.way) {
			case "exit-0" -> System.exit(0);
			case "exit-3" -> System.exit(3);
			case "spring-exit" -> System.exit(SpringApplication.exit(this.context, () -> 5));
			case "close" -> this.context.close();
			case "hook" -> {
				Runtime.getRuntime().addShutdownHook(new Thread(EndingMain::finishSlowly));
				System.exit(3);
			}
			case "halt" -> Runtime.getRuntime().halt(9);
			case "out-of-memory" -> fillMemory();
			case "out-of-memory-logged" -> {
				try {
					fillMemory();
				}
				catch (OutOfMemoryError ex) {
					LoggerFactory.getLogger(EndingMain.class).warn("An order failed", new IllegalStateException(ex));
				}
			}
			case "deadlock" -> deadlock();
			case "broken" -> AvailabilityChangeEvent.publish(this.context, LivenessState.BROKEN);
			default -> {
			}
		}
	}

	private static void deadlock() {
		Object orders = new Object();
		Object stock = new Object();
		CountDownLatch locked = new CountDownLatch(2);
		new Thread(() -> lock(orders, stock, locked), "takes orders").start();
		new Thread(() -> lock(stock, orders, locked), "takes stock").start();
	}

	private static void lock(Object first, Object second, CountDownLatch locked) {
		synchronized (first) {
			locked.countDown();
			try {
				locked.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			synchronized (second) {
				System.out.println("never");
			}
		}
	}

	private void step() throws InterruptedException {
		while (true) {
			this.context.getApplicationStartup().start("import").end();
			Thread.sleep(20);
		}
	}

	private static void fillMemory() {
		while (true) {
			HEAP.add(new byte[64 * 1024]);
		}
	}

	private static void finishSlowly() {
		try {
			Thread.sleep(700);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		System.out.println("the hook has finished");
	}

	private static void hang() {
		try {
			new CountDownLatch(1).await();
		}
		catch (InterruptedException ex) {
			hang();
		}
	}

	static class OutOfStockException extends RuntimeException implements ExitCodeGenerator {

		@Override
		public int getExitCode() {
			return 42;
		}

	}

}
