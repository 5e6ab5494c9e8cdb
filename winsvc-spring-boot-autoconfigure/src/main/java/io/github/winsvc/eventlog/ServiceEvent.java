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

package io.github.winsvc.eventlog;

import io.github.winsvc.scm.EventType;

/**
 * The kinds of entries in the event log. Their numbers never change, because alerts are
 * built on them.
 *
 * @since 0.1.0
 */
public enum ServiceEvent {

	/** The service is RUNNING: the application is ready. */
	STARTED(1, EventType.INFORMATION, EventCategory.LIFECYCLE),

	/** The service has stopped in good order. */
	STOPPED(2, EventType.INFORMATION, EventCategory.LIFECYCLE),

	/** The service is PAUSED. */
	PAUSED(3, EventType.INFORMATION, EventCategory.LIFECYCLE),

	/** The service is RUNNING again after a pause. */
	CONTINUED(4, EventType.INFORMATION, EventCategory.LIFECYCLE),

	/** The application has failed to start. */
	START_FAILED(5, EventType.ERROR, EventCategory.LIFECYCLE),

	/** The application was sent a control. */
	CONTROL(6, EventType.INFORMATION, EventCategory.LIFECYCLE),

	/** The service begins to stop. */
	STOPPING(7, EventType.INFORMATION, EventCategory.LIFECYCLE),

	/** The service has ended with a failure code. */
	FAILED(8, EventType.ERROR, EventCategory.LIFECYCLE),

	/** A start, stop or pause took too long, and the process was ended by force. */
	OVERDUE(9, EventType.ERROR, EventCategory.LIFECYCLE),

	/** The SCM has not taken a report. */
	REPORT_REFUSED(10, EventType.ERROR, EventCategory.LIFECYCLE),

	/** The configuration has changed while the service runs. */
	RELOADED(11, EventType.INFORMATION, EventCategory.LIFECYCLE),

	/** A change of the configuration was rejected. */
	RELOAD_REJECTED(12, EventType.ERROR, EventCategory.LIFECYCLE),

	/** The application was broken for too long. */
	BROKEN(20, EventType.ERROR, EventCategory.HEALTH),

	/** The JVM has run out of memory. */
	OUT_OF_MEMORY(21, EventType.ERROR, EventCategory.HEALTH),

	/** Threads of the application wait for each other for ever. */
	DEADLOCK(22, EventType.ERROR, EventCategory.HEALTH),

	/** A health group was down for too long. */
	HEALTH_DOWN(23, EventType.ERROR, EventCategory.HEALTH),

	/** Garbage collection frees too little of the heap. */
	HEAP_FULL(24, EventType.ERROR, EventCategory.HEALTH),

	/** Entries were left out. */
	LEFT_OUT(30, EventType.WARNING, EventCategory.LIFECYCLE),

	/** A line of the log at INFO or below. */
	LOG_INFORMATION(100, EventType.INFORMATION, EventCategory.APPLICATION),

	/** A line of the log at WARN. */
	LOG_WARNING(101, EventType.WARNING, EventCategory.APPLICATION),

	/** A line of the log at ERROR or above. */
	LOG_ERROR(102, EventType.ERROR, EventCategory.APPLICATION);

	private final int id;

	private final EventType type;

	private final EventCategory category;

	ServiceEvent(int id, EventType type, EventCategory category) {
		this.id = id;
		this.type = type;
		this.category = category;
	}

	/**
	 * Return the value of {@code dwEventID}.
	 * @return the number of the kind
	 */
	public int id() {
		return this.id;
	}

	/**
	 * Return how grave an entry of this kind is.
	 * @return the type
	 */
	public EventType type() {
		return this.type;
	}

	/**
	 * Return the value of {@code wCategory}.
	 * @return the number of the category
	 */
	public int category() {
		return this.category.number();
	}

	/**
	 * Whether there may be any number of such entries, which is why they are limited.
	 */
	boolean isLimited() {
		return this.category == EventCategory.APPLICATION || this == CONTROL || this == RELOADED
				|| this == RELOAD_REJECTED;
	}

}
