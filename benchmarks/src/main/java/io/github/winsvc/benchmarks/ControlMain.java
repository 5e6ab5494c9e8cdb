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
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.winsvc.sample.machine.ControlProgram;
import io.github.winsvc.sample.machine.SmokeService;
import io.github.winsvc.sample.machine.StatusWatch;
import io.github.winsvc.sample.machine.WindowsMachine;
import io.github.winsvc.scm.ServiceState;

/**
 * Measures what a control takes there and back on a Windows, beside the barest handler
 * there is.
 */
final class ControlMain {

	private static final int CONTROLS = 10_000;

	/** The control that the class below hears of. */
	private static final String CODE = "200";

	private static final String LISTENER = "io/github/winsvc/sample/Faults.class";

	private static final String SERVICE = "order-intake";

	private static final String BARE = "bare";

	private static final Pattern ROUND_TRIP = Pattern.compile("p50 (\\d+) p99 (\\d+) max (\\d+)");

	private final WindowsMachine machine;

	private ControlMain(WindowsMachine machine) {
		this.machine = machine;
	}

	/**
	 * Run the benchmark.
	 * @param arguments none
	 * @throws IOException if the sample cannot be copied to the machine
	 */
	public static void main(String[] arguments) throws IOException {
		try (WindowsMachine machine = WindowsMachine.open()) {
			new ControlMain(machine).run();
		}
	}

	private void run() throws IOException {
		Sample sample = Sample.copy(this.machine, SERVICE);
		addListener(sample);
		List<String> arguments = sample.arguments();
		this.machine
			.java(sample.directory(), "-jar", sample.jar().windows(), "--winsvc.install", "--orders.fault=none",
					arguments.get(0), arguments.get(1))
			.orFail();
		SmokeService.create(this.machine, BARE);
		StatusWatch watch = this.machine.watch(BARE);
		this.machine.sc("start", BARE).orFail();
		watch.await(ServiceState.RUNNING, WindowsMachine.PATIENCE);
		for (int round = 0; round < 3; round++) {
			Figures own = roundTrip(SERVICE);
			Figures bare = roundTrip(BARE);
			own.print("ControlService of a service, %d controls".formatted(CONTROLS), "us");
			bare.print("ControlService of a bare handler, %d controls".formatted(CONTROLS), "us");
			System.out.println("ratio of medians " + own.ratioTo(bare));
		}
		this.machine.sc("stop", BARE).orFail();
		this.machine.sc("stop", SERVICE).orFail();
	}

	/**
	 * Add a class of the tests that hears of the control, without which it is refused.
	 */
	private static void addListener(Sample sample) throws IOException {
		try (FileSystem contents = FileSystems.newFileSystem(sample.jar().host());
				InputStream stream = ControlMain.class.getClassLoader().getResourceAsStream(LISTENER)) {
			if (stream == null) {
				throw new IllegalStateException("There is no " + LISTENER);
			}
			Files.copy(stream, contents.getPath("BOOT-INF/classes", LISTENER));
		}
	}

	private Figures roundTrip(String service) {
		String output = ControlProgram.run(this.machine, service, "send", CODE, Integer.toString(CONTROLS))
			.orFail()
			.output();
		Matcher matcher = ROUND_TRIP.matcher(output);
		if (!matcher.find()) {
			throw new IllegalStateException(output);
		}
		return new Figures(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)),
				Long.parseLong(matcher.group(3)));
	}

}
