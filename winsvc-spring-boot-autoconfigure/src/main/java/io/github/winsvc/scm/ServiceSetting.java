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
import java.util.List;
import java.util.Locale;
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
			return this.value.toLowerCase(Locale.ROOT).hashCode();
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

	}

	/**
	 * Restarts after failures, {@code SERVICE_CONFIG_FAILURE_ACTIONS}.
	 *
	 * @param restartDelays the time before the first, second, … restart, in whole
	 * milliseconds; the last one repeats; empty for no restart
	 * @param resetPeriod the time without failure after which counting begins anew, in
	 * whole seconds
	 */
	record Recovery(List<Duration> restartDelays, Duration resetPeriod) implements ServiceSetting {

		public Recovery {
			restartDelays = List.copyOf(restartDelays);
		}

		@Override
		public String label() {
			return "recovery";
		}

		@Override
		public String text() {
			if (this.restartDelays.isEmpty()) {
				return "none";
			}
			return this.restartDelays.stream()
				.map((delay) -> delay.toSeconds() + " s")
				.collect(Collectors.joining(", ", "restart after ", ", reset after ")) + this.resetPeriod.toHours()
					+ " h";
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
	 * @param value whether the token carries it
	 */
	record ServiceSid(boolean value) implements ServiceSetting {

		@Override
		public String label() {
			return "service SID";
		}

		@Override
		public String text() {
			return this.value ? "yes" : "no";
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
			return this.value.toSeconds() + " s";
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

}
