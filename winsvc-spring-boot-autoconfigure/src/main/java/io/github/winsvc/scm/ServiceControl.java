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

/**
 * A control that the SCM sends to a service, from an operator or from Windows itself.
 *
 * @since 0.1.0
 */
public sealed interface ServiceControl {

	/**
	 * Return the value of {@code dwControl}.
	 * @return the control code
	 */
	int code();

	/**
	 * Return the control with the given code.
	 * @param code the value of {@code dwControl}
	 * @return the control, {@link Other} if this type has no name for it
	 */
	static ServiceControl of(int code) {
		for (Standard standard : Standard.values()) {
			if (standard.code == code) {
				return standard;
			}
		}
		return new Other(code);
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

		/** Windows is about to shut down and waits for the service to stop first. */
		PRESHUTDOWN(15);

		private final int code;

		Standard(int code) {
			this.code = code;
		}

		@Override
		public int code() {
			return this.code;
		}

	}

	/**
	 * Any other control: a custom one of the application (128 to 255) or one of Windows
	 * that this type does not name.
	 *
	 * @param code the value of {@code dwControl}
	 */
	record Other(int code) implements ServiceControl {

	}

}
