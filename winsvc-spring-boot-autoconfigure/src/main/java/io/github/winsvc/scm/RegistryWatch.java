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

import java.time.Duration;

/**
 * Waits for changes of a key of the registry and of the keys and values below it. Belongs
 * to one thread, which waits and closes; any other may cancel.
 *
 * @since 0.1.0
 */
public interface RegistryWatch extends AutoCloseable {

	/**
	 * Wait for the next change. None is missed that comes after the first call, be it
	 * between two calls. The first call returns {@link Event#CHANGED} at once, because
	 * nobody knows what was before. A key that does not exist is waited for.
	 * @param atMost how long to wait, less than 24 days
	 * @return what happened; {@link Event#QUIET} may come earlier
	 * @throws ScmException if the key cannot be watched, such as with
	 * {@code ERROR_ACCESS_DENIED} (5)
	 */
	Event await(Duration atMost);

	/**
	 * Have the thread that waits, now or later, wait no more. May be called more than
	 * once, and after {@link #close()}.
	 */
	void cancel();

	/**
	 * Let go of all that was opened.
	 */
	@Override
	void close();

	/**
	 * Why a wait is over.
	 */
	enum Event {

		/** Something may have changed. */
		CHANGED,

		/** Nothing has changed for the time given. */
		QUIET,

		/** Nobody is to wait any more. */
		CANCELLED

	}

}
