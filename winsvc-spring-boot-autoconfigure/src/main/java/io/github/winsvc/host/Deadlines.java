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

/**
 * How long a service may take.
 *
 * @param progress the time without any progress after which a start counts as hung
 * @param start the whole time that a start may take
 * @param stop the whole time that a stop may take
 * @param pause the whole time that a pause or its end may take
 * @param liveness the time that a broken application is given to recover
 * @since 0.1.0
 */
public record Deadlines(Duration progress, Duration start, Duration stop, Duration pause, Duration liveness) {

	/**
	 * What applies until the configuration of the application is known.
	 */
	public static final Deadlines DEFAULT = new Deadlines(Duration.ofMinutes(5), Duration.ofMinutes(30),
			Duration.ofMinutes(2), Duration.ofMinutes(2), Duration.ofSeconds(30));

}
