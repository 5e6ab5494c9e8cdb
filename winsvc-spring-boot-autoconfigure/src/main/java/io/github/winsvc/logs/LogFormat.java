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

import org.springframework.util.ClassUtils;

/**
 * The form of the lines of the log file.
 *
 * @since 0.1.0
 */
public enum LogFormat {

	/** Lines for people. */
	TEXT,

	/** JSON of the Elastic Common Schema, as Spring Boot writes it. */
	ECS,

	/** JSON without nesting, for any collector. */
	FLAT;

	/**
	 * What the JSON of Spring Boot needs, by the name of its class.
	 */
	public static final String CUSTOMIZER = LogFormat.class.getPackageName() + ".SupplementaryCharacters";

	/**
	 * Return what Spring Boot calls the format.
	 * @return the value of {@code logging.structured.format.file}, empty for none
	 */
	public String value() {
		return switch (this) {
			case TEXT -> "";
			case ECS -> "ecs";
			// By name: the library of the other one need not be there
			case FLAT ->
				LogFormat.class.getPackageName() + (ClassUtils.isPresent("ch.qos.logback.classic.LoggerContext", null)
						? ".FlatLogbackFormatter" : ".FlatLog4jFormatter");
		};
	}

}
