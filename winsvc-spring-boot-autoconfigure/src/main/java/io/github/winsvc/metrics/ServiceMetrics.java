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

package io.github.winsvc.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import io.github.winsvc.host.ServiceFacts;
import io.github.winsvc.host.ServiceHost;
import io.github.winsvc.host.StartPhase;
import io.github.winsvc.scm.EndedRun;
import io.github.winsvc.scm.ExitCode;
import io.github.winsvc.scm.ServiceState;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;

/**
 * The life of the service as metrics. What is not known is not there.
 *
 * @since 0.1.0
 */
public final class ServiceMetrics implements MeterBinder {

	/** The exit code of a run that did not say how it ended. */
	private static final double DIED = -1;

	private final ServiceHost host;

	private final ServiceFacts facts;

	/**
	 * Create the metrics.
	 * @param host the service
	 * @param facts what is known of it
	 */
	public ServiceMetrics(ServiceHost host, ServiceFacts facts) {
		this.host = host;
		this.facts = facts;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		states(registry);
		duration(registry, "winsvc.uptime", "Time since the SCM has started the service", null,
				(host) -> Duration.between(host.ledger().started(), Instant.now()));
		for (StartPhase phase : StartPhase.values()) {
			duration(registry, "winsvc.start.duration", "Time that a part of the start took",
					phase.name().toLowerCase(Locale.ROOT), (host) -> host.ledger().startDurations().get(phase));
		}
		for (CountedControl control : CountedControl.values()) {
			controls(registry, control, true);
			controls(registry, control, false);
		}
		this.facts.formerRun().ifPresent((run) -> former(registry, run));
		if (this.facts.restarts() != null) {
			Gauge.builder("winsvc.restarts", this.facts, (facts) -> restarts(facts))
				.description("Starts of the service since Windows was started, without the first one")
				.register(registry);
		}
	}

	private static double restarts(ServiceFacts facts) {
		return (facts.restarts() != null) ? facts.restarts() : Double.NaN;
	}

	private void states(MeterRegistry registry) {
		for (ServiceState state : ServiceState.values()) {
			String name = state.name().toLowerCase(Locale.ROOT);
			Gauge.builder("winsvc.state", this.host, (host) -> (host.state() == state) ? 1 : 0)
				.description("Whether the service is in the state: 1 for the current one, 0 for all others")
				.tag("state", name)
				.register(registry);
			FunctionCounter.builder("winsvc.transitions", this.host, (host) -> host.ledger().entries(state))
				.description("Moves of the service to the state")
				.tag("to", name)
				.register(registry);
		}
	}

	private void controls(MeterRegistry registry, CountedControl control, boolean handled) {
		FunctionCounter
			.builder("winsvc.controls", this.host, (host) -> host.ledger().controls(control::includes, handled))
			.description("Controls that the SCM has sent")
			.tag("control", control.toString())
			.tag("result", handled ? "handled" : "refused")
			.register(registry);
	}

	private void former(MeterRegistry registry, EndedRun run) {
		Gauge.builder("winsvc.last.exit.code", run, (former) -> code(former.exitCode()))
			.description("Exit code of the run before: 0 for a good end, the code of the service or of Windows for a "
					+ "failure, -1 if the process ended without saying so")
			.strongReference(true)
			.register(registry);
		if (run.stop() != null) {
			duration(registry, "winsvc.last.stop.duration", "Time that the run before took to close its contexts", null,
					(host) -> run.stop());
		}
	}

	private static double code(@Nullable ExitCode exitCode) {
		if (exitCode == null) {
			return DIED;
		}
		return (exitCode instanceof ExitCode.ServiceSpecific own) ? own.serviceSpecific() : exitCode.win32();
	}

	private void duration(MeterRegistry registry, String name, String description, @Nullable String phase,
			Function<ServiceHost, @Nullable Duration> duration) {
		TimeGauge.Builder<ServiceHost> gauge = TimeGauge
			.builder(name, this.host, TimeUnit.NANOSECONDS, (host) -> nanos(duration.apply(host)))
			.description(description);
		if (phase != null) {
			gauge.tag("phase", phase);
		}
		gauge.register(registry);
	}

	private static double nanos(@Nullable Duration duration) {
		return (duration != null) ? duration.toNanos() : Double.NaN;
	}

}
