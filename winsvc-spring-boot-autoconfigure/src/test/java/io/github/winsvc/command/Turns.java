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

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * Lets threads run one at a time, each until its next call to something they share. Which
 * one is next is a matter of the seed alone.
 */
final class Turns {

	private final Random random;

	private final Set<Integer> waiting = new TreeSet<>();

	private int running;

	private @Nullable Integer turn;

	Turns(long seed, int threads) {
		this.random = new Random(seed);
		this.running = threads;
	}

	/**
	 * Return something of which every call is made in the turn of a thread.
	 */
	<T> T at(int thread, Class<T> type, T target) {
		return type.cast(
				Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { type }, (proxy, method, args) -> {
					next(thread);
					try {
						return method.invoke(target, args);
					}
					catch (InvocationTargetException ex) {
						throw ex.getCause();
					}
				}));
	}

	synchronized void next(int thread) throws InterruptedException {
		this.waiting.add(thread);
		this.running--;
		choose();
		while (!Integer.valueOf(thread).equals(this.turn)) {
			wait();
		}
		this.turn = null;
		this.waiting.remove(thread);
		this.running++;
	}

	synchronized void end() {
		this.running--;
		choose();
	}

	/**
	 * Nobody is chosen as long as a thread runs.
	 */
	private void choose() {
		if (this.running == 0 && !this.waiting.isEmpty()) {
			List<Integer> candidates = new ArrayList<>(this.waiting);
			this.turn = candidates.get(this.random.nextInt(candidates.size()));
			notifyAll();
		}
	}

}
