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

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;

/**
 * How much of the heap is really in use: what the last garbage collection has left.
 *
 * @since 0.1.0
 */
public final class HeapUse {

	private static final double PERCENT = 100;

	private HeapUse() {
	}

	/**
	 * Return what was in use after the last collection of each part of the heap.
	 * @return the percentage of the most that the heap may have, 0 before the first
	 * collection
	 */
	public static double afterCollection() {
		long used = 0;
		for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
			MemoryUsage usage = pool.getCollectionUsage();
			used += (pool.getType() == MemoryType.HEAP && usage != null) ? usage.getUsed() : 0;
		}
		return PERCENT * used / Runtime.getRuntime().maxMemory();
	}

}
