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

package io.github.winsvc.reload;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.context.config.annotation.RefreshScope;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.FileSystemUtils;

/**
 * Measures how long a saved change takes until it is in use, and how long one takes that
 * changes nothing: with winsvc, and in turn with Spring Cloud alone. Then what memory
 * holds after many reloads. Prints figures and asserts nothing.
 */
final class ReloadBench {

	private static final int WARM_UP = 100;

	private static final int ROUNDS = 300;

	private static final int WATCHED = 30;

	private ReloadBench() {
	}

	/**
	 * Run the measurement.
	 * @param arguments how many reloads there are before memory is looked at
	 * @throws Exception if files cannot be written
	 */
	public static void main(String[] arguments) throws Exception {
		Path directory = Files.createTempDirectory("winsvc-bench");
		try {
			sideBySide(directory);
			watch(directory);
			memory(directory, (arguments.length > 0) ? Integer.parseInt(arguments[0]) : 10_000);
		}
		finally {
			FileSystemUtils.deleteRecursively(directory);
		}
	}

	/**
	 * The class path has a pool of connections, as that of tests has not.
	 */
	private static ReloadedApplication application(Path directory, String name) throws IOException {
		return new ReloadedApplication(Files.createDirectories(directory.resolve(name)), Beans.class)
			.with("--logging.level.root=warn", "--spring.autoconfigure.exclude="
					+ "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration");
	}

	private static void sideBySide(Path directory) throws IOException {
		try (ReloadedApplication winsvc = save(application(directory, "winsvc"), 0).start();
				ReloadedApplication plain = save(application(directory, "plain"), 0).startPlain()) {
			Consumer<ReloadedApplication> reload = ReloadedApplication::reload;
			Consumer<ReloadedApplication> refresh = ReloadedApplication::refresh;
			long[] change = new long[ROUNDS];
			long[] plainChange = new long[ROUNDS];
			long[] empty = new long[ROUNDS];
			long[] plainEmpty = new long[ROUNDS];
			for (int i = -WARM_UP; i < ROUNDS; i++) {
				int place = Math.max(i, 0);
				change[place] = change(winsvc, reload, i);
				plainChange[place] = change(plain, refresh, i);
				empty[place] = time(() -> reload.accept(winsvc));
				plainEmpty[place] = time(() -> refresh.accept(plain));
			}
			print("file saved to new beans in use", change, plainChange);
			print("nothing has changed", empty, plainEmpty);
		}
	}

	private static ReloadedApplication save(ReloadedApplication application, int number) {
		return application.write("orders:", "  threads: " + threads(number), "  countries: [AT, CH, DE]",
				"greeting: hello " + number, "part0.size: 1", "part1.size: 1", "part2.size: 1");
	}

	private static int threads(int number) {
		return Math.abs(number) % 100;
	}

	private static long change(ReloadedApplication application, Consumer<ReloadedApplication> reload, int number) {
		save(application, number);
		return time(() -> {
			reload.accept(application);
			if (!isInUse(application, number)) {
				throw new IllegalStateException("The change is not in use");
			}
		});
	}

	private static boolean isInUse(ReloadedApplication application, int number) {
		return application.bean(OrderProperties.class).getThreads() == threads(number)
				&& ((Greeter) application.context().getBean("greeter")).greeting().equals("hello " + number);
	}

	private static long time(Runnable action) {
		long begin = System.nanoTime();
		action.run();
		return System.nanoTime() - begin;
	}

	private static void print(String what, long[] winsvc, long[] plain) {
		System.out.printf(
				"%s, %d times: winsvc median %.1f ms, p95 %.1f ms; ContextRefresher median %.1f ms, p95 %.1f ms; "
						+ "ratio of medians %.2f, of p95 %.2f%n",
				what, winsvc.length, milliseconds(winsvc, 50), milliseconds(winsvc, 95), milliseconds(plain, 50),
				milliseconds(plain, 95), milliseconds(winsvc, 50) / milliseconds(plain, 50),
				milliseconds(winsvc, 95) / milliseconds(plain, 95));
	}

	private static double milliseconds(long[] nanoseconds, int percentile) {
		long[] sorted = nanoseconds.clone();
		Arrays.sort(sorted);
		return sorted[Math.min(sorted.length * percentile / 100, sorted.length - 1)] / 1e6;
	}

	/**
	 * Let the watch find the change by itself, with its usual interval and quiet period.
	 */
	private static void watch(Path directory) throws Exception {
		long[] took = new long[WATCHED];
		try (ReloadedApplication application = save(application(directory, "watched"), 0).watched().start()) {
			for (int i = 0; i < WATCHED; i++) {
				int number = i + 1;
				// Anywhere between two looks
				Thread.sleep(37L * i % 1000);
				save(application, number);
				long begin = System.nanoTime();
				while (!isInUse(application, number)) {
					Thread.sleep(1);
				}
				took[i] = System.nanoTime() - begin;
			}
		}
		System.out.printf("file saved to new beans in use, by the watch with its defaults, %d times: "
				+ "median %.0f ms, p95 %.0f ms%n", WATCHED, milliseconds(took, 50), milliseconds(took, 95));
	}

	/**
	 * The values are few, because Spring Framework keeps each one that {@code @Value} has
	 * ever had.
	 */
	private static void memory(Path directory, int reloads) throws Exception {
		try (ReloadedApplication application = save(application(directory, "memory"), 0).start()) {
			for (int i = 1; i <= WARM_UP + reloads; i++) {
				change(application, ReloadedApplication::reload, i % 100);
				if (i == WARM_UP || (i > WARM_UP && (i - WARM_UP) % Math.max(reloads / 5, 1) == 0)) {
					printMemory(i);
				}
			}
		}
	}

	private static void printMemory(int reloads) throws InterruptedException {
		for (int i = 0; i < 3; i++) {
			System.gc();
			Thread.sleep(100);
		}
		System.out.printf("after %d reloads: heap %.1f MB, metaspace and the like %.1f MB, %d classes, %d threads%n",
				reloads, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6,
				ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage().getUsed() / 1e6,
				ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(),
				ManagementFactory.getThreadMXBean().getThreadCount());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(OrderProperties.class)
	static class Beans {

		@Bean
		@RefreshScope
		Greeter greeter(@Value("${greeting:none}") String greeting) {
			return new Greeter(greeting);
		}

		@Bean
		@RefreshScope
		Greeter other(@Value("${other:none}") String greeting) {
			return new Greeter(greeting);
		}

		@Bean
		@ConfigurationProperties("part0")
		Part part0() {
			return new Part();
		}

		@Bean
		@ConfigurationProperties("part1")
		Part part1() {
			return new Part();
		}

		@Bean
		@ConfigurationProperties("part2")
		Part part2() {
			return new Part();
		}

		@Bean
		@ConfigurationProperties("part3")
		Part part3() {
			return new Part();
		}

	}

	static class Greeter {

		private final String greeting;

		Greeter(String greeting) {
			this.greeting = greeting;
		}

		String greeting() {
			return this.greeting;
		}

	}

	public static class Part {

		private int size;

		public int getSize() {
			return this.size;
		}

		public void setSize(int size) {
			this.size = size;
		}

	}

}
