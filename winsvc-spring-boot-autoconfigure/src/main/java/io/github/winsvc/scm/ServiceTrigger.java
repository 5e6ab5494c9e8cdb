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

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * An event on which Windows starts or stops a service, {@code SERVICE_TRIGGER}.
 *
 * @param type the value of {@code dwTriggerType}
 * @param action {@link #START} or {@link #STOP}
 * @param subtype the kind of event within the type, a device interface class or a
 * provider of events
 * @param data what narrows the event down, if anything does
 * @since 0.1.0
 */
public record ServiceTrigger(int type, int action, UUID subtype, List<TriggerData> data) {

	/** {@code SERVICE_TRIGGER_ACTION_SERVICE_START}. */
	public static final int START = 1;

	/** {@code SERVICE_TRIGGER_ACTION_SERVICE_STOP}. */
	public static final int STOP = 2;

	public ServiceTrigger {
		data = List.copyOf(data);
	}

	/**
	 * Return the event that pulls the trigger.
	 * @return the event, empty if this type does not know it
	 */
	public Optional<TriggerEvent> event() {
		return TriggerEvent.of(this.type, this.subtype);
	}

	/**
	 * Return the trigger for people to read.
	 */
	@Override
	public String toString() {
		String event = event().map(TriggerEvent::toString).orElse("event type " + this.type);
		boolean said = event().flatMap(TriggerEvent::subtype).isPresent();
		return switch (this.action) {
			case START -> "start";
			case STOP -> "stop";
			default -> "action " + this.action;
		} + " on " + event + (said ? "" : " " + this.subtype) + (this.data.isEmpty() ? ""
				: this.data.stream().map(TriggerData::toString).collect(Collectors.joining(" or ", " (", ")")));
	}

}
