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

package io.github.winsvc.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.winsvc.launch.NativeLibrary;
import io.github.winsvc.scm.AccountRights;
import io.github.winsvc.scm.ServiceInspection;

/**
 * The surroundings of this process.
 *
 * @since 0.1.0
 */
public final class LocalSurroundings implements Surroundings {

	private static final int TIMEOUT = (int) Duration.ofSeconds(3).toMillis();

	private static final int BODY = 8192;

	private final ServiceInspection inspection;

	private final AccountRights accounts;

	/**
	 * Create new surroundings.
	 * @param inspection the door to access control lists and the registry
	 * @param accounts the door to accounts and their right to log on
	 */
	public LocalSurroundings(ServiceInspection inspection, AccountRights accounts) {
		this.inspection = inspection;
		this.accounts = accounts;
	}

	@Override
	public ServiceInspection inspection() {
		return this.inspection;
	}

	@Override
	public AccountRights accounts() {
		return this.accounts;
	}

	@Override
	public Platform platform() {
		return Platform.current();
	}

	@Override
	public NativeLibrary nativeLibrary() throws IOException {
		return NativeLibrary.forArchitecture(platform().architecture());
	}

	@Override
	public long usableSpace(Path directory) throws IOException {
		return Files.getFileStore(directory).getUsableSpace();
	}

	@Override
	public Optional<Instant> beginOf(long processId) {
		return ProcessHandle.of(processId).flatMap((process) -> process.info().startInstant());
	}

	@Override
	public List<Path> files(Path directory) throws IOException {
		try (Stream<Path> files = Files.list(directory)) {
			return files.filter(Files::isRegularFile).toList();
		}
	}

	/**
	 * Listen to the loopback address alone, so that no firewall asks the user about it.
	 */
	@Override
	public Optional<String> portProblem(int port) {
		try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
			return socket.isBound() ? Optional.empty() : Optional.of("it cannot be bound");
		}
		catch (IOException ex) {
			return Optional.of(String.valueOf(ex.getMessage()));
		}
	}

	@Override
	public HealthAnswer health(URI url) throws IOException {
		HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection(Proxy.NO_PROXY);
		try {
			connection.setConnectTimeout(TIMEOUT);
			connection.setReadTimeout(TIMEOUT);
			connection.setInstanceFollowRedirects(false);
			int code = connection.getResponseCode();
			return new HealthAnswer(code,
					body((code < 400) ? connection.getInputStream() : connection.getErrorStream()));
		}
		finally {
			connection.disconnect();
		}
	}

	private String body(InputStream stream) throws IOException {
		if (stream == null) {
			return "";
		}
		try (stream) {
			return new String(stream.readNBytes(BODY), StandardCharsets.UTF_8);
		}
	}

}
