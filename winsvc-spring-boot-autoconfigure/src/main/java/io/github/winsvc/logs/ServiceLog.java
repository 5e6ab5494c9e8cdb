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

package io.github.winsvc.logs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.github.winsvc.launch.ServiceCommandLine;
import org.jspecify.annotations.Nullable;

/**
 * The log of a service as it is configured.
 *
 * @param file the file, not absolute if it is in the working directory of the service
 * @param maxFileSize the size at which a new file is begun, such as {@code 10MB}
 * @param maxHistory how many days old files are kept, {@code 0} for no end
 * @param totalSizeCap the size of all files at which the oldest are deleted, {@code 0B}
 * for none
 * @param configuration the logging configuration of the application's own, which may say
 * otherwise; {@code null} if it has none
 * @since 0.1.0
 */
public record ServiceLog(String file, String maxFileSize, String maxHistory, String totalSizeCap,
		@Nullable String configuration) {

	/**
	 * The property of the file.
	 */
	public static final String FILE = "logging.file.name";

	/**
	 * The property of the directory, which counts if there is no {@link #FILE}.
	 */
	public static final String DIRECTORY = "logging.file.path";

	/**
	 * The property of {@link #maxFileSize}.
	 */
	public static final String MAX_FILE_SIZE = "logging.logback.rollingpolicy.max-file-size";

	/**
	 * The property of {@link #maxHistory}.
	 */
	public static final String MAX_HISTORY = "logging.logback.rollingpolicy.max-history";

	/**
	 * The property of {@link #totalSizeCap}.
	 */
	public static final String TOTAL_SIZE_CAP = "logging.logback.rollingpolicy.total-size-cap";

	private static final String USER_DIRECTORY = "user.dir";

	/**
	 * Read the properties.
	 * @param properties returns the value of a property or {@code null}
	 * @param file the file if none is configured
	 * @param configuration the logging configuration of the application's own
	 * @return the log
	 */
	public static ServiceLog of(UnaryOperator<@Nullable String> properties, String file,
			@Nullable String configuration) {
		return new ServiceLog(file, "10MB", "30", "1GB", configuration).with(properties);
	}

	/**
	 * Return the log of a service that is registered with a command line, which takes
	 * precedence.
	 * @param line the command line
	 * @return the log
	 */
	public ServiceLog with(ServiceCommandLine line) {
		return with((name) -> value(line, name).orElse(null));
	}

	/**
	 * Return the absolute path of the file.
	 * @param line the command line of the service, which has the working directory
	 * @return the path
	 */
	public Path path(ServiceCommandLine line) {
		Path path = Path.of(this.file);
		return value(line, USER_DIRECTORY).map((directory) -> Path.of(directory).resolve(path)).orElse(path);
	}

	private ServiceLog with(UnaryOperator<@Nullable String> properties) {
		String named = properties.apply(FILE);
		String directory = properties.apply(DIRECTORY);
		return new ServiceLog(
				isSet(named) ? named : isSet(directory) ? Path.of(directory, "spring.log").toString() : this.file,
				value(properties, MAX_FILE_SIZE, this.maxFileSize), value(properties, MAX_HISTORY, this.maxHistory),
				value(properties, TOTAL_SIZE_CAP, this.totalSizeCap), this.configuration);
	}

	private static boolean isSet(@Nullable String value) {
		return value != null && !value.isEmpty();
	}

	private static String value(UnaryOperator<@Nullable String> properties, String name, String fallback) {
		String value = properties.apply(name);
		return (value != null && !value.isEmpty()) ? value : fallback;
	}

	/**
	 * An argument takes precedence over a system property, as in Spring Boot.
	 */
	private static Optional<String> value(ServiceCommandLine line, String name) {
		return Stream.concat(values(line.arguments(), "--" + name + "="), values(line.options(), "-D" + name + "="))
			.findFirst();
	}

	private static Stream<String> values(List<String> parts, String prefix) {
		return parts.stream().filter((part) -> part.startsWith(prefix)).map((part) -> part.substring(prefix.length()));
	}

	/**
	 * Return when a new file is begun and old ones are deleted, for people.
	 * @return for example {@code at 10MB, kept for 30 days, at most 1GB in all}
	 */
	public String rolling() {
		String kept = this.maxHistory.equals("0") ? "kept forever" : "kept for %s days".formatted(this.maxHistory);
		String cap = this.totalSizeCap.matches("0[A-Z]*") ? "without limit in all"
				: "at most %s in all".formatted(this.totalSizeCap);
		return "at %s, %s, %s".formatted(this.maxFileSize, kept, cap);
	}

}
