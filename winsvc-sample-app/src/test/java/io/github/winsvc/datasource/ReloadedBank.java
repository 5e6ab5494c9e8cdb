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

package io.github.winsvc.datasource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.zaxxer.hikari.HikariDataSource;
import io.github.winsvc.reload.ConfigReloader;
import io.github.winsvc.reload.ReloadResult;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.test.TestService;

/**
 * The bank as a service whose configuration is a file of a test.
 */
record ReloadedBank(TestService service, Path directory) {

	ReloadedBank write(String... lines) {
		try {
			Files.writeString(this.directory.resolve("application.properties"), String.join("\n", lines) + "\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return this;
	}

	ReloadedBank start(String... properties) {
		this.service
			.withProperties("spring.config.location=optional:file:%s/".formatted(this.directory),
					"winsvc.reload.watch=false")
			.withProperties(properties)
			.start();
		this.service.awaitState(ServiceState.RUNNING);
		return this;
	}

	<T> T bean(Class<T> type) {
		return this.service.context().getBean(type);
	}

	Bank bank() {
		return bean(Bank.class);
	}

	/**
	 * Return the pool that connections are of now.
	 */
	HikariDataSource pool() {
		return pool("dataSource");
	}

	HikariDataSource pool(String name) {
		return bean(FollowingDataSources.class).pools().get(name).current();
	}

	ReloadResult.Applied apply(String... lines) {
		write(lines);
		ReloadResult result = bean(ConfigReloader.class).reload("test");
		if (result instanceof ReloadResult.Applied applied) {
			return applied;
		}
		throw new AssertionError(result);
	}

	ReloadResult.Rejected reject(String... lines) {
		write(lines);
		ReloadResult result = bean(ConfigReloader.class).reload("test");
		if (result instanceof ReloadResult.Rejected rejected) {
			return rejected;
		}
		throw new AssertionError(result);
	}

}
