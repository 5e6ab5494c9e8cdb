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

package io.github.winsvc.scm;

/**
 * How Windows prefers a process to others when the processors are busy, its priority
 * class. {@code REALTIME_PRIORITY_CLASS} is missing, because it takes the processors away
 * from Windows itself.
 *
 * @since 0.1.0
 */
public enum ProcessPriority {

	/** Only when nobody else has something to do. */
	IDLE(0x40),

	/** After most others. */
	BELOW_NORMAL(0x4000),

	/** Like most others. */
	NORMAL(0x20),

	/** Before most others. */
	ABOVE_NORMAL(0x8000),

	/** Before all others. */
	HIGH(0x80);

	private final int code;

	ProcessPriority(int code) {
		this.code = code;
	}

	/**
	 * Return the value of {@code dwPriorityClass}.
	 * @return the value
	 */
	public int code() {
		return this.code;
	}

	/**
	 * Return the priority as it is written in the configuration.
	 */
	@Override
	public String toString() {
		return KebabCase.of(this);
	}

}
