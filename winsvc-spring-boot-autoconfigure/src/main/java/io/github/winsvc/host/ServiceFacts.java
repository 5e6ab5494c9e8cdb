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

import java.util.Optional;

import io.github.winsvc.scm.EndedRun;
import io.github.winsvc.scm.OwnProcess;
import org.jspecify.annotations.Nullable;

/**
 * What is known of this run of the service from its start on.
 *
 * @param name the name under which the service is registered
 * @param reason why it was started, in lower case
 * @param ownProcess finds out more
 * @param former the run before this one, {@code null} if nothing is known of it
 * @param restarts how often the service was started since Windows was, this run not
 * counted; {@code null} if unknown
 * @since 0.1.0
 */
public record ServiceFacts(String name, String reason, OwnProcess ownProcess, @Nullable EndedRun former,
		@Nullable Integer restarts) {

	/**
	 * Return the run before this one.
	 * @return the run, empty if nothing is known of it
	 */
	public Optional<EndedRun> formerRun() {
		return Optional.ofNullable(this.former);
	}

}
