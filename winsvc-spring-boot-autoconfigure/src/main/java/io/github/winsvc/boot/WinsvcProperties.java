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

import io.github.winsvc.command.ScriptFormat;
import io.github.winsvc.scm.AcceptedControl;
import io.github.winsvc.scm.ProcessPriority;
import io.github.winsvc.scm.ServiceControl;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.util.Assert;

/**
 * Configuration of the service. Commands and the service read the same properties, so an
 * option of a command may stand in {@code application.yml} just as well.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("winsvc")
public class WinsvcProperties {

	/**
	 * Name under which the service is registered. Default is the name of the application,
	 * else that of its jar without the version.
	 */
	private @Nullable String name;

	/**
	 * Time that a command waits for the service to start or to stop.
	 */
	private Duration timeout = Duration.ofMinutes(2);

	/**
	 * Whether a command may change a service that was not installed from this jar.
	 */
	private boolean adopt;

	/**
	 * Form of a command's output.
	 */
	private Output output = Output.TEXT;

	/**
	 * Whether a command waits until the service has started, stopped, paused or
	 * continued. If not, it returns as soon as Windows has taken the request.
	 */
	private boolean wait = true;

	/**
	 * Whether a command stops running services that depend on the service too. A restart
	 * starts them again.
	 */
	private boolean force;

	/**
	 * Whether install and update show what they would do instead of doing it.
	 */
	private boolean dryRun;

	/**
	 * Whether install only registers the service and does not start it.
	 */
	private boolean noStart;

	/**
	 * Language of an exported script.
	 */
	private ScriptFormat format = ScriptFormat.SC;

	/**
	 * Priority of the service's process. Default is what Windows gives it, which is
	 * normal.
	 */
	private @Nullable ProcessPriority priority;

	private final Start start = new Start();

	private final Stop stop = new Stop();

	private final Pause pause = new Pause();

	private final Controls controls = new Controls();

	private final Liveness liveness = new Liveness();

	private final Reload reload = new Reload();

	/**
	 * Read the properties where no bean can be had yet.
	 * @param binder the binder of the environment
	 * @return the properties
	 */
	public static WinsvcProperties get(Binder binder) {
		return binder.bindOrCreate("winsvc", WinsvcProperties.class);
	}

	public @Nullable String getName() {
		return this.name;
	}

	public void setName(@Nullable String name) {
		this.name = name;
	}

	public Duration getTimeout() {
		return this.timeout;
	}

	public void setTimeout(Duration timeout) {
		this.timeout = timeout;
	}

	public boolean isAdopt() {
		return this.adopt;
	}

	public void setAdopt(boolean adopt) {
		this.adopt = adopt;
	}

	public Output getOutput() {
		return this.output;
	}

	public void setOutput(Output output) {
		this.output = output;
	}

	public boolean isWait() {
		return this.wait;
	}

	public void setWait(boolean wait) {
		this.wait = wait;
	}

	public boolean isForce() {
		return this.force;
	}

	public void setForce(boolean force) {
		this.force = force;
	}

	public boolean isDryRun() {
		return this.dryRun;
	}

	public void setDryRun(boolean dryRun) {
		this.dryRun = dryRun;
	}

	public boolean isNoStart() {
		return this.noStart;
	}

	public void setNoStart(boolean noStart) {
		this.noStart = noStart;
	}

	public ScriptFormat getFormat() {
		return this.format;
	}

	public void setFormat(ScriptFormat format) {
		this.format = format;
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

	public Reload getReload() {
		return this.reload;
	}

	/**
	 * Form of a command's output.
	 */
	public enum Output {

		/** Lines for people. */
		TEXT,

		/** One JSON object for programs. */
		JSON

	}

	/**
	 * The start of the service.
	 */
	public static class Start {

		/**
		 * Time without any progress of the application after which its start counts as
		 * hung and the service ends.
		 */
		private Duration noProgressTimeout = Duration.ofMinutes(5);

		/**
		 * Whole time that a start may take, with or without progress, before the service
		 * ends.
		 */
		private Duration timeout = Duration.ofMinutes(30);

		/**
		 * Whether start arguments of the form --name=value are properties, as they are on
		 * a command line. If not, they are found in winsvc.start.arguments alone.
		 */
		private boolean argumentsAsProperties = true;

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
		private Duration timeout = Duration.ofMinutes(2);

		/**
		 * Time after which a client that is turned away may try again.
		 */
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
			Assert.isTrue(threadDumpCode == 0 || ServiceControl.Custom.isCustom(threadDumpCode),
					() -> "winsvc.controls.thread-dump-code is %d. Set it to 128 to 255, or to 0 for none"
						.formatted(threadDumpCode));
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
		private Duration grace = Duration.ofSeconds(30);

		public Duration getGrace() {
			return this.grace;
		}

		public void setGrace(Duration grace) {
			this.grace = grace;
		}

	}

	/**
	 * Changes of the configuration while the service runs.
	 */
	public static class Reload {

		/**
		 * Whether the configuration can be reloaded.
		 */
		private boolean enabled = true;

		/**
		 * Whether a change of its files reloads it.
		 */
		private boolean watch = true;

		/**
		 * Time between two looks at the files.
		 */
		private Duration interval = Duration.ofSeconds(1);

		/**
		 * Time for which the files must have remained as they are before they are read.
		 */
		private Duration quietPeriod = Duration.ofMillis(500);

		public boolean isEnabled() {
			return this.enabled;
		}

		public void setEnabled(boolean enabled) {
			this.enabled = enabled;
		}

		public boolean isWatch() {
			return this.watch;
		}

		public void setWatch(boolean watch) {
			this.watch = watch;
		}

		public Duration getInterval() {
			return this.interval;
		}

		public void setInterval(Duration interval) {
			this.interval = interval;
		}

		public Duration getQuietPeriod() {
			return this.quietPeriod;
		}

		public void setQuietPeriod(Duration quietPeriod) {
			this.quietPeriod = quietPeriod;
		}

	}

}
