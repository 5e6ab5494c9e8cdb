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

package io.github.winsvc.command;

import org.jspecify.annotations.Nullable;

/**
 * How a verb shall be done.
 *
 * @param starts whether install starts the service
 * @param waits whether to wait until the service has done what it was asked for
 * @param force whether services that depend on this one are stopped with it
 * @param dryRun whether to show what would be done, and do nothing
 * @param format the language of a script
 * @param passwordSource where the password of an account comes from, {@code null} if the
 * operator has not said
 * @param follow whether to go on with what a log gets
 * @param restartIfNeeded whether a reload restarts the service if a change needs it
 * @param value what the verb is about, {@code null} if it is written without a value
 * @since 0.1.0
 */
public record Manner(boolean starts, boolean waits, boolean force, boolean dryRun, ScriptFormat format,
		@Nullable PasswordSource passwordSource, boolean follow, boolean restartIfNeeded, @Nullable String value) {

	String requiredValue() {
		if (this.value == null) {
			throw new IllegalStateException("The verb has no value");
		}
		return this.value;
	}

}
