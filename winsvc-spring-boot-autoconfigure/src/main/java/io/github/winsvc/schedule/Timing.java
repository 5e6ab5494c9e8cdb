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

package io.github.winsvc.schedule;

import java.time.Duration;

import org.springframework.scheduling.support.CronTrigger;

/**
 * When a scheduled method runs.
 */
sealed interface Timing {

	/**
	 * Whether this and another timing differ at most in the time before the first run.
	 * @param other the other timing
	 * @return whether they are the same once the method has run
	 */
	boolean hasRhythmOf(Timing other);

	/**
	 * Not at all.
	 */
	record Never() implements Timing {

		@Override
		public boolean hasRhythmOf(Timing other) {
			return equals(other);
		}

	}

	/**
	 * One time.
	 *
	 * @param initialDelay the time before
	 */
	record Once(Duration initialDelay) implements Timing {

		@Override
		public boolean hasRhythmOf(Timing other) {
			return other instanceof Once;
		}

	}

	/**
	 * At times of the calendar.
	 *
	 * @param trigger which
	 */
	record Cron(CronTrigger trigger) implements Timing {

		@Override
		public boolean hasRhythmOf(Timing other) {
			return equals(other);
		}

	}

	/**
	 * With a time from the end of a run to the begin of the next.
	 *
	 * @param delay that time
	 * @param initialDelay the time before the first
	 */
	record FixedDelay(Duration delay, Duration initialDelay) implements Timing {

		@Override
		public boolean hasRhythmOf(Timing other) {
			return other instanceof FixedDelay that && that.delay.equals(this.delay);
		}

	}

	/**
	 * With a time from the begin of a run to the begin of the next.
	 *
	 * @param period that time
	 * @param initialDelay the time before the first
	 */
	record FixedRate(Duration period, Duration initialDelay) implements Timing {

		@Override
		public boolean hasRhythmOf(Timing other) {
			return other instanceof FixedRate that && that.period.equals(this.period);
		}

	}

}
