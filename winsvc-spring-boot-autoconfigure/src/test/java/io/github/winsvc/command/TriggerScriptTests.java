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

import java.util.List;
import java.util.UUID;

import io.github.winsvc.scm.ServiceName;
import io.github.winsvc.scm.ServiceSetting.Triggers;
import io.github.winsvc.scm.ServiceTrigger;
import io.github.winsvc.scm.TriggerData;
import io.github.winsvc.scm.TriggerEvent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TriggerScript}.
 */
class TriggerScriptTests {

	private static final UUID GUID = UUID.fromString("53f56307-b6bf-11d0-94f2-00a0c91efb8b");

	@Test
	void whenScKnowsTheTriggersThenOneCallSetsThemAll() {
		assertThat(batch(start(TriggerEvent.NETWORK_AVAILABLE), stop(TriggerEvent.NETWORK_UNAVAILABLE),
				start(TriggerEvent.DOMAIN_JOIN), stop(TriggerEvent.DOMAIN_LEAVE), start(TriggerEvent.MACHINE_POLICY),
				start(TriggerEvent.USER_POLICY)))
			.containsExactly("sc.exe triggerinfo orders start/networkon stop/networkoff start/domainjoin "
					+ "stop/domainleave start/machinepolicy start/userpolicy");
	}

	@Test
	void whenTriggersHaveDataThenItFollowsThem() {
		assertThat(batch(start(TriggerEvent.DEVICE, TriggerData.text("USB\\A"), TriggerData.text("USB\\B"))))
			.containsExactly("sc.exe triggerinfo orders start/device/" + GUID + "/USB\\A/USB\\B");
		assertThat(batch(stop(TriggerEvent.ETW))).containsExactly("sc.exe triggerinfo orders stop/strcustom/" + GUID);
		assertThat(batch(start(TriggerEvent.NAMED_PIPE, TriggerData.text("my orders"))))
			.containsExactly("sc.exe triggerinfo orders \"start/namedpipe/my orders\"");
		assertThat(batch(start(TriggerEvent.RPC_INTERFACE, TriggerData.text(GUID.toString()))))
			.containsExactly("sc.exe triggerinfo orders start/rpcinterface/" + GUID);
		TriggerData port = TriggerData.list(List.of("5001", "UDP", "C:\\a.exe", "orders"));
		assertThat(batch(start(TriggerEvent.FIREWALL_PORT_OPEN, port), stop(TriggerEvent.FIREWALL_PORT_CLOSE, port)))
			.containsExactly("sc.exe triggerinfo orders \"start/portopen/5001;UDP;C:\\a.exe;orders\" "
					+ "\"stop/portclose/5001;UDP;C:\\a.exe;orders\"");
	}

	@Test
	void whenScDoesNotKnowATriggerThenItIsARemark() {
		assertThat(batch(stop(TriggerEvent.NETWORK_AVAILABLE),
				start(TriggerEvent.NAMED_PIPE, TriggerData.text("a"), TriggerData.text("b")),
				start(TriggerEvent.DEVICE, TriggerData.text("a/b")),
				start(TriggerEvent.FIREWALL_PORT_OPEN, TriggerData.list(List.of("5001", "UDP"))),
				start(TriggerEvent.DOMAIN_JOIN)))
			.containsExactly("rem Left out, because sc.exe cannot set it: trigger, stop on network-available",
					"rem Left out, because sc.exe cannot set it: trigger, start on named-pipe (a or b)",
					"rem Left out, because sc.exe cannot set it: trigger, start on device " + GUID + " (a/b)",
					"rem Left out, because sc.exe cannot set it: trigger, start on firewall-port-open (5001 UDP)",
					"sc.exe triggerinfo orders start/domainjoin");
	}

	@Test
	void whenThereIsNoTriggerThenThereIsNoLine() {
		assertThat(batch()).isEmpty();
	}

	private static ServiceTrigger start(TriggerEvent event, TriggerData... data) {
		return new ServiceTrigger(event.type(), ServiceTrigger.START, event.subtype().orElse(GUID), List.of(data));
	}

	private static ServiceTrigger stop(TriggerEvent event, TriggerData... data) {
		return new ServiceTrigger(event.type(), ServiceTrigger.STOP, event.subtype().orElse(GUID), List.of(data));
	}

	private static List<String> batch(ServiceTrigger... triggers) {
		return new SettingScript(new ServiceName("orders")).lines(new Triggers(List.of(triggers)))
			.stream()
			.map(ScriptLanguage.of(ScriptFormat.SC)::line)
			.toList();
	}

}
