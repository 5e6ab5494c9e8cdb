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

import java.util.stream.LongStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MemoryReserve}.
 */
class MemoryReserveTests {

	private static final long MEGABYTE = 1024 * 1024;

	static LongStream heaps() {
		return LongStream.of(64, 256, 2048, 2049, 3000, 4095, 4096, 6028, 16_000, 64_000, 65_536, 200_000)
			.map((megabytes) -> megabytes * MEGABYTE);
	}

	@ParameterizedTest
	@MethodSource("heaps")
	void whateverTheHeapThenBlockHasItsRegionsToItself(long heap) {
		long down = Math.max(MEGABYTE, Math.min(32 * MEGABYTE, Long.highestOneBit(heap / 2048)));
		long up = Math.min(32 * MEGABYTE, (down < heap / 2048) ? down * 2 : down);
		// G1 gives an array that is larger than half of a region a region of its own
		assertThat(MemoryReserve.blockSize(heap) + 16L).isGreaterThan(down / 2).isGreaterThan(up / 2);
	}

	@ParameterizedTest
	@MethodSource("heaps")
	void whateverTheHeapThenBlocksTakeNoMoreThanAThousandthOfItOrTwoMegabytes(long heap) {
		assertThat(2L * MemoryReserve.blockSize(heap)).isLessThanOrEqualTo(Math.max(2 * MEGABYTE, heap / 1024));
	}

}
