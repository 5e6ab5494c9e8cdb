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

package io.github.winsvc.cloud;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.cloud.config.server.EnableConfigServer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * A Spring Cloud Config Server that serves the files of a directory. Keeps its port when
 * it is started again.
 */
final class ConfigServer implements AutoCloseable {

	private final Path files;

	private int port;

	private @Nullable ConfigurableApplicationContext context;

	ConfigServer(Path files) {
		this.files = files;
	}

	void start() {
		this.context = new SpringApplication(Server.class).run("--server.port=" + this.port,
				"--spring.profiles.active=native",
				"--spring.cloud.config.server.native.search-locations=file:%s/".formatted(this.files),
				"--spring.cloud.config.enabled=false", "--spring.cloud.zookeeper.enabled=false",
				"--spring.main.banner-mode=off");
		this.port = this.context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	String uri() {
		return "http://localhost:" + this.port;
	}

	/**
	 * Write the configuration of the application.
	 */
	void write(String... lines) {
		try {
			Files.writeString(this.files.resolve("orders.yml"), String.join("\n", lines));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		if (this.context != null) {
			this.context.close();
			this.context = null;
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EnableConfigServer
	static class Server {

	}

}
