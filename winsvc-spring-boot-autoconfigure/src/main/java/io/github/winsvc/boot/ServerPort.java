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

package io.github.winsvc.boot;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.WebApplicationType;
import org.springframework.core.env.Environment;

/**
 * Where the application will listen, as far as its configuration tells.
 */
final class ServerPort {

	private ServerPort() {
	}

	static @Nullable Integer of(Environment environment, @Nullable WebApplicationType type) {
		if (type == null || type == WebApplicationType.NONE) {
			return null;
		}
		String port = environment.getProperty("server.port", "8080");
		// 0 stands for any free port, -1 for none
		return port.matches("[1-9]\\d{0,4}") ? Integer.valueOf(port) : null;
	}

}
