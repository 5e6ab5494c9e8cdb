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

package io.github.winsvc.command;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Properties of the configuration that may stand on the command line of a verb that
 * defines the service. Those of the running service become a part of what is registered.
 */
enum ServiceProperty {

	START_TYPE("start-type"),

	TRIGGERS("triggers"),

	DEPENDENCIES("dependencies"),

	GROUP("group"),

	ACCOUNT("account"),

	SERVICE_SID_TYPE("service-sid-type"),

	REQUIRED_PRIVILEGES("required-privileges"),

	PRESHUTDOWN_TIMEOUT("preshutdown-timeout"),

	ENVIRONMENT("environment"),

	SECURITY_DESCRIPTOR("security-descriptor"),

	JVM_OPTIONS("jvm-options"),

	ARGUMENTS("arguments"),

	WORKING_DIRECTORY("working-directory"),

	RECOVERY_DELAYS("recovery.delays"),

	RECOVERY_RESET_PERIOD("recovery.reset-period"),

	RECOVERY_COMMAND("recovery.command"),

	RECOVERY_REBOOT("recovery.reboot"),

	RECOVERY_REBOOT_MESSAGE("recovery.reboot-message"),

	RECOVERY_ON_FAILURE_EXIT("recovery.on-failure-exit"),

	START_NO_PROGRESS_TIMEOUT("start.no-progress-timeout"),

	START_TIMEOUT("start.timeout"),

	START_ARGUMENTS_AS_PROPERTIES("start.arguments-as-properties"),

	STOP_TIMEOUT("stop.timeout"),

	PAUSE_ENABLED("pause.enabled"),

	PAUSE_TIMEOUT("pause.timeout"),

	PAUSE_RETRY_AFTER("pause.retry-after"),

	PAUSE_ALLOWED_PATHS("pause.allowed-paths"),

	CONTROLS_ACCEPT("controls.accept"),

	CONTROLS_THREAD_DUMP_CODE("controls.thread-dump-code"),

	CONTROLS_POWER_SETTINGS("controls.power-settings"),

	CONTROLS_DEVICE_CLASSES("controls.device-classes"),

	LIVENESS_GRACE("liveness.grace"),

	RELOAD_ENABLED("reload.enabled"),

	RELOAD_WATCH("reload.watch"),

	RELOAD_INTERVAL("reload.interval"),

	RELOAD_QUIET_PERIOD("reload.quiet-period"),

	PRIORITY("priority");

	private final String word;

	ServiceProperty(String word) {
		this.word = word;
	}

	/**
	 * Whether the running service reads the property.
	 */
	boolean isOfRunningService() {
		return compareTo(START_NO_PROGRESS_TIMEOUT) >= 0;
	}

	/**
	 * Return the property as it is written after {@code winsvc.} in kebab case.
	 */
	@Override
	public String toString() {
		return this.word;
	}

	/**
	 * Find the property that a word names, be it one element of a list or of the
	 * environment.
	 */
	static Optional<ServiceProperty> find(String word) {
		String name = Spelling.uniform(word.replaceFirst("(\\[.*|(?<=(?i:^environment))\\..*)$", ""));
		return Arrays.stream(values()).filter((property) -> Spelling.uniform(property.word).equals(name)).findFirst();
	}

	static List<String> words() {
		return Arrays.stream(values()).map(ServiceProperty::toString).toList();
	}

}
