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

import org.jspecify.annotations.Nullable;

/**
 * Something has happened to a device, {@code SERVICE_CONTROL_DEVICEEVENT}. Windows sends
 * it to services that have subscribed to the class of the device, whatever they accept.
 *
 * @param kind what has happened
 * @param device the device, {@code null} if the event is about something else, such as a
 * volume
 * @since 0.1.0
 */
public record DeviceEvent(Kind kind, @Nullable DeviceInterface device) implements ServiceControl {

	/** The value of {@code dwControl}. */
	public static final int CODE = 11;

	@Override
	public int code() {
		return CODE;
	}

	/**
	 * What can happen to a device, {@code DBT_*} without the prefix.
	 */
	public enum Kind {

		/** None of the others; a later Windows may have more. */
		OTHER(-1),

		/** A device can be used. */
		DEVICEARRIVAL(0x8000),

		/** Windows asks whether a device may go. The service never objects. */
		DEVICEQUERYREMOVE(0x8001),

		/** The request to remove a device was cancelled. */
		DEVICEQUERYREMOVEFAILED(0x8002),

		/** A device is about to go. */
		DEVICEREMOVEPENDING(0x8003),

		/** A device has gone. */
		DEVICEREMOVECOMPLETE(0x8004),

		/** An event that only devices of the class know. */
		DEVICETYPESPECIFIC(0x8005),

		/** An event that the driver of the device defines. */
		CUSTOMEVENT(0x8006);

		private final int code;

		Kind(int code) {
			this.code = code;
		}

		/**
		 * Return the kind with the given {@code dwEventType}.
		 * @param eventType the value
		 * @return the kind, {@link #OTHER} if none has it
		 */
		public static Kind of(int eventType) {
			return Codes.find(values(), (kind) -> kind.code, eventType, OTHER);
		}

	}

}
