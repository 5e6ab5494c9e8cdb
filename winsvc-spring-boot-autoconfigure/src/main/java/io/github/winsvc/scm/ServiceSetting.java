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

package io.github.winsvc.scm;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One thing that can be registered of a service and changed by itself. Each kind is one
 * call to Windows, so a change can be undone by applying the former setting.
 *
 * @since 0.1.0
 */
public sealed interface ServiceSetting {

	/**
	 * Return what the setting is, in Windows' words.
	 * @return for example {@code display name}
	 */
	String label();

	/**
	 * Return the value for people to read.
	 * @return the value on one line
	 */
	String text();

	/**
	 * Whether the setting is what a service has of which nothing of the kind was ever
	 * registered.
	 * @return whether it says nothing
	 */
	default boolean isUnset() {
		return false;
	}

	/**
	 * The name that Windows shows for the service.
	 *
	 * @param value 1 to 256 characters
	 */
	record DisplayName(String value) implements ServiceSetting {

		@Override
		public String label() {
			return "display name";
		}

		@Override
		public String text() {
			return this.value;
		}

	}

	/**
	 * The command line that the SCM runs, {@code lpBinaryPathName}.
	 *
	 * @param value quoted as {@code CommandLineToArgvW} reads it
	 */
	record ImagePath(String value) implements ServiceSetting {

		@Override
		public String label() {
			return "image path";
		}

		@Override
		public String text() {
			return this.value;
		}

	}

	/**
	 * When Windows starts the service.
	 *
	 * @param value the start type
	 */
	record Start(StartType value) implements ServiceSetting {

		@Override
		public String label() {
			return "start type";
		}

