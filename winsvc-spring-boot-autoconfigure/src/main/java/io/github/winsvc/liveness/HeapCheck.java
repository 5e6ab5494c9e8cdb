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

package io.github.winsvc.liveness;

import java.util.Optional;
import java.util.function.DoubleSupplier;

import io.github.winsvc.host.HeapUse;
import io.github.winsvc.host.HostFailure;

/**
 * Finds that garbage collection frees too little, several looks in a row.
 *
 * @since 0.1.0
 */
public final class HeapCheck implements LivenessCheck {

	private final int limit;

	private final int patience;

	private final DoubleSupplier used;

	private int times;

	/**
	 * Look at the heap of this JVM.
	 * @param limit the percentage of the heap that may be in use after a collection
	 * @param patience how many looks in a row must find more
	 */
	public HeapCheck(int limit, int patience) {
		this(limit, patience, HeapUse::afterCollection);
	}

	HeapCheck(int limit, int patience, DoubleSupplier used) {
		this.limit = limit;
		this.patience = patience;
		this.used = used;
	}

	@Override
	public Optional<Finding> look() {
		double used = this.used.getAsDouble();
		this.times = (used > this.limit) ? this.times + 1 : 0;
		return (this.times >= this.patience) ? Optional.of(new Finding(HostFailure.HEAP_FULL,
				"%.0f %% of the heap are in use after garbage collection".formatted(used))) : Optional.empty();
	}

}
