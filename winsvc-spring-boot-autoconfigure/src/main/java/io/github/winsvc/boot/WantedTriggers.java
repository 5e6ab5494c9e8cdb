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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import io.github.winsvc.boot.RegistrationProperties.StartType;
import io.github.winsvc.command.UsageException;
import io.github.winsvc.scm.KebabCase;
import io.github.winsvc.scm.ServiceSetting;
import io.github.winsvc.scm.ServiceTrigger;
import io.github.winsvc.scm.TriggerData;
import io.github.winsvc.scm.TriggerEvent;
import org.jspecify.annotations.Nullable;

/**
 * Makes triggers of properties, and remembers which property is wrong and what to do
 * about it.
 */
final class WantedTriggers {

	/** Of one item of data, in UTF-16 and with its NUL. */
	private static final int LONGEST = 1024 / Character.BYTES - 1;

	private static final String UUID_PATTERN = "\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}";

	private WantedTriggers() {
	}

	/**
	 * Return all triggers. Whether they suit the start type is seen only if all can be
	 * read.
	 */
	static ServiceSetting.Triggers of(StartType startType, List<TriggerProperties> properties, Problems problems) {
		List<ServiceTrigger> triggers = new ArrayList<>();
		for (int i = 0; i < properties.size(); i++) {
			try {
				triggers.add(trigger("triggers[" + i + "].", properties.get(i)));
			}
			catch (UsageException ex) {
				problems.add(String.valueOf(ex.getMessage()));
			}
		}
		if (triggers.size() == properties.size()) {
			suit(startType, triggers, problems);
		}
		return new ServiceSetting.Triggers(triggers);
	}

	private static void suit(StartType startType, List<ServiceTrigger> triggers, Problems problems) {
		boolean started = triggers.stream().anyMatch((trigger) -> trigger.action() == ServiceTrigger.START);
		if (startType == StartType.TRIGGER && !started) {
			problems.refuse("start-type", "trigger",
					"no trigger starts the service. Say what does: winsvc.triggers[0].on=network-available");
		}
		if (started && startType != StartType.TRIGGER && startType != StartType.MANUAL) {
			problems.refuse("start-type", KebabCase.of(startType),
					"a trigger starts the service. Set winsvc.start-type=trigger, or let winsvc.triggers only stop it");
		}
	}

	private static ServiceTrigger trigger(String name, TriggerProperties properties) {
		TriggerEvent event = properties.getOn();
		if (event == null) {
			throw new UsageException("winsvc.%son is not set. It can be %s.".formatted(name,
					Arrays.stream(TriggerEvent.values())
						.map(TriggerEvent::toString)
						.collect(Collectors.joining(", "))));
		}
		int action = (properties.getAction() == TriggerProperties.Action.START) ? ServiceTrigger.START
				: ServiceTrigger.STOP;
		return new ServiceTrigger(event.type(), action, subtype(name, event, properties.getGuid()),
				data(name + "data", event, properties.getData()));
	}

	private static UUID subtype(String name, TriggerEvent event, @Nullable UUID guid) {
		if (event.subtype().isPresent()) {
			if (guid != null) {
				throw new UsageException(
						Problems.text(name + "guid", guid, "only device and etw take a GUID. Leave it out"));
			}
			return event.subtype().get();
		}
		if (guid == null) {
			throw new UsageException(
					"winsvc.%sguid is not set, and winsvc.%son=%s needs it. Set it to the GUID of the %s.".formatted(
							name, name, event,
							(event == TriggerEvent.DEVICE) ? "device interface class" : "provider of events"));
		}
		return guid;
	}

	private static List<TriggerData> data(String name, TriggerEvent event, List<String> texts) {
		texts.forEach((text) -> require(!text.isBlank() && text.indexOf('\0') == -1, name, texts,
				"no part of it can be blank or have a NUL character"));
		List<TriggerData> data = switch (event) {
			case FIREWALL_PORT_OPEN, FIREWALL_PORT_CLOSE -> {
				require(texts.size() >= 2 && texts.size() <= 4, name, texts,
						"it is port and protocol, such as 5001,UDP, then perhaps the program and the service or user");
				yield List.of(TriggerData.list(texts));
			}
			case RPC_INTERFACE -> {
				require(!texts.isEmpty() && texts.stream().allMatch((text) -> text.matches(UUID_PATTERN)), name, texts,
						"it is the UUID of an RPC interface, or several");
				yield texts.stream().map(TriggerData::text).toList();
			}
			case NAMED_PIPE -> {
				require(!texts.isEmpty() && texts.stream().noneMatch((text) -> text.startsWith("\\")), name, texts,
						"it is the name of a pipe without the \\\\.\\pipe\\ before it, or several");
				yield texts.stream().map(TriggerData::text).toList();
			}
			case DEVICE, ETW -> texts.stream().map(TriggerData::text).toList();
			case NETWORK_AVAILABLE, NETWORK_UNAVAILABLE, DOMAIN_JOIN, DOMAIN_LEAVE, MACHINE_POLICY, USER_POLICY -> {
				require(texts.isEmpty(), name, texts, event + " takes no data. Leave it out");
				yield List.of();
			}
		};
		data.forEach((item) -> require(item.value().length() <= LONGEST, name, texts,
				"Windows takes " + LONGEST + " characters at most"));
		return data;
	}

	private static void require(boolean valid, String property, List<String> value, String reason) {
		if (!valid) {
			throw new UsageException(Problems.text(property, String.join(",", value).replace('\0', '?'), reason));
		}
	}

}
