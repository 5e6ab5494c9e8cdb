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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Waits where nothing ever changes.
 */
final class IdleWatch implements RegistryWatch {

	private final CountDownLatch cancelled = new CountDownLatch(1);

	@Override
	public Event await(Duration atMost) {
		try {
			return this.cancelled.await(atMost.toMillis(), TimeUnit.MILLISECONDS) ? Event.CANCELLED : Event.QUIET;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return Event.CANCELLED;
		}
	}

	@Override
	public void cancel() {
		this.cancelled.countDown();
	}

	@Override
	public void close() {
	}

}
