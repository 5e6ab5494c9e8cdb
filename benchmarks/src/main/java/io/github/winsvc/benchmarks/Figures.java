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

package io.github.winsvc.benchmarks;

import java.util.Arrays;

/**
 * What many measurements amount to, in the unit in which they were made.
 *
 * @param p50 the median
 * @param p99 the value that one in a hundred exceeds
 * @param max the highest
 */
record Figures(long p50, long p99, long max) {

	static Figures of(long... values) {
		long[] sorted = values.clone();
		Arrays.sort(sorted);
		return new Figures(sorted[sorted.length / 2], sorted[(int) (sorted.length * 0.99)], sorted[sorted.length - 1]);
	}

	/**
	 * Compare the medians.
	 */
	String ratioTo(Figures other) {
		return "%.2f".formatted((double) this.p50 / other.p50);
	}

	void print(String what, String unit) {
		System.out.printf("%s: p50 %d %s, p99 %d %s, max %d %s%n", what, this.p50, unit, this.p99, unit, this.max,
				unit);
	}

}
