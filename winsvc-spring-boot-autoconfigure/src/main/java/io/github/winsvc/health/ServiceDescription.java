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

package io.github.winsvc.health;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.winsvc.host.HeardControl;
import io.github.winsvc.host.ServiceFacts;
import io.github.winsvc.host.ServiceHost;
import io.github.winsvc.host.ServiceLedger;
import io.github.winsvc.host.StartPhase;
import io.github.winsvc.scm.ControlName;
import io.github.winsvc.scm.EndedRun;
import io.github.winsvc.scm.ExitCode;
import io.github.winsvc.scm.ServiceSetting;
import io.github.winsvc.scm.ServiceSettings;
import org.jspecify.annotations.Nullable;

/**
 * The service in words and figures that go into JSON, without secrets: neither the
 * command line nor start arguments are told.
 *
 * @since 0.1.0
 */
public final class ServiceDescription {

	private final ServiceHost host;

	private final ServiceFacts facts;

	private final Supplier<Stream<ServiceDetail>> further;

	private final KnownRegistration registration;

	/**
	 * Create the description.
	 * @param host the service
	 * @param facts what is known of it
	 * @param further what other features tell
	 */
	public ServiceDescription(ServiceHost host, ServiceFacts facts, Supplier<Stream<ServiceDetail>> further) {
		this.host = host;
		this.facts = facts;
		this.further = further;
		this.registration = new KnownRegistration(facts);
	}

	/**
	 * Describe the service as it is now.
	 */
	Map<String, Object> describe() {
		return describe(ServiceDetail::details, this.registration.read());
	}

	/**
	 * Describe the service as it is now, without what would be long. Waits for nobody:
	 * how the service is registered is left out until it is known.
	 */
	Map<String, Object> summarize() {
		return describe(ServiceDetail::summary, this.registration.known());
	}

	private Map<String, Object> describe(Function<ServiceDetail, Map<String, Object>> detail,
			KnownRegistration.Known registration) {
		ServiceLedger ledger = this.host.ledger();
		Map<String, Object> description = new LinkedHashMap<>();
		description.put("name", this.facts.name());
		description.put("state", this.host.state().name());
		description.put("since", text(ledger.since()));
		description.put("started", text(ledger.started()));
		description.put("startReason", this.facts.reason());
		description.put("startDuration", start(ledger));
		ledger.lastControl().ifPresent((control) -> description.put("lastControl", control(control)));
		this.facts.formerRun().ifPresent((run) -> description.put("lastExit", exit(run)));
		if (this.facts.restarts() != null) {
			description.put("restartsSinceBoot", this.facts.restarts());
		}
		ServiceSettings settings = registration.settings();
		put(description, "displayName", settings, ServiceSetting.DisplayName.class);
		put(description, "account", settings, ServiceSetting.Account.class);
		put(description, "startType", settings, ServiceSetting.Start.class);
		put(description, "recovery", settings, ServiceSetting.Recovery.class);
		put(description, "recoveryOnFailureExit", settings, ServiceSetting.RecoveryOnFailureExit.class);
		String problem = registration.problem();
		if (problem != null) {
			description.put("registration", problem);
		}
		this.further.get().forEach((part) -> description.put(part.name(), detail.apply(part)));
		return description;
	}

	private static void put(Map<String, Object> description, String key, ServiceSettings settings,
			Class<? extends ServiceSetting> kind) {
		settings.find(kind).ifPresent((setting) -> description.put(key, setting.text()));
	}

	private static Map<String, Object> start(ServiceLedger ledger) {
		Map<String, Object> start = new LinkedHashMap<>();
		Duration sum = Duration.ZERO;
		for (Map.Entry<StartPhase, Duration> phase : ledger.startDurations().entrySet()) {
			start.put(phase.getKey().name().toLowerCase(Locale.ROOT), text(phase.getValue()));
			sum = sum.plus(phase.getValue());
		}
		start.put("all", text(sum));
		return start;
	}

	private static Map<String, Object> control(HeardControl control) {
		Map<String, Object> text = new LinkedHashMap<>();
		text.put("control", ControlName.of(control.code()));
		text.put("code", control.code());
		text.put("time", text(control.time()));
		text.put("handled", control.handled());
		return text;
	}

	private static Map<String, Object> exit(EndedRun run) {
		Map<String, Object> text = new LinkedHashMap<>();
		text.put("started", text(run.started()));
		ExitCode exitCode = run.exitCode();
		if (exitCode == null) {
			text.put("exitCode", "unknown: the process ended without saying so");
			return text;
		}
		text.put("exitCode", exitCode.toString());
		put(text, "ended", (run.ended() != null) ? text(run.ended()) : null);
		put(text, "stopDuration", (run.stop() != null) ? text(run.stop()) : null);
		return text;
	}

	private static void put(Map<String, Object> map, String key, @Nullable String value) {
		if (value != null) {
			map.put(key, value);
		}
	}

	private static String text(Instant instant) {
		return instant.truncatedTo(ChronoUnit.MILLIS).toString();
	}

	private static String text(Duration duration) {
		return duration.toMillis() + " ms";
	}

}
