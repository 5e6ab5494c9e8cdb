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

	SECURITY_ALLOW_WRITABLE_FILES("security.allow-writable-files"),

	SECURITY_ALLOW_LOCAL_SYSTEM("security.allow-local-system"),

	HOME("home"),

	LOG_DIRECTORY("log-directory"),

	JVM_OPTIONS("jvm-options"),

	ARGUMENTS("arguments"),

	WORKING_DIRECTORY("working-directory"),

	LAYOUT("layout"),

	HEAP_DUMP("heap-dump"),

	RECOVERY_DELAYS("recovery.delays"),

	RECOVERY_RESET_PERIOD("recovery.reset-period"),

	RECOVERY_COMMAND("recovery.command"),

	RECOVERY_REBOOT("recovery.reboot"),

	RECOVERY_REBOOT_MESSAGE("recovery.reboot-message"),

	RECOVERY_ON_FAILURE_EXIT("recovery.on-failure-exit"),

	START_NO_PROGRESS_TIMEOUT("start.no-progress-timeout"),

	START_TIMEOUT("start.timeout"),

	START_ARGUMENTS_AS_PROPERTIES("start.arguments-as-properties"),

	START_WARM_UP("start.warm-up"),

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

	LIVENESS_INTERVAL("liveness.interval"),

	LIVENESS_FAILURES("liveness.failures"),

	LIVENESS_HEALTH_GROUPS("liveness.health-groups"),

	LIVENESS_DEADLOCKS("liveness.deadlocks"),

	LIVENESS_HEAP_AFTER_GC("liveness.heap-after-gc"),

	LIVENESS_MAX_ENDS("liveness.max-ends"),

	LIVENESS_ENDS_PERIOD("liveness.ends-period"),

	EVENT_LOG_ENABLED("event-log.enabled"),

	EVENT_LOG_LEVEL("event-log.level"),

	EVENT_LOG_QUEUE_SIZE("event-log.queue-size"),

	EVENT_LOG_RATE_LIMIT("event-log.rate-limit"),

	LOGS_FORMAT("logs.format"),

	RELOAD_ENABLED("reload.enabled"),

	RELOAD_WATCH("reload.watch"),

	RELOAD_INTERVAL("reload.interval"),

	RELOAD_QUIET_PERIOD("reload.quiet-period"),

	RELOAD_DRAIN_TIMEOUT("reload.drain-timeout"),

	RELOAD_REGISTRY("reload.registry"),

	RELOAD_ENVIRONMENT("reload.environment"),

	ARCHIVE_ENABLED("archive.enabled"),

	ARCHIVE_DELAY("archive.delay"),

	ARCHIVE_AOT_CACHE("archive.aot-cache"),

	REGISTRY_ENABLED("registry.enabled"),

	ACTUATOR_EXPOSED("actuator.exposed"),

	HEALTH_TIMEOUT("health.timeout"),

	HEALTH_DOWN_AFTER("health.down-after"),

	HEALTH_SLOW_THRESHOLD("health.slow-threshold"),

	HEALTH_SLOW_INTERVAL("health.slow-interval"),

	HEALTH_COMPACT_INTERVAL("health.compact-interval"),

	RESOURCES_ENABLED("resources.enabled"),

	RESOURCES_INTERVAL("resources.interval"),

	RESOURCES_DISK_PATH("resources.disk.path"),

	RESOURCES_DISK_WARNING("resources.disk.warning"),

	RESOURCES_DISK_CRITICAL("resources.disk.critical"),

	RESOURCES_HEAP_WARNING("resources.heap.warning"),

	RESOURCES_HEAP_CRITICAL("resources.heap.critical"),

	RESOURCES_WORKING_SET_WARNING("resources.working-set.warning"),

	RESOURCES_WORKING_SET_CRITICAL("resources.working-set.critical"),

	RESOURCES_HANDLES_WARNING("resources.handles.warning"),

	RESOURCES_HANDLES_CRITICAL("resources.handles.critical"),

	RESOURCES_THREADS_WARNING("resources.threads.warning"),

	RESOURCES_THREADS_CRITICAL("resources.threads.critical"),

	RESOURCES_CPU_WARNING("resources.cpu.warning"),

	RESOURCES_CPU_CRITICAL("resources.cpu.critical"),

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
	 * Whether the property may stand without a value, and is on then.
	 */
	boolean isFlag() {
		return this == SECURITY_ALLOW_WRITABLE_FILES;
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
