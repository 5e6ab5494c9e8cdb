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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.testcontainers.containers.BindMode;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.builder.ImageFromDockerfile;

/**
 * Wine in a container that shares this host's network, user and, under the same paths,
 * the files of machines. Programs run in it through the {@code docker} command.
 */
final class ContainerWine implements WineHost {

	private static final String IMAGE = "debian:12-slim";

	private final GenericContainer<?> container;

	private ContainerWine(GenericContainer<?> container) {
		this.container = container;
	}

	/**
	 * Start a container.
	 * @param cache the directory that holds machines and templates
	 * @param windowsJre a Java runtime for Windows
	 * @return the Wine in it
	 */
	@SuppressWarnings("resource")
	static ContainerWine start(Path cache, Path windowsJre) {
		ImageFromDockerfile image = new ImageFromDockerfile("winsvc-wine", false)
			.withDockerfileFromBuilder((builder) -> builder.from(IMAGE)
				.run("apt-get update && apt-get install -y --no-install-recommends wine64"
						+ " && rm -rf /var/lib/apt/lists/*")
				.build());
		GenericContainer<?> container = new GenericContainer<>(image).withNetworkMode("host")
			.withCommand("sleep", "infinity");
		String user = prepare(cache);
		for (Path path : List.of(cache, windowsJre)) {
			String shared = path.toAbsolutePath().toString();
			container.withFileSystemBind(shared, shared, BindMode.READ_WRITE);
		}
		container.withCreateContainerCmdModifier((command) -> command.withUser(user));
		container.start();
		return new ContainerWine(container);
	}

	private static String prepare(Path cache) {
		try {
			Files.createDirectories(cache);
			return Files.getAttribute(cache, "unix:uid") + ":" + Files.getAttribute(cache, "unix:gid");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public String version() {
		return "container " + IMAGE;
	}

	@Override
	public String wine() {
		return "/usr/lib/wine/wine64";
	}

	@Override
	public String server() {
		return "/usr/lib/wine/wineserver64";
	}

	@Override
	public ProcessBuilder program(Path directory, Map<String, String> environment, List<String> command) {
		List<String> exec = new ArrayList<>(
				List.of("docker", "exec", "--interactive", "--workdir", directory.toAbsolutePath().toString()));
		environment.forEach((name, value) -> exec.addAll(List.of("--env", name + "=" + value)));
		exec.add(this.container.getContainerId());
		exec.addAll(command);
		return new ProcessBuilder(exec);
	}

	@Override
	public void killProcesses(Path prefix) {
		// They end with the container.
	}

	@Override
	public void close() {
		this.container.stop();
	}

}
