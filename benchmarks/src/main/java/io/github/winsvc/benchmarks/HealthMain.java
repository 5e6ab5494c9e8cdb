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

package io.github.winsvc.benchmarks;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Measures what answers about the health cost under load: Spring Boot's own in a plain
 * run, the watched one of a service, and the compact form. In turn, with the same
 * clients.
 */
final class HealthMain {

	private static final int CLIENTS = 8;

	private static final int REQUESTS = 500;

	private static final int ROUNDS = 5;

	private HealthMain() {
	}

	/**
	 * Run the benchmark.
	 * @param arguments none
	 * @throws Exception if the sample cannot be run
	 */
	public static void main(String[] arguments) throws Exception {
		Path directory = Files.createTempDirectory("winsvc-bench");
		int plainPort = Health.freePort();
		Process plain = start(directory, plainPort);
		int servicePort = Health.freePort();
		Process service = start(directory, servicePort, "--winsvc.console");
		ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
		try {
			Load own = new Load(plainPort, "/actuator/health");
			Load watched = new Load(servicePort, "/actuator/health");
			Load compact = new Load(servicePort, "/actuator/winsvc/health");
			for (int round = 0; round <= ROUNDS; round++) {
				for (Load load : List.of(own, watched, compact)) {
					load.run(clients, round > 0);
				}
			}
			print("Spring Boot's own health", own, own);
			print("health of a service", watched, own);
			print("compact form", compact, own);
		}
		finally {
			clients.shutdown();
			plain.destroy();
			service.destroy();
			plain.waitFor();
			service.waitFor();
			Files.delete(directory);
		}
	}

	private static void print(String what, Load load, Load other) {
		Figures figures = Figures.of(load.latencies());
		System.out.printf("%s, %d clients, %d requests: p50 %d us, p99 %d us, max %d us, ratio of medians %s%n", what,
				CLIENTS, load.latencies().length, figures.p50(), figures.p99(), figures.max(),
				figures.ratioTo(Figures.of(other.latencies())));
	}

	private static Process start(Path directory, int port, String... arguments) throws IOException {
		List<String> command = new ArrayList<>(List.of(
				Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", Sample.source().toString(),
				"--server.port=" + port, "--spring.datasource.url=jdbc:h2:mem:bench"));
		command.addAll(Arrays.asList(arguments));
		Process process = new ProcessBuilder(command).directory(directory.toFile())
			.redirectErrorStream(true)
			.redirectOutput(Redirect.DISCARD)
			.start();
		Moment.of("health", System.nanoTime(), new Health(port)::isUp).await();
		return process;
	}

	/**
	 * Requests of one kind.
	 */
	private static final class Load {

		private final List<Long> latencies = new ArrayList<>();

		private final HttpClient client = HttpClient.newHttpClient();

		private final URI uri;

		Load(int port, String path) {
			this.uri = URI.create("http://localhost:" + port + path);
		}

		void run(ExecutorService clients, boolean count) throws Exception {
			List<Future<long[]>> futures = new ArrayList<>();
			for (int i = 0; i < CLIENTS; i++) {
				futures.add(clients.submit((Callable<long[]>) this::ask));
			}
			for (Future<long[]> future : futures) {
				for (long latency : future.get()) {
					if (count) {
						this.latencies.add(latency);
					}
				}
			}
		}

		private long[] ask() throws IOException, InterruptedException {
			long[] latencies = new long[REQUESTS];
			for (int i = 0; i < REQUESTS; i++) {
				long begin = System.nanoTime();
				int status = this.client.send(HttpRequest.newBuilder(this.uri).build(), BodyHandlers.ofString())
					.statusCode();
				latencies[i] = (System.nanoTime() - begin) / 1_000;
				if (status != 200) {
					throw new IllegalStateException("%s answers %d".formatted(this.uri, status));
				}
			}
			return latencies;
		}

		long[] latencies() {
			return this.latencies.stream().mapToLong(Long::longValue).toArray();
		}

	}

}
