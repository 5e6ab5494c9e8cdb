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

/**
 * What has become of the entries since the process began. Each is in one of the numbers
 * once it has left the queue. Entries that tell of those left out are not counted.
 *
 * @param written how many Windows has taken
 * @param suppressed how many were beyond the rate limit
 * @param dropped how many found the queue full or closed
 * @param failed how many Windows has refused
 * @since 0.1.0
 */
public record EventLogCounts(long written, long suppressed, long dropped, long failed) {

	/**
	 * Return how many entries are not in the event log.
	 * @return the sum of those suppressed, dropped and failed
	 */
	public long leftOut() {
		return this.suppressed + this.dropped + this.failed;
	}

}
