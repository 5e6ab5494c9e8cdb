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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import com.jayway.jsonpath.JsonPath;
import io.github.winsvc.sample.machine.Await;
import io.github.winsvc.sample.machine.ControlProgram;
import io.github.winsvc.sample.machine.LockProgram;
import io.github.winsvc.sample.machine.MachineDirectory;
import io.github.winsvc.sample.machine.StatusWatch;
import io.github.winsvc.sample.machine.WindowsMachine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A service whose configuration changes while it runs.
 */
@TestMethodOrder(OrderAnnotation.class)
class LiveConfigurationIT {

	private static final int PORT = Operator.freePort();

	private static final int RELOADS = 100;

	private static final int CLIENTS = 3;

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final SampleClient client = new SampleClient(PORT);

	private static final String ORDER = """
			{"customer": "Ada", "lines": [{"sku": "TEA-01", "quantity": 3, "unitPrice": 4.50}]}""";

	@AutoClose
	private static WindowsMachine machine;

	private static Operator operator;

	private static StatusWatch watch;

	private static long process;

	/** The number of orders that are listed at most, as the configuration says. */
	private static int listed = 3;

	@BeforeAll
	static void install() {
		machine = WindowsMachine.open();
		operator = Operator.withExtractedJar(machine);
		write(right());
		operator
			.run("--winsvc.install", "--server.port=" + PORT, "--winsvc.reload.interval=50ms",
					"--winsvc.reload.quiet-period=50ms")
			.orFail();
		for (int i = 0; i < 6; i++) {
			assertThat(client.post(ORDER).statusCode()).isEqualTo(201);
		}
		assertThat(listed()).isEqualTo(listed);
		process = operator.processId();
		watch = machine.watch(Operator.SERVICE);
	}

	private static MachineDirectory file() {
		return operator.directory().resolve("application.yml");
	}

	private static String right() {
		return "orders:\n  max-listed: %d\n".formatted(listed);
	}

	private static void write(String content) {
		write(content.getBytes(StandardCharsets.UTF_8));
	}

	private static void write(byte[] content) {
		try {
			Files.write(file().host(), content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Write another right configuration and wait until it is in effect.
	 */
	private static void change() {
		next();
		write(right());
		awaitListed();
	}

	private static void next() {
		listed = listed % 5 + 1;
	}

	private static void awaitListed() {
		Await.until(LiveConfigurationIT::listed, (count) -> count == listed, PATIENCE, listed + " orders to be listed");
	}

	private static int listed() {
		return JsonPath.read(client.get("/orders").body(), "$.length()");
	}

	/**
	 * The log tells of a change after it has taken effect.
	 */
	private static void awaitChanges(int number) {
		Await.until(() -> operator.log()
			.stream()
			.filter((line) -> line.contains("The configuration has changed (file")
					&& line.endsWith("orders.max-listed"))
			.count(), (count) -> count >= number, PATIENCE, "the log to tell of %d changes".formatted(number));
	}

	private static long rejections(String trigger) {
		return operator.log().stream().filter((line) -> line.contains("is rejected (%s)".formatted(trigger))).count();
	}

	private static void awaitRejection(String trigger, long known) {
		Await.until(() -> rejections(trigger), (count) -> count > known, PATIENCE, "the change to be rejected");
		assertThat(listed()).isEqualTo(listed);
	}

	private static void assertNothingElseHappened() {
		assertThat(operator.processId()).isEqualTo(process);
		assertThat(watch.reports()).isEmpty();
		assertThat(client.health()).contains(200);
	}

	@Test
	@Order(1)
	void whenFileIsEditedThenServiceFollowsWithoutARestart() {
		change();
		awaitChanges(1);
		assertNothingElseHappened();
	}

	@Test
	@Order(2)
	void whenReloadedUnderLoadThenNoRequestFails() throws InterruptedException {
		AtomicBoolean end = new AtomicBoolean();
		AtomicInteger requests = new AtomicInteger();
		Queue<String> failures = new ConcurrentLinkedQueue<>();
		List<Thread> clients = new ArrayList<>();
		for (Supplier<Integer> request : requests()) {
			clients.add(new Thread(() -> {
				while (!end.get()) {
					String failure = failure(request);
					requests.incrementAndGet();
					if (failure != null) {
						failures.add(failure);
					}
				}
			}));
		}
		clients.forEach(Thread::start);
		try {
			for (int i = 0; i < RELOADS; i++) {
				change();
			}
		}
		finally {
			end.set(true);
		}
		for (Thread each : clients) {
			each.join();
		}
		System.out.printf("%d reloads, %d requests, %d failed%n", RELOADS, requests.get(), failures.size());
		assertThat(failures).isEmpty();
		assertThat(requests.get()).isGreaterThan(RELOADS);
		awaitChanges(1 + RELOADS);
		assertNothingElseHappened();
	}

	private static @Nullable String failure(Supplier<Integer> request) {
		try {
			int status = request.get();
			return (status < 300) ? null : "status " + status;
		}
		catch (RuntimeException ex) {
			return ex.toString();
		}
	}

	private static List<Supplier<Integer>> requests() {
		List<Supplier<Integer>> requests = new ArrayList<>();
		for (int i = 0; i < CLIENTS; i++) {
			requests.add((i == 0) ? () -> client.post(ORDER).statusCode() : () -> client.get("/orders").statusCode());
		}
		return requests;
	}

	@ParameterizedTest
	@Order(3)
	@MethodSource("io.github.winsvc.sample.BrokenConfiguration#all")
	void whenFileIsBrokenThenTheFormerConfigurationStaysUntilItIsMended(byte[] content) {
		long known = rejections("file");
		write(content);
		awaitRejection("file", known);
		change();
	}

	@Test
	@Order(4)
	void whenImportedFileIsDeletedThenTheFormerConfigurationStaysUntilItIsBack() throws IOException {
		Path imported = operator.directory().resolve("imported.yml").host();
		next();
		Files.writeString(imported, right());
		write("spring.config.import: imported.yml");
		awaitListed();
		long known = rejections("file");
		Files.delete(imported);
		awaitRejection("file", known);
		next();
		Files.writeString(imported, right());
		awaitListed();
		change();
	}

	@Test
	@Order(4)
	void whenFileIsLockedThenTheFormerConfigurationStaysUntilItIsNot() throws IOException {
		MachineDirectory release = operator.directory().resolve("release");
		int before = listed;
		long known = rejections("PARAMCHANGE");
		next();
		LockProgram.run(machine, file(), right(), release).join();
		ControlProgram.run(machine, Operator.SERVICE, "send", "6", "1").orFail();
		Await.until(() -> rejections("PARAMCHANGE"), (count) -> count > known, PATIENCE, "the change to be rejected");
		assertThat(listed()).isEqualTo(before);
		Files.createFile(release.host());
		awaitListed();
		Files.delete(release.host());
	}

	@Test
	@Order(5)
	void whenAllIsOverThenItIsTheSameProcess() {
		assertNothingElseHappened();
		operator.run("--winsvc.stop").orFail();
	}

}
