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

package io.github.winsvc.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.winsvc.command.ScriptLine.Call;
import io.github.winsvc.command.ScriptLine.Remark;
import io.github.winsvc.scm.ServiceSetting.Triggers;
import io.github.winsvc.scm.ServiceTrigger;
import io.github.winsvc.scm.TriggerData;

/**
 * The lines of a script that give a service its triggers. {@code sc.exe} sets all of them
 * at once, and knows fewer than Windows.
 */
final class TriggerScript {

	private static final int PARTS_OF_PORT = 4;

	private TriggerScript() {
	}

	static List<ScriptLine> lines(String service, Triggers triggers) {
		List<String> words = new ArrayList<>(List.of("triggerinfo", service));
		List<ScriptLine> lines = new ArrayList<>();
		for (ServiceTrigger trigger : triggers.value()) {
			word(trigger).ifPresentOrElse(words::add,
					() -> lines.add(new Remark("Left out, because sc.exe cannot set it: trigger, " + trigger)));
		}
		if (words.size() > 2) {
			lines.add(Call.sc(words.toArray(String[]::new)));
		}
		return lines;
	}

	private static Optional<String> word(ServiceTrigger trigger) {
		List<String> data = trigger.data().stream().map(TriggerData::texts).flatMap(List::stream).toList();
		if (trigger.event().isEmpty() || data.stream().anyMatch((text) -> text.matches(".*[/;].*"))) {
			return Optional.empty();
		}
		boolean start = trigger.action() == ServiceTrigger.START;
		boolean port = data.size() == PARTS_OF_PORT;
		String guid = trigger.subtype() + (data.isEmpty() ? "" : "/" + String.join("/", data));
		return switch (trigger.event().get()) {
			case NETWORK_AVAILABLE -> some(start, "start/networkon");
			case NETWORK_UNAVAILABLE -> some(!start, "stop/networkoff");
			case DOMAIN_JOIN -> some(start, "start/domainjoin");
			case DOMAIN_LEAVE -> some(!start, "stop/domainleave");
			case FIREWALL_PORT_OPEN -> some(start && port, "start/portopen/" + String.join(";", data));
			case FIREWALL_PORT_CLOSE -> some(!start && port, "stop/portclose/" + String.join(";", data));
			case MACHINE_POLICY -> some(start, "start/machinepolicy");
			case USER_POLICY -> some(start, "start/userpolicy");
			case RPC_INTERFACE -> some(start && data.size() == 1, "start/rpcinterface/" + String.join("", data));
			case NAMED_PIPE -> some(start && data.size() == 1, "start/namedpipe/" + String.join("", data));
			case DEVICE -> some(start && !data.isEmpty(), "start/device/" + guid);
			case ETW -> Optional.of((start ? "start" : "stop") + "/strcustom/" + guid);
		};
	}

	private static Optional<String> some(boolean known, String word) {
		return known ? Optional.of(word) : Optional.empty();
	}

}
