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

package io.github.winsvc.resource;

import java.util.Locale;

/**
 * What a process can have too much or too little of.
 *
 * @since 0.1.0
 */
public enum Resource {

	/** Free space on the volume of the service's files, in bytes. */
	DISK(Unit.BYTES, true),

	/** Heap that was in use after the last garbage collection, in percent of the most. */
	HEAP(Unit.PERCENT, false),

	/** Memory of the process that is in RAM, in bytes. Windows alone tells it. */
	WORKING_SET(Unit.BYTES, false),

	/** Open handles of the process. Windows alone tells it. */
	HANDLES(Unit.NUMBER, false),

	/** Threads of the JVM. */
	THREADS(Unit.NUMBER, false),

	/** Time of all processors that the process took of late, in percent. */
	CPU(Unit.PERCENT, false);

	private final Unit unit;

	private final boolean scarce;

	Resource(Unit unit, boolean scarce) {
		this.unit = unit;
		this.scarce = scarce;
	}

	Unit unit() {
		return this.unit;
	}

	/**
	 * Whether little of it is bad, rather than much.
	 */
	boolean isScarce() {
		return this.scarce;
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * What it is measured in.
	 */
	enum Unit {

		BYTES, PERCENT, NUMBER

	}

}
