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
 * How an event log is attached to a logging system, which may begin anew at any time and
 * then knows nothing of what was added to it.
 */
interface LogAttachment {

	/** That to a logging system which this room does not know. */
	LogAttachment NONE = new LogAttachment() {

		@Override
		public void attach() {
		}

		@Override
		public boolean isLost() {
			return false;
		}

		@Override
		public void detach() {
		}

	};

	/**
	 * Attach, unless that is done or the configuration does it itself.
	 */
	void attach();

	/**
	 * Whether the logging system has lost what was attached, and is ready again.
	 */
	boolean isLost();

	/**
	 * Leave the logging system as it was.
	 */
	void detach();

}
