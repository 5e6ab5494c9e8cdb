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

/**
 * Memory that is kept for the end of a service whose JVM has none left. Each block takes
 * whole regions of the garbage collector, because a region of which only a part is free
 * is of no use to a thread that allocates. It is hardly larger than that takes, as the
 * heap grows by a multiple of what is in use.
 */
final class MemoryReserve {

	private static final int BLOCKS = 2;

	private static final int SMALLEST = 1024 * 1024;

	private static final int LARGEST = 32 * 1024 * 1024;

	private static final int REGIONS = 2048;

	private static final byte[] NOTHING = {};

	private final byte[][] blocks = new byte[BLOCKS][blockSize(Runtime.getRuntime().maxMemory())];

	private int kept = BLOCKS;

	/**
	 * A region of the G1 collector is a 2048th of the heap, rounded up to a power of two.
	 * What is larger than half of one, as an array of this length is with its header, has
	 * it to itself.
	 */
	static int blockSize(long maxMemory) {
		int least = (int) Math.max(SMALLEST, Math.min(LARGEST, maxMemory / REGIONS));
		int region = Integer.highestOneBit(2 * least - 1);
		return region / 2;
	}

	/**
	 * Give a block away.
	 * @return whether there was any left
	 */
	synchronized boolean release() {
		if (this.kept == 0) {
			return false;
		}
		this.kept--;
		this.blocks[this.kept] = NOTHING;
		return true;
	}

}