		@Override
		public String text() {
			return this.value.name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * The account that the service runs as, {@code lpServiceStartName}.
	 *
	 * @param value the account; Windows compares it without regard to case
	 */
	record Account(String value) implements ServiceSetting {

		/**
		 * Whether the account is LocalSystem, which Windows spells in several ways.
		 * @return whether the service may do anything on the machine
		 */
		public boolean isLocalSystem() {
			return this.value.isEmpty() || this.value.toLowerCase(Locale.ROOT)
				.matches("(\\.\\\\)?localsystem|nt authority\\\\(local)?system");
		}

		/**
		 * Whether someone keeps the account, be it with a password or as a managed
		 * account, rather than Windows itself.
		 * @return whether the account is that of a user
		 */
		public boolean isOfUser() {
			return !this.value.isEmpty() && !this.value.toLowerCase(Locale.ROOT)
				.matches("(\\.\\\\)?localsystem|nt (service|authority)\\\\.*");
		}

		/**
		 * Whether Windows must be told a password to run a service as the account. It
		 * knows those of managed accounts, whose names end with a dollar sign.
		 * @return whether there is a password
		 */
		public boolean hasPassword() {
			return isOfUser() && !this.value.endsWith("$");
		}

		@Override
		public String label() {
			return "account";
		}

		@Override
		public String text() {
			return this.value;
		}

		@Override
		public boolean equals(Object other) {
			return other instanceof Account account && account.value.equalsIgnoreCase(this.value);
		}

		@Override
		public int hashCode() {
			return CaseInsensitive.fold(this.value).hashCode();
		}

	}

	/**
	 * What the service does, {@code SERVICE_CONFIG_DESCRIPTION}.
	 *
	 * @param value the text, empty for none
	 */
	record Description(String value) implements ServiceSetting {

		@Override
		public String label() {
			return "description";
		}

		@Override
		public String text() {
			return this.value;
		}

		@Override
		public boolean isUnset() {
			return this.value.isEmpty();
		}

	}

	/**
	 * What Windows does after failures, {@code SERVICE_CONFIG_FAILURE_ACTIONS}.
	 *
	 * @param actions what it does after the first, second, … failure; the last one
	 * repeats
	 * @param resetPeriod the time without failure after which counting begins anew, in
	 * whole seconds; none without actions, with which Windows forgets it
	 * @param command the command line of {@link FailureAction.Kind#COMMAND}, empty for
	 * none
	 * @param rebootMessage what Windows tells its users before
	 * {@link FailureAction.Kind#REBOOT}, empty for nothing
	 */
	record Recovery(List<FailureAction> actions, Duration resetPeriod, String command,
			String rebootMessage) implements ServiceSetting {

		public Recovery {
			actions = List.copyOf(actions);
			resetPeriod = actions.isEmpty() ? Duration.ZERO : resetPeriod;
		}

		/**
		 * Create a recovery that does nothing but restart the service.
		 * @param restartDelays the time before the first, second, … restart
		 * @param resetPeriod the time after which counting begins anew
		 */
		public Recovery(List<Duration> restartDelays, Duration resetPeriod) {
			this(restartDelays.stream().map(FailureAction::restart).toList(), resetPeriod, "", "");
		}

		@Override
		public String label() {
			return "recovery";
		}

		@Override
		public String text() {
			String text = this.actions.isEmpty() ? "none"
					: FailureAction.text(this.actions) + ", reset after " + Durations.text(this.resetPeriod);
			return text + (this.command.isEmpty() ? "" : ", command: " + this.command)
					+ (this.rebootMessage.isEmpty() ? "" : ", message: " + this.rebootMessage);
		}

		@Override
		public boolean isUnset() {
			return this.actions.isEmpty() && this.command.isEmpty() && this.rebootMessage.isEmpty();
		}

	}

	/**
	 * Whether a reported failure, {@link ServiceState#STOPPED} with an exit code other
	 * than 0, is followed by recovery as a crash is,
	 * {@code SERVICE_CONFIG_FAILURE_ACTIONS_FLAG}.
	 *
	 * @param value whether recovery follows a reported failure
	 */
	record RecoveryOnFailureExit(boolean value) implements ServiceSetting {

		@Override
		public String label() {
			return "recovery on failure exit";
		}

		@Override
		public String text() {
			return this.value ? "yes" : "no";
		}

	}

	/**
	 * The identity {@code NT SERVICE\<name>} in the token of the service's process,
	 * {@code SERVICE_CONFIG_SERVICE_SID_INFO}.
	 *
	 * @param value how it stands there
	 */
	record ServiceSid(ServiceSidType value) implements ServiceSetting {

		@Override
		public String label() {
			return "service SID";
		}

		@Override
		public String text() {
			return this.value.toString();
		}

	}

	/**
	 * How long Windows waits for the service to stop before it shuts down,
	 * {@code SERVICE_CONFIG_PRESHUTDOWN_INFO}.
	 *
	 * @param value the time in whole milliseconds
	 */
	record PreshutdownTimeout(Duration value) implements ServiceSetting {

		@Override
		public String label() {
			return "preshutdown timeout";
		}

		@Override
		public String text() {
			return Durations.text(this.value);
		}

	}

	/**
	 * Whether the service may write to the Application log of Windows under its name, a
	 * key below {@code Services\EventLog\Application}.
	 *
	 * @param value whether the source is registered
	 */
	record EventSource(boolean value) implements ServiceSetting {

		@Override
		public String label() {
			return "event source";
		}

		@Override
		public String text() {
			return this.value ? "registered" : "not registered";
		}

	}

	/**
	 * Whether Windows starts an automatic service some time after it has started itself,
	 * {@code SERVICE_CONFIG_DELAYED_AUTO_START_INFO}.
	 *
	 * @param value whether the start is delayed
	 */
	record DelayedStart(boolean value) implements ServiceSetting {

		@Override
		public String label() {
			return "delayed start";
		}

		@Override
		public String text() {
			return this.value ? "yes" : "no";
		}

		@Override
		public boolean isUnset() {
			return !this.value;
		}

	}

	/**
	 * What must run before the service starts, {@code lpDependencies}.
	 *
	 * @param value the names of services, and of load order groups with a plus sign
	 * before them; Windows compares them without regard to case
	 */
	record Dependencies(List<String> value) implements ServiceSetting {

		public Dependencies {
			value = List.copyOf(value);
		}

		@Override
		public String label() {
			return "dependencies";
		}

		@Override
		public String text() {
			return this.value.isEmpty() ? "none" : String.join(", ", this.value);
		}

		@Override
		public boolean isUnset() {
			return this.value.isEmpty();
		}

		@Override
		public boolean equals(Object other) {
			return other instanceof Dependencies that && that.folded().equals(folded());
		}

		@Override
		public int hashCode() {
			return folded().hashCode();
		}

		private List<String> folded() {
			return this.value.stream().map(CaseInsensitive::fold).toList();
		}

	}

	/**
	 * The group with which the service is started, {@code lpLoadOrderGroup}.
	 *
	 * @param value the name of the group, empty for none
	 */
	record LoadOrderGroup(String value) implements ServiceSetting {

		@Override
		public String label() {
			return "load order group";
		}

		@Override
		public String text() {
			return this.value.isEmpty() ? "none" : this.value;
		}

		@Override
		public boolean isUnset() {
			return this.value.isEmpty();
		}

	}

	/**
	 * The privileges that Windows leaves in the token of the service's process,
	 * {@code SERVICE_CONFIG_REQUIRED_PRIVILEGES_INFO}.
	 *
	 * @param value names such as {@code SeBackupPrivilege}, empty for all that the
	 * account has
	 */
	record RequiredPrivileges(List<String> value) implements ServiceSetting {

		public RequiredPrivileges {
			value = List.copyOf(value);
		}

		@Override
		public String label() {
			return "required privileges";
		}

		@Override
		public String text() {
			return this.value.isEmpty() ? "all of the account" : String.join(", ", this.value);
		}

		@Override
		public boolean isUnset() {
			return this.value.isEmpty();
		}

	}

	/**
	 * Variables in the environment of the service's process beside those of the machine
	 * and the account, the value {@code Environment} of the service's registry key. Every
	 * user can read them.
	 *
	 * @param value the values by their names
	 */
	record Environment(Map<String, String> value) implements ServiceSetting {

		public Environment {
			value = Collections.unmodifiableMap(new TreeMap<>(value));
		}

		@Override
		public String label() {
			return "environment";
		}

		@Override
		public String text() {
			return this.value.isEmpty() ? "none"
					: this.value.entrySet().stream().map(Object::toString).collect(Collectors.joining(", "));
		}

		@Override
		public boolean isUnset() {
			return this.value.isEmpty();
		}

	}

	/**
	 * The events on which Windows starts or stops the service,
	 * {@code SERVICE_CONFIG_TRIGGER_INFO}. Their order does not matter.
	 *
	 * @param value the triggers
	 */
	record Triggers(List<ServiceTrigger> value) implements ServiceSetting {

		public Triggers {
			value = List.copyOf(value);
		}

		@Override
		public String label() {
			return "triggers";
		}

		@Override
		public String text() {
			return this.value.isEmpty() ? "none"
					: this.value.stream().map(ServiceTrigger::toString).collect(Collectors.joining(", "));
		}

		@Override
		public boolean isUnset() {
			return this.value.isEmpty();
		}

		@Override
		public boolean equals(Object other) {
			return other instanceof Triggers that && Set.copyOf(that.value).equals(Set.copyOf(this.value));
		}

		@Override
		public int hashCode() {
			return Set.copyOf(this.value).hashCode();
		}

	}

	/**
	 * Who may look at the service, start, stop and change it: the list of entries of its
	 * security descriptor, {@code DACL_SECURITY_INFORMATION}.
	 * <p>
	 * Descriptors are the same if their texts are, without regard to case and blanks. The
	 * order of entries and that of the rights in an entry count, and so does how a right
	 * is written: Windows may tell another text than it was given.
	 *
	 * @param sddl the list in the security descriptor definition language, beginning with
	 * {@code D:}
	 */
	record SecurityDescriptor(String sddl) implements ServiceSetting {

		/**
		 * Whether no entry lets anyone do anything.
		 * @return whether the list is empty
		 */
		public boolean isEmpty() {
			return this.sddl.indexOf('(') == -1;
		}

		@Override
		public String label() {
			return "security descriptor";
		}

		@Override
		public String text() {
			return this.sddl;
		}

		@Override
		public boolean equals(Object other) {
			return other instanceof SecurityDescriptor that && that.plain().equals(plain());
		}

		@Override
		public int hashCode() {
			return plain().hashCode();
		}

		private String plain() {
			return this.sddl.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
		}

	}

}
