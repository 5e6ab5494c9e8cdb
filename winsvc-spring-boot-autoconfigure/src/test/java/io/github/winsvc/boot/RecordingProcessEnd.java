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

package io.github.winsvc.boot;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * Ends no process but does what comes before the end, and remembers the exit code.
 */
class RecordingProcessEnd implements ProcessEnd {

	private final CopyOnWriteArrayList<Runnable> last = new CopyOnWriteArrayList<>();

	private final CopyOnWriteArrayList<IntConsumer> status = new CopyOnWriteArrayList<>();

	private final CompletableFuture<Integer> code = new CompletableFuture<>();

	@Override
	public void atExit(IntConsumer status, Runnable last) {
		this.status.add(status);
		this.last.add(last);
	}

	@Override
	public void exit(int code) {
		this.status.forEach((status) -> status.accept(code));
		this.last.forEach(Runnable::run);
		this.code.complete(code);
	}

	@Override
	public void halt(int code) {
		this.code.complete(code);
	}

	boolean hasEnded() {
		return this.code.isDone();
	}

	int awaitCode() throws Exception {
		return this.code.get(20, TimeUnit.SECONDS);
	}

}
