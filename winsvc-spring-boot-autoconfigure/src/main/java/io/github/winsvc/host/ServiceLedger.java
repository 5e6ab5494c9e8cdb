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

package io.github.winsvc.host;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.IntPredicate;

import io.github.winsvc.scm.ControlAnswer;
import io.github.winsvc.scm.ServiceState;

/**
 * What has happened to the service since it was started, for those who ask later. Written
 * by the threads of the host, none of which it keeps waiting; read by any thread.
 *
 * @since 0.1.0
 */
public final class ServiceLedger {

	/** A control code is a byte, except for what Windows may think of. */
	private static final int CODES = 256;

	/** Loads the class, which the control handler must not. */
	private static final HeardControl NONE = new HeardControl(0, Instant.EPOCH, false);

	private final AtomicLongArray handled = new AtomicLongArray(CODES);

	private final AtomicLongArray refused = new AtomicLongArray(CODES);

	private final AtomicIntegerArray entries = new AtomicIntegerArray(ServiceState.values().length);

	private final Instant processStart;

	private final Map<StartPhase, Instant> phases = new EnumMap<>(StartPhase.class);

	private volatile HeardControl lastControl = NONE;

	private volatile Instant since = Instant.now();

	ServiceLedger() {
		this.processStart = ProcessHandle.current().info().startInstant().orElse(this.since);
	}

	/**
	 * Note a control. Allocates, but neither locks nor loads classes.
	 */
	void control(int code, ControlAnswer answer) {
		boolean taken = answer == ControlAnswer.HANDLED;
		(taken ? this.handled : this.refused).incrementAndGet(code & (CODES - 1));
		this.lastControl = new HeardControl(code, Instant.now(), taken);
	}

	/**
	 * Note that the service has moved.
	 */
	void moved(ServiceState to) {
		this.since = Instant.now();
		this.entries.incrementAndGet(to.ordinal());
		if (to == ServiceState.RUNNING) {
			completed(StartPhase.ANSWER);
		}
	}

	/**
	 * Note that a part of the start is over. Of a family of contexts the last one counts,
	 * unless the part that follows is over too.
	 * @param phase the part
	 */
	public void completed(StartPhase phase) {
		synchronized (this.phases) {
			if (!this.phases.containsKey(StartPhase.ANSWER)) {
				this.phases.put(phase, Instant.now());
			}
		}
	}

	/**
	 * Return how long the parts of the start took that are over.
	 * @return the durations, in order
	 */
	public Map<StartPhase, Duration> startDurations() {
		Map<StartPhase, Duration> durations = new EnumMap<>(StartPhase.class);
		synchronized (this.phases) {
			Instant begin = this.processStart;
			for (Map.Entry<StartPhase, Instant> phase : this.phases.entrySet()) {
				durations.put(phase.getKey(), Duration.between(begin, phase.getValue()));
				begin = phase.getValue();
			}
		}
		return durations;
	}

	/**
	 * Return when the service was started.
	 * @return when the SCM was connected, or now if it is not
	 */
	public Instant started() {
		synchronized (this.phases) {
			Instant connected = this.phases.get(StartPhase.CONNECT);
			return (connected != null) ? connected : Instant.now();
		}
	}

	/**
	 * Return since when the service is in its state.
	 * @return the time of the last move
	 */
	public Instant since() {
		return this.since;
	}

	/**
	 * Return how often the service has moved to a state.
	 * @param state the state
	 * @return the number, states that were only passed included
	 */
	public long entries(ServiceState state) {
		return this.entries.get(state.ordinal());
	}

	/**
	 * Return how many controls have come.
	 * @param codes which controls to count
	 * @param handled whether to count those that were taken, or those that were not
	 * @return the number
	 */
	public long controls(IntPredicate codes, boolean handled) {
		AtomicLongArray counts = handled ? this.handled : this.refused;
		long sum = 0;
		for (int code = 0; code < CODES; code++) {
			sum += codes.test(code) ? counts.get(code) : 0;
		}
		return sum;
	}

	/**
	 * Return the last control.
	 * @return the control, empty if none has come
	 */
	public Optional<HeardControl> lastControl() {
		return Optional.of(this.lastControl).filter((control) -> control != NONE);
	}

}
