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

import java.util.Optional;

/**
 * A control that the SCM sends to a service, from an operator or from Windows itself. It
 * holds a copy of what came with it.
 *
 * @since 0.1.0
 */
public sealed interface ServiceControl permits ServiceControl.Standard, ServiceControl.Custom, ServiceControl.Other,
		DeviceEvent, HardwareProfileChange, PowerEvent, SessionChange, TimeChange {

	/**
	 * Return the value of {@code dwControl}.
	 * @return the control code
	 */
	int code();

	/**
	 * Return what a service must declare to accept before the SCM sends it this control.
	 * @return the kind, empty if the SCM asks for no declaration
	 */
	default Optional<AcceptedControl> acceptance() {
		return AcceptedControl.forCode(code());
	}

	/**
	 * A control without a payload that Windows defines.
	 */
	enum Standard implements ServiceControl {

		/** Stop. */
		STOP(1),

		/** Stop taking work, keep the process. */
		PAUSE(2),

		/** Take work again. */
		CONTINUE(3),

		/** Say the status again; the SCM knows it already. */
		INTERROGATE(4),

		/** Windows shuts down and will end the process within seconds. */
		SHUTDOWN(5),

		/** The configuration of the service has changed. */
		PARAMCHANGE(6),

		/** A network component can be bound to the service. */
		NETBINDADD(7),

		/** A network component was removed. */
		NETBINDREMOVE(8),

		/** A network binding was enabled. */
		NETBINDENABLE(9),

		/** A network binding was disabled. */
		NETBINDDISABLE(10),

		/** Windows is about to shut down and waits for the service to stop first. */
		PRESHUTDOWN(15),

		/** A trigger of the service has fired while it ran. */
		TRIGGEREVENT(32),

		/** A user has asked for a reboot of the user mode. */
		USERMODEREBOOT(64);

		private final int code;

		Standard(int code) {
			this.code = code;
		}

		@Override
		public int code() {
			return this.code;
		}

		/**
		 * Whether the control wants the service to end.
		 * @return whether it is STOP, SHUTDOWN or PRESHUTDOWN
		 */
		public boolean isStop() {
			return this == STOP || this == SHUTDOWN || this == PRESHUTDOWN;
		}

	}

	/**
	 * A control that the application defines. The SCM delivers it whatever the service
	 * accepts.
	 *
	 * @param code the value of {@code dwControl}, 128 to 255
	 */
	record Custom(int code) implements ServiceControl {

		/** The lowest code that Windows leaves to applications. */
		public static final int FIRST = 128;

		/** The highest code that Windows leaves to applications. */
		public static final int LAST = 255;

		public Custom {
			if (!isCustom(code)) {
				throw new IllegalArgumentException(
						"%d is no code for a custom control, which are %d to %d".formatted(code, FIRST, LAST));
			}
		}

		/**
		 * Whether Windows leaves a code to applications.
		 * @param code a control code
		 * @return whether it is 128 to 255
		 */
		public static boolean isCustom(int code) {
			return code >= FIRST && code <= LAST;
		}

	}

	/**
	 * A control that this library does not know, or whose payload it could not read.
	 *
	 * @param code the value of {@code dwControl}
	 * @param eventType the value of {@code dwEventType}
	 */
	record Other(int code, int eventType) implements ServiceControl {

	}

}
