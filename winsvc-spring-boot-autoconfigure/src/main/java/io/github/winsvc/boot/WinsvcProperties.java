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

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.github.winsvc.logs.LogFormat;
import io.github.winsvc.scm.AcceptedControl;
import io.github.winsvc.scm.ProcessPriority;
import io.github.winsvc.scm.ServiceControl;
import io.github.winsvc.validation.AtLeast;
import io.github.winsvc.validation.Between;
import io.github.winsvc.validation.Time;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;

/**
 * Configuration of the running service.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("winsvc")
public class WinsvcProperties {

	/**
	 * Priority of the service's process. Default is what Windows gives it, which is
	 * normal.
	 */
	private @Nullable ProcessPriority priority;

	private final @Valid Start start = new Start();

	private final @Valid Stop stop = new Stop();

	private final @Valid Pause pause = new Pause();

	private final @Valid Controls controls = new Controls();

	private final @Valid Liveness liveness = new Liveness();

	private final @Valid Logs logs = new Logs();

	private final Registry registry = new Registry();

	/**
	 * Read the properties where no bean can be had yet.
	 * @param binder the binder of the environment
	 * @return the properties
	 */
	public static WinsvcProperties get(Binder binder) {
		return binder.bindOrCreate("winsvc", WinsvcProperties.class);
	}

	public @Nullable ProcessPriority getPriority() {
		return this.priority;
	}

	public void setPriority(@Nullable ProcessPriority priority) {
		this.priority = priority;
	}

	public Start getStart() {
		return this.start;
	}

	public Stop getStop() {
		return this.stop;
	}

	public Pause getPause() {
		return this.pause;
	}

	public Controls getControls() {
		return this.controls;
	}

	public Liveness getLiveness() {
		return this.liveness;
	}

	public Logs getLogs() {
		return this.logs;
	}

	public Registry getRegistry() {
		return this.registry;
	}

	/**
	 * The start of the service.
	 */
	public static class Start {

		/**
		 * Time without any progress of the application after which its start counts as
		 * hung and the service ends.
		 */
		@Time(min = "1s")
		private Duration noProgressTimeout = Duration.ofMinutes(5);

		/**
		 * Whole time that a start may take, with or without progress, before the service
		 * ends.
		 */
		@Time(min = "1s")
		private Duration timeout = Duration.ofMinutes(30);

		/**
		 * Whether start arguments of the form --name=value are properties, as they are on
		 * a command line. If not, they are found in winsvc.start.arguments alone.
		 */
		private boolean argumentsAsProperties = true;

		/**
		 * Whether a web application is asked for its health before the service is
		 * RUNNING, because the first request to a JVM takes many times as long as others.
		 */
		private boolean warmUp = true;

		public Duration getNoProgressTimeout() {
			return this.noProgressTimeout;
		}

		public void setNoProgressTimeout(Duration noProgressTimeout) {
			this.noProgressTimeout = noProgressTimeout;
		}

		public Duration getTimeout() {
			return this.timeout;
		}

		public void setTimeout(Duration timeout) {
			this.timeout = timeout;
		}

		public boolean isArgumentsAsProperties() {
			return this.argumentsAsProperties;
		}

		public void setArgumentsAsProperties(boolean argumentsAsProperties) {
			this.argumentsAsProperties = argumentsAsProperties;
		}

		public boolean isWarmUp() {
			return this.warmUp;
		}

		public void setWarmUp(boolean warmUp) {
			this.warmUp = warmUp;
		}

	}

	/**
	 * The stop of the service.
	 */
	public static class Stop {

		/**
		 * Whole time that a stop may take before the process is ended by force. Default
		 * is four times spring.lifecycle.timeout-per-shutdown-phase, which is 2m unless
		 * that is set.
		 */
		@Time
		private @Nullable Duration timeout;

		public @Nullable Duration getTimeout() {
			return this.timeout;
		}

		public void setTimeout(@Nullable Duration timeout) {
			this.timeout = timeout;
		}

	}

	/**
	 * The pause of the service.
	 */
	public static class Pause {

		/**
		 * Whether the service can be paused.
		 */
		private boolean enabled = true;

		/**
		 * Whole time that a pause, or its end, may take before the process is ended by
		 * force.
		 */
		@Time(min = "1s")
		private Duration timeout = Duration.ofMinutes(2);

		/**
		 * Time after which a client that is turned away may try again.
		 */
		@Time
		private Duration retryAfter = Duration.ofSeconds(30);

		/**
		 * Patterns of paths that are answered even while the service is paused, beside
		 * those of the actuator.
		 */
		private List<String> allowedPaths = new ArrayList<>();

		public boolean isEnabled() {
			return this.enabled;
		}

		public void setEnabled(boolean enabled) {
			this.enabled = enabled;
		}

		public Duration getTimeout() {
			return this.timeout;
		}

		public void setTimeout(Duration timeout) {
			this.timeout = timeout;
		}

		public Duration getRetryAfter() {
			return this.retryAfter;
		}

		public void setRetryAfter(Duration retryAfter) {
			this.retryAfter = retryAfter;
		}

		public List<String> getAllowedPaths() {
			return this.allowedPaths;
		}

		public void setAllowedPaths(List<String> allowedPaths) {
			this.allowedPaths = allowedPaths;
		}

	}

	/**
	 * The controls that the SCM may send to the service.
	 */
	public static class Controls {

		static final int THREAD_DUMP_CODE = ServiceControl.Custom.LAST;

		/**
		 * Kinds of controls to accept although no bean listens to them. Those that a bean
		 * listens to are accepted anyway.
		 */
		private Set<AcceptedControl> accept = EnumSet.noneOf(AcceptedControl.class);

		/**
		 * Code of the control that writes the threads of the process to the log, 128 to
		 * 255, or 0 for none.
		 */
		@Between(min = ServiceControl.Custom.FIRST, max = ServiceControl.Custom.LAST, orZero = true,
				message = "it can be {min} to {max}, or 0 for none")
		private int threadDumpCode = THREAD_DUMP_CODE;

		/**
		 * GUIDs of power settings to be told of, which is a PowerEvent each time one
		 * changes.
		 */
		private List<UUID> powerSettings = new ArrayList<>();

		/**
		 * GUIDs of device interface classes to be told of, which is a DeviceEvent each
		 * time a device of one comes or goes.
		 */
		private List<UUID> deviceClasses = new ArrayList<>();

		public Set<AcceptedControl> getAccept() {
			return this.accept;
		}

		public void setAccept(Set<AcceptedControl> accept) {
			this.accept = accept;
		}

		public List<UUID> getPowerSettings() {
			return this.powerSettings;
		}

		public void setPowerSettings(List<UUID> powerSettings) {
			this.powerSettings = powerSettings;
		}

		public List<UUID> getDeviceClasses() {
			return this.deviceClasses;
		}

		public void setDeviceClasses(List<UUID> deviceClasses) {
			this.deviceClasses = deviceClasses;
		}

		public int getThreadDumpCode() {
			return this.threadDumpCode;
		}

		public void setThreadDumpCode(int threadDumpCode) {
			this.threadDumpCode = threadDumpCode;
		}

	}

	/**
	 * The liveness of the application.
	 */
	public static class Liveness {

		/**
		 * Time that an application which has declared itself broken is given to recover
		 * before the service ends as failed.
		 */
		@Time
		private Duration grace = Duration.ofSeconds(30);

		/**
		 * Time between two looks at whether the service still works.
		 */
		@Time(min = "1ms")
		private Duration interval = Duration.ofSeconds(10);

		/**
		 * How many looks in a row must find the same before the service ends as failed.
		 */
		@AtLeast(1)
		private int failures = 3;

		/**
		 * Names of health groups that end the service as failed when they are DOWN.
		 */
		private List<String> healthGroups = new ArrayList<>();

		/**
		 * Whether threads that wait for each other for ever end the service as failed.
		 */
		private boolean deadlocks;

		/**
		 * Percentage of the heap in use after garbage collection, more than which ends
		 * the service as failed. 0 for no such end.
		 */
		@Between(max = 100)
		private int heapAfterGc;

		/**
		 * How often the service may end itself in a period, restarts included. Then it
		 * lives on, whatever is found.
		 */
		@AtLeast(0)
		private int maxEnds = 3;

		/**
		 * Period in which the service may end itself only so often.
		 */
		@Time
		private Duration endsPeriod = Duration.ofHours(1);

		public Duration getGrace() {
			return this.grace;
		}

		public void setGrace(Duration grace) {
			this.grace = grace;
		}

		public Duration getInterval() {
			return this.interval;
		}

		public void setInterval(Duration interval) {
			this.interval = interval;
		}

		public int getFailures() {
			return this.failures;
		}

		public void setFailures(int failures) {
			this.failures = failures;
		}

		public List<String> getHealthGroups() {
			return this.healthGroups;
		}

		public void setHealthGroups(List<String> healthGroups) {
			this.healthGroups = healthGroups;
		}

		public boolean isDeadlocks() {
			return this.deadlocks;
		}

		public void setDeadlocks(boolean deadlocks) {
			this.deadlocks = deadlocks;
		}

		public int getHeapAfterGc() {
			return this.heapAfterGc;
		}

		public void setHeapAfterGc(int heapAfterGc) {
			this.heapAfterGc = heapAfterGc;
		}

		public int getMaxEnds() {
			return this.maxEnds;
		}

		public void setMaxEnds(int maxEnds) {
			this.maxEnds = maxEnds;
		}

		public Duration getEndsPeriod() {
			return this.endsPeriod;
		}

		public void setEndsPeriod(Duration endsPeriod) {
			this.endsPeriod = endsPeriod;
		}

	}

	/**
	 * The log of the service.
	 */
	public static class Logs {

		/**
		 * Form of the lines of the log file, unless logging.structured.format.file says
		 * otherwise.
		 */
		private LogFormat format = LogFormat.TEXT;

		public LogFormat getFormat() {
			return this.format;
		}

		public void setFormat(LogFormat format) {
			this.format = format;
		}

	}

	/**
	 * The service's key of the registry.
	 */
	public static class Registry {

		/**
		 * Whether the values of its key Parameters are properties.
		 */
		private boolean enabled = true;

		public boolean isEnabled() {
			return this.enabled;
		}

		public void setEnabled(boolean enabled) {
			this.enabled = enabled;
		}

	}

}
