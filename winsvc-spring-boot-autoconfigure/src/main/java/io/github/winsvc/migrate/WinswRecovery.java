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

package io.github.winsvc.migrate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What WinSW has Windows do after a failure.
 */
final class WinswRecovery {

	private final XmlElement root;

	private final MigrationBuilder builder;

	WinswRecovery(XmlElement root, MigrationBuilder builder) {
		this.root = root;
		this.builder = builder;
	}

	void carry() {
		List<XmlElement> actions = this.root.all("onfailure");
		if (actions.isEmpty()) {
			Recoveries.none(this.builder, "onfailure (there is none)");
			return;
		}
		List<String> delays = new ArrayList<>();
		boolean reboot = false;
		for (XmlElement action : actions) {
			String kind = action.attribute("action").orElse("");
			Optional<Duration> delay = Durations.read(action.attribute("delay").orElse("0"));
			if (delay.isEmpty()) {
				this.builder.notCarried("onfailure", "Its delay is no time of WinSW.", "Set winsvc.recovery.delays.");
			}
			switch (kind) {
				case "restart" -> {
					delays.add(Durations.text(delay.orElse(Duration.ZERO)));
					order(reboot);
				}
				case "reboot" -> {
					reboot = true;
					rebootDelay(delays, Durations.text(delay.orElse(Duration.ZERO)));
				}
				case "none" -> ended(delays.isEmpty() && !reboot);
				default -> this.builder.notCarried("onfailure", "It has an action that WinSW does not know.",
						"Set winsvc.recovery.delays.");
			}
		}
		this.builder.set("recovery.delays", delays);
		if (reboot) {
			this.builder.set("recovery.reboot", true);
		}
		this.root.textOf("resetfailure")
			.ifPresent((text) -> Durations.read(text)
				.ifPresentOrElse((time) -> this.builder.set("recovery.reset-period", Durations.text(time)),
						() -> this.builder.notCarried("resetfailure", "Its value is no time of WinSW.",
								"Set winsvc.recovery.reset-period.")));
	}

	private void order(boolean rebooted) {
		if (rebooted) {
			this.builder.notCarried("onfailure restart after reboot", "A reboot is what comes last.",
					"See whether the order of winsvc.recovery suits.");
		}
	}

	private void rebootDelay(List<String> delays, String delay) {
		if (!delay.equals(delays.isEmpty() ? "0s" : delays.get(delays.size() - 1))) {
			this.builder.notCarried("the delay of onfailure reboot", "A reboot waits as long as the last restart does.",
					"See whether that suits.");
		}
	}

	/**
	 * No restart at all can be had, none after some cannot.
	 */
	private void ended(boolean atOnce) {
		if (!atOnce) {
			this.builder.notCarried("onfailure none", "The last delay repeats: there is no end of restarts.",
					"Leave it, or look after a service that fails again and again by other means.");
		}
	}

}
