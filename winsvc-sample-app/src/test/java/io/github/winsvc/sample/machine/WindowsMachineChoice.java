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

package io.github.winsvc.sample.machine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import org.testcontainers.DockerClientFactory;

/**
 * The choice among the machines that are to be had on a host: the more real and the
 * faster first.
 */
enum WindowsMachineChoice {

	/** The Windows that the tests run on. */
	NATIVE,

	/** The Wine that is installed on this host. */
	WINE,

	/** Wine in a container. */
	CONTAINER;

	/**
	 * Choose a machine.
	 * @param facts what is there
	 * @return the choice
	 * @throws IllegalStateException if nothing is there; the message says what to install
	 */
	static WindowsMachineChoice of(MachineFacts facts) {
		if (facts.windows()) {
			return NATIVE;
		}
		if (facts.wine()) {
			return WINE;
		}
		if (facts.docker()) {
			return CONTAINER;
		}
		throw new IllegalStateException(
				"The integration tests need a Service Control Manager, but this host has neither"
						+ " Windows nor Wine nor Docker. Install Wine with scripts/setup, or with:"
						+ " apt-get install -y --no-install-recommends wine64");
	}

	static WindowsMachine open() {
		boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
		Optional<LocalWine> wine = (windows) ? Optional.empty() : LocalWine.find();
		boolean docker = !windows && wine.isEmpty() && DockerClientFactory.instance().isDockerAvailable();
		return switch (of(new MachineFacts(windows, wine.isPresent(), docker))) {
			case NATIVE -> NativeWindowsMachine.open();
			case WINE -> WineMachine.open(wine.orElseThrow(), cache(), windowsJre());
			case CONTAINER -> WineMachine.open(ContainerWine.start(cache(), windowsJre()), cache(), windowsJre());
		};
	}

	private static Path cache() {
		return Path.of(System.getProperty("user.home"), ".cache", "winsvc");
	}

	private static Path windowsJre() {
		Path directory = Path.of(System.getProperty("windows-jre", "target/windows-jre"));
		if (!Files.isRegularFile(directory.resolve("bin/java.exe"))) {
			throw new IllegalStateException("No Java runtime for Windows in " + directory.toAbsolutePath()
					+ ". Maven puts it there: mvn verify -pl winsvc-sample-app -am");
		}
		return directory;
	}

}
