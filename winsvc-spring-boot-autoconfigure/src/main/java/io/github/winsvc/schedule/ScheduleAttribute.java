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

import org.springframework.scheduling.annotation.Scheduled;

/**
 * An attribute of {@link Scheduled @Scheduled} that may name properties.
 */
enum ScheduleAttribute {

	INITIAL_DELAY, CRON, ZONE, FIXED_DELAY, FIXED_RATE;

	/**
	 * Return the text of this attribute.
	 * @param scheduled the annotation
	 * @return the text, empty if there is none
	 * @throws IllegalArgumentException if it is there as a number and as text
	 */
	String of(Scheduled scheduled) {
		return switch (this) {
			case INITIAL_DELAY -> text(scheduled.initialDelay(), scheduled.initialDelayString());
			case CRON -> scheduled.cron();
			case ZONE -> scheduled.zone();
			case FIXED_DELAY -> text(scheduled.fixedDelay(), scheduled.fixedDelayString());
			case FIXED_RATE -> text(scheduled.fixedRate(), scheduled.fixedRateString());
		};
	}

	private static String text(long number, String text) {
		if (number >= 0 && !text.isBlank()) {
			throw new IllegalArgumentException("Both %d and \"%s\"".formatted(number, text));
		}
		return (number >= 0) ? Long.toString(number) : text;
	}

}
