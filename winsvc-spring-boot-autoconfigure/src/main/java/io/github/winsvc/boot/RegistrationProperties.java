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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.winsvc.launch.LayoutKind;
import io.github.winsvc.scm.ServiceSidType;
import io.github.winsvc.validation.Length;
import io.github.winsvc.validation.Matches;
import io.github.winsvc.validation.NoNul;
import io.github.winsvc.validation.Time;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the service is registered with Windows. Install and what follows it read these
 * properties; the running service does not.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("winsvc")
public class RegistrationProperties {

	private static final String NO_DEPENDENCY = "it is not the name of a service or, with a plus sign before it, "
			+ "of a load order group";

	/**
	 * Name that Windows shows for the service, 1 to 256 characters. Default is the
	 * service name.
	 */
	@NoNul
	@Length(max = 256, message = "a display name has 1 to {max} characters")
	private @Nullable String displayName;

	/**
	 * What the service does, as Windows shows it.
	 */
	@NoNul
	private String description = "";

	/**
	 * When Windows starts the service.
	 */
	private StartType startType = StartType.AUTO;

	/**
	 * Events on which Windows starts or stops the service. Those that start it want
	 * winsvc.start-type=trigger.
	 */
	private List<TriggerProperties> triggers = new ArrayList<>();

	/**
	 * Services that must run before this one starts. A plus sign before a name makes it
	 * that of a load order group.
	 */
	private List<@Matches(value = "(?sU)\\+?+(?=.*\\S)[^/\\\\\\x00]+",
			message = NO_DEPENDENCY) String> dependencies = new ArrayList<>();

	/**
	 * Load order group that the service belongs to.
	 */
	@NoNul
	private String group = "";

	/**
	 * Account that the service runs as: LocalService, NetworkService, LocalSystem, the
	 * account of a user or a managed one with its domain, in which a dot stands for this
	 * machine, or NT SERVICE\ and the service name. The last one is the default.
	 */
	@NoNul
	private @Nullable String account;

	/**
	 * How the identity NT SERVICE\ and the service name stands in the token of the
	 * service's process.
	 */
	private ServiceSidType serviceSidType = ServiceSidType.UNRESTRICTED;

	/**
	 * Privileges that Windows leaves in the token of the service's process, such as
	 * SeBackupPrivilege. Default is all that the account has.
	 */
	private List<@Matches(value = "Se[A-Za-z]+Privilege",
			message = "privileges have names such as SeBackupPrivilege") String> requiredPrivileges = new ArrayList<>();

	/**
	 * Time that Windows waits for the service to stop before it shuts down. Default is 10
	 * seconds more than winsvc.stop.timeout.
	 */
	@Time
	private @Nullable Duration preshutdownTimeout;

	/**
	 * Variables in the environment of the service's process. Every user of the machine
	 * can read them.
	 */
	private Map<String, String> environment = new LinkedHashMap<>();

	/**
	 * Who may look at the service, start, stop and change it, as sc.exe sdshow prints it
	 * from D: up to S:. Default is what Windows gives a service.
	 */
	private @Nullable String securityDescriptor;

	/**
	 * Directory of the service's own files outside the application's directory. Default
	 * is a directory with the name of the service in winsvc of ProgramData.
	 */
	private @Nullable String home;

	/**
	 * Directory of the service's logs. Default is logs in the home.
	 */
	private @Nullable String logDirectory;

	/**
	 * Options of the service's JVM, beside those that install itself is run with.
	 */
	private List<String> jvmOptions = new ArrayList<>();

	/**
	 * Arguments of the application, before those that install itself is given.
	 */
	private List<String> arguments = new ArrayList<>();

	/**
	 * Where the classes of the service are: laid out in its home, so that they load fast
	 * and the jar can be replaced while the service runs, or in the jar.
	 */
	private LayoutKind layout = LayoutKind.PREPARED;

	/**
	 * Whether the JVM writes its heap to the log directory when it runs out of memory,
	 * once until that file is deleted. A heap holds secrets and may be large.
	 */
	private boolean heapDump = true;

	/**
	 * Working directory of the service. Default is that of its jar.
	 */
	private @Nullable String workingDirectory;

	private final @Valid Recovery recovery = new Recovery();

	public @Nullable String getDisplayName() {
		return this.displayName;
	}

	public void setDisplayName(@Nullable String displayName) {
		this.displayName = displayName;
	}

	public String getDescription() {
		return this.description;
	}

	public void setDescription(String description) {
		this.description = description;
	}

	public StartType getStartType() {
		return this.startType;
	}

	public void setStartType(StartType startType) {
		this.startType = startType;
	}

	public List<TriggerProperties> getTriggers() {
		return this.triggers;
	}

	public void setTriggers(List<TriggerProperties> triggers) {
		this.triggers = triggers;
	}

	public List<String> getDependencies() {
		return this.dependencies;
	}

	public void setDependencies(List<String> dependencies) {
		this.dependencies = dependencies;
	}

