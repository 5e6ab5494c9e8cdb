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

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the word that was probably meant.
 */
final class Spelling {

	private Spelling() {
	}

	/**
	 * Return the word with the least edit distance, unless a third of the letters differ.
	 */
	static Optional<String> nearest(String written, Collection<String> words) {
		String lower = written.toLowerCase(Locale.ROOT);
		int bound = Math.max(1, lower.length() / 3);
		return words.stream()
			.filter((word) -> distance(lower, word) <= bound)
			.min(Comparator.comparingInt((word) -> distance(lower, word)));
	}

	private static int distance(String left, String right) {
		int[] row = new int[right.length() + 1];
		for (int j = 0; j <= right.length(); j++) {
			row[j] = j;
		}
		for (int i = 1; i <= left.length(); i++) {
			int diagonal = row[0];
			row[0] = i;
			for (int j = 1; j <= right.length(); j++) {
				int replaced = diagonal + ((left.charAt(i - 1) == right.charAt(j - 1)) ? 0 : 1);
				diagonal = row[j];
				row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
			}
		}
		return row[right.length()];
	}

}
