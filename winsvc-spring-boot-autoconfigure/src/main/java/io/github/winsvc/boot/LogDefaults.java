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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.winsvc.launch.ServiceHome;
import io.github.winsvc.logs.LogFormat;
import io.github.winsvc.logs.ServiceLog;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * How a service logs unless the application says otherwise: to a file, because nobody
 * sees its console, and with limits that suit a machine which nobody tidies up.
 */
final class LogDefaults {

	private static final String CONSOLE = "logging.console.enabled";

	private static final String FORMAT = "logging.structured.format.file";

	private static final String CONFIGURATION = "logging.config";

	/**
	 * Where Spring Boot looks for a logging configuration of the application's own.
	 */
	private static final List<String> CONFIGURATIONS = List.of("logback-test.groovy", "logback-test.xml",
			"logback.groovy", "logback.xml", "logback-test-spring.xml", "logback-spring.xml", "log4j2-test.xml",
			"log4j2.xml", "log4j2-test-spring.xml", "log4j2-spring.xml", "log4j2.yaml", "log4j2.json",
			"log4j2.properties");

	private LogDefaults() {
	}

	/**
	 * Return the properties, for the lowest rank.
	 * @param environment the environment without them
	 * @param home the home of the service, {@code null} if it has none
	 * @param service the name of the service
	 * @param format the form of the file
	 * @param captured whether a file takes the place of the console
	 */
	static Map<String, Object> of(Environment environment, @Nullable ServiceHome home, String service, LogFormat format,
			boolean captured) {
		Map<String, Object> defaults = new LinkedHashMap<>();
		if (format != LogFormat.TEXT) {
			defaults.put(FORMAT, format.value());
		}
		if (format == LogFormat.ECS || environment.containsProperty(FORMAT)) {
			defaults.put("logging.structured.json.customizer", LogFormat.CUSTOMIZER);
		}
		defaults.put("logging.structured.ecs.service.name",
				environment.getProperty("spring.application.name", service));
		defaults.put("logging.structured.ecs.service.node-name", service);
		if (environment.getActiveProfiles().length > 0) {
			defaults.put("logging.structured.ecs.service.environment",
					String.join(",", environment.getActiveProfiles()));
		}
		defaults.put("logging.charset.file", "UTF-8");
		if (home != null) {
			addFile(defaults, log(environment, home, service));
		}
		if (captured) {
			defaults.put("logging.charset.console", "UTF-8");
			defaults.put(CONSOLE, "false");
		}
		return defaults;
	}

	private static void addFile(Map<String, Object> defaults, ServiceLog log) {
		defaults.put(ServiceLog.FILE, log.file());
		defaults.put(ServiceLog.MAX_FILE_SIZE, log.maxFileSize());
		defaults.put(ServiceLog.MAX_HISTORY, log.maxHistory());
		defaults.put(ServiceLog.TOTAL_SIZE_CAP, log.totalSizeCap());
		// Log4j2 has no cap in Spring Boot, but as many files as this at most
		defaults.put("logging.log4j2.rollingpolicy.max-file-size", log.maxFileSize());
		defaults.put("logging.log4j2.rollingpolicy.max-history", log.maxHistory());
	}

	/**
	 * Return the log that a service has with these properties.
	 */
	static ServiceLog log(Environment environment, ServiceHome home, String service) {
		return ServiceLog.of(environment::getProperty, home.logs().resolve(service + ".log").toString(),
				configuration(environment));
	}

	private static @Nullable String configuration(Environment environment) {
		String configured = environment.getProperty(CONFIGURATION);
		ClassLoader loader = Objects.requireNonNull(ClassUtils.getDefaultClassLoader());
		return StringUtils.hasText(configured) ? configured
				: CONFIGURATIONS.stream().filter((name) -> loader.getResource(name) != null).findFirst().orElse(null);
	}

	/**
	 * Find out why a log file cannot be written. Logging would end the application for
	 * that.
	 * @return the reason, {@code null} if it can be written or there is none
	 */
	static @Nullable String problem(Environment environment) {
		String name = ServiceLog.of(environment::getProperty, "", null).file();
		if (name.isEmpty()) {
			return null;
		}
		try {
			open(Path.of(name).toAbsolutePath());
			return null;
		}
		catch (IOException | InvalidPathException ex) {
			return ex.toString();
		}
	}

	/**
	 * Leave no empty file: a configuration of the application's own may name another one.
	 */
	private static void open(Path file) throws IOException {
		Path directory = file.getParent();
		if (directory != null) {
			Files.createDirectories(directory);
		}
		boolean exists = Files.exists(file);
		Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND).close();
		if (!exists) {
			Files.delete(file);
		}
	}

	/**
	 * Return properties of the highest rank that make the application go on without a
	 * file, and log to the console or what takes its place.
	 */
	static Map<String, Object> withoutFile() {
		return Map.of(ServiceLog.FILE, "", ServiceLog.DIRECTORY, "", CONSOLE, "true");
	}

}