	public String getGroup() {
		return this.group;
	}

	public void setGroup(String group) {
		this.group = group;
	}

	public @Nullable String getAccount() {
		return this.account;
	}

	public void setAccount(@Nullable String account) {
		this.account = account;
	}

	public ServiceSidType getServiceSidType() {
		return this.serviceSidType;
	}

	public void setServiceSidType(ServiceSidType serviceSidType) {
		this.serviceSidType = serviceSidType;
	}

	public List<String> getRequiredPrivileges() {
		return this.requiredPrivileges;
	}

	public void setRequiredPrivileges(List<String> requiredPrivileges) {
		this.requiredPrivileges = requiredPrivileges;
	}

	public @Nullable Duration getPreshutdownTimeout() {
		return this.preshutdownTimeout;
	}

	public void setPreshutdownTimeout(@Nullable Duration preshutdownTimeout) {
		this.preshutdownTimeout = preshutdownTimeout;
	}

	public Map<String, String> getEnvironment() {
		return this.environment;
	}

	public void setEnvironment(Map<String, String> environment) {
		this.environment = environment;
	}

	public @Nullable String getSecurityDescriptor() {
		return this.securityDescriptor;
	}

	public void setSecurityDescriptor(@Nullable String securityDescriptor) {
		this.securityDescriptor = securityDescriptor;
	}

	public @Nullable String getHome() {
		return this.home;
	}

	public void setHome(@Nullable String home) {
		this.home = home;
	}

	public @Nullable String getLogDirectory() {
		return this.logDirectory;
	}

	public void setLogDirectory(@Nullable String logDirectory) {
		this.logDirectory = logDirectory;
	}

	public List<String> getJvmOptions() {
		return this.jvmOptions;
	}

	public void setJvmOptions(List<String> jvmOptions) {
		this.jvmOptions = jvmOptions;
	}

	public List<String> getArguments() {
		return this.arguments;
	}

	public void setArguments(List<String> arguments) {
		this.arguments = arguments;
	}

	public LayoutKind getLayout() {
		return this.layout;
	}

	public void setLayout(LayoutKind layout) {
		this.layout = layout;
	}

	public boolean isHeapDump() {
		return this.heapDump;
	}

	public void setHeapDump(boolean heapDump) {
		this.heapDump = heapDump;
	}

	public @Nullable String getWorkingDirectory() {
		return this.workingDirectory;
	}

	public void setWorkingDirectory(@Nullable String workingDirectory) {
		this.workingDirectory = workingDirectory;
	}

	public Recovery getRecovery() {
		return this.recovery;
	}

	/**
	 * When Windows starts the service.
	 */
	public enum StartType {

		/** With Windows. */
		AUTO,

		/** Some time after Windows has started. */
		DELAYED_AUTO,

		/** When someone asks for it. */
		MANUAL,

		/** On an event of winsvc.triggers, or when someone asks for it. */
		TRIGGER,

		/** Never. */
		DISABLED

	}

	/**
	 * What Windows does after a failure of the service.
	 */
	public static class Recovery {

		/**
		 * Time before the restart that follows the first, second, ... failure. The last
		 * one repeats, unless a command or a reboot comes after it. Empty for no restart.
		 */
		private List<@Time Duration> delays = new ArrayList<>(
				List.of(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(60)));

		/**
		 * Time without failure after which counting begins anew, in whole seconds.
		 */
		@Time(wholeSeconds = true, message = "it can be {min} to {max}, in whole seconds")
		private Duration resetPeriod = Duration.ofDays(1);

		/**
		 * Command line to run when the restarts have not helped.
		 */
		@NoNul
		private String command = "";

		/**
		 * Whether to restart Windows when the restarts of the service have not helped.
		 */
		private boolean reboot;

		/**
		 * What Windows tells its users before it restarts.
		 */
		@NoNul
		private String rebootMessage = "";

		/**
		 * Whether recovery follows an end with an exit code other than 0 too, not only a
		 * crash.
		 */
		private boolean onFailureExit = true;

		public List<Duration> getDelays() {
			return this.delays;
		}

		public void setDelays(List<Duration> delays) {
			this.delays = delays;
		}

		public Duration getResetPeriod() {
			return this.resetPeriod;
		}

		public void setResetPeriod(Duration resetPeriod) {
			this.resetPeriod = resetPeriod;
		}

		public String getCommand() {
			return this.command;
		}

		public void setCommand(String command) {
			this.command = command;
		}

		public boolean isReboot() {
			return this.reboot;
		}

		public void setReboot(boolean reboot) {
			this.reboot = reboot;
		}

		public String getRebootMessage() {
			return this.rebootMessage;
		}

		public void setRebootMessage(String rebootMessage) {
			this.rebootMessage = rebootMessage;
		}

		public boolean isOnFailureExit() {
			return this.onFailureExit;
		}

		public void setOnFailureExit(boolean onFailureExit) {
			this.onFailureExit = onFailureExit;
		}

	}

}
