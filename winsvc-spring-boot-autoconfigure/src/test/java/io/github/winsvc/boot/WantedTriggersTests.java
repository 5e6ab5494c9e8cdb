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

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import io.github.winsvc.command.UsageException;
import io.github.winsvc.scm.ServiceSetting.Triggers;
import io.github.winsvc.scm.ServiceTrigger;
import io.github.winsvc.scm.TriggerData;
import io.github.winsvc.scm.TriggerEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link WantedTriggers}.
 */
class WantedTriggersTests {

	private static final String DISK = "53f56307-b6bf-11d0-94f2-00a0c91efb8b";

	private static Triggers triggers(String startType, String... properties) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.addFirst(new SimpleCommandLinePropertySource(Arrays.stream(properties)
				.map((property) -> "--winsvc.triggers" + property)
				.toArray(String[]::new)));
		ConfigurationPropertySources.attach(environment);
		RegistrationProperties bound = Binder.get(environment).bindOrCreate("winsvc", RegistrationProperties.class);
		Problems problems = new Problems();
		Triggers triggers = WantedTriggers.of(RegistrationProperties.StartType.valueOf(startType), bound.getTriggers(),
				problems);
		problems.throwIfAny();
		return triggers;
	}

	@Test
	void whenNothingIsConfiguredThenThereIsNoTrigger() {
		assertThat(triggers("AUTO").isUnset()).isTrue();
	}

	@Test
	void whenTriggersAreConfiguredThenTheyAreThoseOfWindows() {
		assertThat(triggers("TRIGGER", "[0].on=network-available", "[1].on=network-unavailable", "[1].action=stop",
				"[2].on=named-pipe", "[2].data=orders,bills", "[3].on=device", "[3].guid=" + DISK,
				"[3].data=USBSTOR\\GenDisk", "[4].on=firewall-port-open", "[4].data=5001,UDP")
			.value()).containsExactly(trigger(TriggerEvent.NETWORK_AVAILABLE, ServiceTrigger.START),
					trigger(TriggerEvent.NETWORK_UNAVAILABLE, ServiceTrigger.STOP),
					trigger(TriggerEvent.NAMED_PIPE, ServiceTrigger.START, TriggerData.text("orders"),
							TriggerData.text("bills")),
					new ServiceTrigger(1, ServiceTrigger.START, UUID.fromString(DISK),
							List.of(TriggerData.text("USBSTOR\\GenDisk"))),
					trigger(TriggerEvent.FIREWALL_PORT_OPEN, ServiceTrigger.START,
							new TriggerData(TriggerData.TEXT, "5001\0UDP\0")));
	}

	@Test
	void whenTriggersAreShownThenTheyCanBeRead() {
		assertThat(triggers("TRIGGER", "[0].on=network-available", "[1].on=named-pipe", "[1].data=orders,bills",
				"[2].on=firewall-port-close", "[2].data=5001,UDP", "[2].action=stop", "[3].on=device",
				"[3].guid=" + DISK)
			.text())
			.isEqualTo("start on network-available, start on named-pipe (orders or bills), "
					+ "stop on firewall-port-close (5001 UDP), start on device " + DISK);
		assertThat(new ServiceTrigger(7, 3, UUID.fromString(DISK), List.of(new TriggerData(1, "00ff"))))
			.hasToString("action 3 on event type 7 " + DISK + " (00ff)");
	}

	@Test
	void whenOnlyTheOrderDiffersThenTriggersAreTheSame() {
		assertThat(triggers("MANUAL", "[0].on=network-available", "[1].on=domain-join"))
			.isEqualTo(triggers("MANUAL", "[0].on=domain-join", "[1].on=network-available"))
			.isNotEqualTo(triggers("MANUAL", "[0].on=domain-join"));
	}

	@ParameterizedTest
	@EnumSource(RegistrationProperties.StartType.class)
	void whenTriggersOnlyStopThenAnyStartTypeButTriggerSuits(RegistrationProperties.StartType startType) {
		String[] stop = { "[0].on=network-unavailable", "[0].action=stop" };
		if (startType == RegistrationProperties.StartType.TRIGGER) {
			assertThatExceptionOfType(UsageException.class).isThrownBy(() -> triggers("TRIGGER", stop))
				.withMessageContaining("'trigger' cannot be the value of winsvc.start-type: no trigger starts");
		}
		else {
			assertThat(triggers(startType.name(), stop).value()).hasSize(1);
		}
	}

	@ParameterizedTest
	@CsvSource({ "AUTO, auto", "DELAYED_AUTO, delayed-auto", "DISABLED, disabled" })
	void whenStartTypeDoesNotWaitForTriggersThenThatIsRefused(String startType, String word) {
		assertThatExceptionOfType(UsageException.class)
			.isThrownBy(() -> triggers(startType, "[0].on=network-available"))
			.withMessageStartingWith("'" + word + "' cannot be the value of winsvc.start-type: a trigger starts the")
			.withMessageContaining("winsvc.start-type=trigger");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					[0].action=start | | winsvc.triggers[0].on is not set. It can be network-available,
					[0].on=device | | winsvc.triggers[0].guid is not set, and winsvc.triggers[0].on=device needs it
					[0].on=etw | | Set it to the GUID of the provider of events
					[0].on=user-policy | [0].guid=53f56307-b6bf-11d0-94f2-00a0c91efb8b | only device and etw take a GUID
					[0].on=domain-join | [0].data=x | winsvc.triggers[0].data: domain-join takes no data
					[0].on=firewall-port-open | [0].data=5001 | '5001' cannot be the value of winsvc.triggers[0].data: it is port
					[0].on=firewall-port-open | [0].data=1,UDP,a,b,c | it is port and protocol
					[0].on=rpc-interface | | it is the UUID of an RPC interface
					[0].on=rpc-interface | [0].data=orders | it is the UUID of an RPC interface
					[0].on=named-pipe | | it is the name of a pipe
					[0].on=named-pipe | [0].data=\\\\.\\pipe\\orders | it is the name of a pipe
					[0].on=named-pipe | [0].data[0]=a\0b | winsvc.triggers[0].data: no part of it can be blank or have a NUL
					""")
	void whenTriggerIsNotValidThenPropertyAndRemedyAreNamed(String first, String second, String message) {
		String[] properties = (second != null) ? new String[] { first, second } : new String[] { first };
		assertThatExceptionOfType(UsageException.class).isThrownBy(() -> triggers("TRIGGER", properties))
			.withMessageContaining(message);
	}

	@Test
	void whenDataIsLongerThanWindowsTakesThenItIsRefused() {
		assertThat(triggers("MANUAL", "[0].on=named-pipe", "[0].data=" + "x".repeat(511)).value()).hasSize(1);
		assertThatExceptionOfType(UsageException.class)
			.isThrownBy(() -> triggers("MANUAL", "[0].on=named-pipe", "[0].data=" + "x".repeat(512)))
			.withMessageContaining("Windows takes 511 characters at most");
	}

	private static ServiceTrigger trigger(TriggerEvent event, int action, TriggerData... data) {
		return new ServiceTrigger(event.type(), action, event.subtype().orElseThrow(), List.of(data));
	}

}
