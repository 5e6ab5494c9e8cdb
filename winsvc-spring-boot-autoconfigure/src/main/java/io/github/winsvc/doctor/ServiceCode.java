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

package io.github.winsvc.doctor;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The service codes with which winsvc itself ends a service.
 */
enum ServiceCode {

	START_WITHOUT_PROGRESS(1460, "the start made no progress for winsvc.start.no-progress-timeout",
			"Look at the threads in the log: what does 'main' wait for?"),

	START_TOO_LONG(1461, "the start took longer than winsvc.start.timeout",
			"Look at the threads in the log, or allow more time."),

	LIVENESS_BROKEN(1462, "the application was broken for winsvc.liveness.grace",
			"Find out who published LivenessState.BROKEN."),

	OUT_OF_MEMORY(1463, "the JVM ran out of memory",
			"Give it more (-Xmx), or find what takes it with -XX:+HeapDumpOnOutOfMemoryError."),

	PAUSE_TOO_LONG(1464, "a pause or its end took longer than winsvc.pause.timeout",
			"Look at the threads in the log: which bean does not stop or start?"),

	STOP_TOO_LONG(1465, "an end that nobody asked for took longer than winsvc.stop.timeout",
			"Look at the threads in the log."),

	DEADLOCK(1466, "threads waited for each other for ever", "Look at the threads in the log, and for their locks."),

	HEALTH_DOWN(1467, "one of winsvc.liveness.health-groups was DOWN for too long",
			"Look for the check that was DOWN, and for what it needs."),

	HEAP_FULL(1468, "more of the heap was in use than winsvc.liveness.heap-after-gc",
			"Give it more (-Xmx), or find what takes it.");

	private final int code;

	private final String meaning;

	private final String remedy;

	ServiceCode(int code, String meaning, String remedy) {
		this.code = code;
		this.meaning = meaning;
		this.remedy = remedy;
	}

	int code() {
		return this.code;
	}

	String meaning() {
		return this.meaning;
	}

	String remedy() {
		return this.remedy;
	}

	static Optional<ServiceCode> of(int code) {
		return Stream.of(values()).filter((value) -> value.code == code).findFirst();
	}

}
