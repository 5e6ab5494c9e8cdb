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

package io.github.winsvc.web;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds requests until they are released.
 */
class Hold {

	private final Queue<CompletableFuture<String>> held = new ConcurrentLinkedQueue<>();

	private final Semaphore arrived = new Semaphore(0);

	CompletableFuture<String> arrive() {
		CompletableFuture<String> answer = new CompletableFuture<>();
		this.held.add(answer);
		this.arrived.release();
		return answer;
	}

	void awaitArrival() throws InterruptedException {
		assertThat(this.arrived.tryAcquire(10, TimeUnit.SECONDS)).as("a request has arrived").isTrue();
	}

	void release() {
		this.held.remove().complete("done");
	}

}
