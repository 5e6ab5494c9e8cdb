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

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.winsvc.launch.ServiceCommandLine;
import org.jspecify.annotations.Nullable;

/**
 * Where the service listens. The command reads the same configuration, but the registered
 * command line may say something else.
 *
 * @param serverPort the port of the application
 * @param healthUrl where its health can be seen
 */
record Addresses(@Nullable Integer serverPort, @Nullable URI healthUrl) {

	private static final Pattern PORT = Pattern.compile("\\d{1,5}");

	static Addresses of(Application application, Optional<ServiceCommandLine> commandLine) {
		Optional<Integer> server = commandLine.flatMap((line) -> port(line, "server.port"));
		Optional<Integer> management = commandLine.flatMap((line) -> port(line, "management.server.port"));
		URI url = url(application.healthUrl());
		if (url != null) {
			boolean own = application.serverPort() == null || url.getPort() != application.serverPort();
			Optional<Integer> registered = management.or(() -> own ? Optional.empty() : server);
			url = registered.isPresent() ? withPort(url, registered.get()) : url;
		}
		Integer port = server.isPresent() ? server.get() : application.serverPort();
		return new Addresses((port != null && port != 0) ? port : null, url);
	}

	private static Optional<Integer> port(ServiceCommandLine line, String property) {
		return Stream
			.concat(values(line.options(), "-D" + property + "="), values(line.arguments(), "--" + property + "="))
			.reduce((first, last) -> last)
			.map(Integer::valueOf)
			.filter((port) -> port <= 0xFFFF);
	}

	private static Stream<String> values(List<String> parts, String prefix) {
		return parts.stream()
			.filter((part) -> part.startsWith(prefix))
			.map((part) -> part.substring(prefix.length()))
			.map(PORT::matcher)
			.filter(Matcher::matches)
			.map(Matcher::group);
	}

	private static @Nullable URI url(@Nullable String text) {
		try {
			return (text != null) ? URI.create(text) : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/**
	 * A port of 0 stands for any free one, so nobody knows it.
	 */
	private static @Nullable URI withPort(URI url, int port) {
		return (port == 0) ? null
				: url("%s://%s:%d%s".formatted(url.getScheme(), url.getHost(), port, url.getRawPath()));
	}

	/**
	 * Return the ports that the service needs.
	 */
	List<Integer> ports() {
		TreeSet<Integer> ports = new TreeSet<>();
		if (this.serverPort != null) {
			ports.add(this.serverPort);
		}
		if (this.healthUrl != null && this.healthUrl.getPort() != -1) {
			ports.add(this.healthUrl.getPort());
		}
		return List.copyOf(ports);
	}

}
