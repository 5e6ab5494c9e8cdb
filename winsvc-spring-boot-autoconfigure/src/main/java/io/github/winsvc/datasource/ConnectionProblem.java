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

import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import com.zaxxer.hikari.HikariConfig;
import io.github.winsvc.launch.SecretArgument;
import org.jspecify.annotations.Nullable;

import org.springframework.core.NestedExceptionUtils;

/**
 * Says why there is no connection to a database, without what the URL and the credentials
 * hold.
 */
final class ConnectionProblem {

	/** Shorter ones may be a part of any word. */
	private static final int TELLING_LENGTH = 4;

	private ConnectionProblem() {
	}

	static String describe(Throwable problem, HikariConfig config) {
		Throwable begin = problem;
		for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLException) {
				begin = cause;
				break;
			}
		}
		Set<String> texts = new LinkedHashSet<>();
		texts.add(text(begin));
		texts.add(text(NestedExceptionUtils.getMostSpecificCause(begin)));
		return mask(String.join(": ", texts), config).replaceAll("\\s*\\R\\s*", " ").strip();
	}

	private static String text(Throwable problem) {
		String message = problem.getMessage();
		return (message != null) ? message : problem.getClass().getName();
	}

	static String mask(String text, HikariConfig config) {
		String masked = text;
		if (config.getJdbcUrl() != null && !config.getJdbcUrl().isEmpty()) {
			masked = masked.replace(config.getJdbcUrl(), "the URL");
		}
		masked = withoutWord(masked, config.getPassword());
		for (String name : config.getDataSourceProperties().stringPropertyNames()) {
			if (SecretArgument.find(List.of("-D" + name + "=x")).isPresent()) {
				masked = withoutWord(masked, config.getDataSourceProperties().getProperty(name));
			}
		}
		masked = SecretArgument.mask(masked);
		masked = masked.replaceAll("(?i)\\bpwd=[^\\s;&]+", "pwd=***");
		// Of a user and a password before a host
		return masked.replaceAll("[^\\s/:@]+[:/][^\\s/@]+@", "***@");
	}

	private static String withoutWord(String text, @Nullable String secret) {
		if (secret == null || secret.isEmpty()) {
			return text;
		}
		if (secret.length() >= TELLING_LENGTH) {
			return text.replace(secret, "***");
		}
		return text.replaceAll("(?<!\\w)" + Pattern.quote(secret) + "(?!\\w)", "***");
	}

}
