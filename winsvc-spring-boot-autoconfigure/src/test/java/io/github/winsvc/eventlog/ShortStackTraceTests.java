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

package io.github.winsvc.eventlog;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ShortStackTrace}.
 */
class ShortStackTraceTests {

	@Test
	void whenStackIsDeepThenItsFirstFramesAreShown() {
		String text = ShortStackTrace.of(deep(50));
		assertThat(text)
			.startsWith("java.lang.IllegalStateException: no stock\n    at " + getClass().getName() + ".deep(");
		assertThat(text.lines().filter((line) -> line.startsWith("    at "))).hasSize(12);
		assertThat(text).containsPattern("    \\.\\.\\. \\d+ more\n$");
	}

	private static Exception deep(int depth) {
		return (depth == 0) ? new IllegalStateException("no stock") : deep(depth - 1);
	}

	@Test
	void whenThereAreCausesThenEachIsShown() {
		String text = ShortStackTrace.of(new IllegalStateException("outer", new IllegalArgumentException("inner")));
		assertThat(text).contains("java.lang.IllegalStateException: outer\n")
			.contains("\nCaused by: java.lang.IllegalArgumentException: inner\n");
	}

	@Test
	void whenCausesGoInACircleThenEachIsShownOnce() {
		Exception first = new IllegalStateException("first");
		Exception second = new IllegalStateException("second", first);
		first.initCause(second);
		assertThat(ShortStackTrace.of(first).lines().filter((line) -> line.contains("IllegalStateException")))
			.hasSize(2);
	}

	@Test
	void whenThereIsNoEndOfCausesThenItEnds() {
		Exception cause = new IllegalStateException("0");
		for (int i = 1; i < 100; i++) {
			cause = new IllegalStateException(String.valueOf(i), cause);
		}
		assertThat(ShortStackTrace.of(cause).lines().filter((line) -> line.startsWith("Caused by: "))).hasSize(7);
		assertThat(ShortStackTrace.of(cause)).endsWith("... further causes\n");
	}

	@Test
	void whenMessageIsLongThenItIsCut() {
		assertThat(ShortStackTrace.of(new IllegalStateException("x".repeat(100_000)))).hasSizeLessThan(10_000)
			.contains("more characters)");
	}

}
