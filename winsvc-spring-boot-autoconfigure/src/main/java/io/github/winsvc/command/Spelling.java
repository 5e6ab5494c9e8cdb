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
	 * Return what all spellings of an option have in common that Spring takes for the
	 * same.
	 */
	static String uniform(String word) {
		return word.replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
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

	/**
	 * Letters that are missing, added, replaced or swapped with their neighbour.
	 */
	private static int distance(String left, String right) {
		int[][] distances = new int[left.length() + 1][right.length() + 1];
		for (int i = 0; i <= left.length(); i++) {
			for (int j = 0; j <= right.length(); j++) {
				distances[i][j] = (i == 0 || j == 0) ? i + j : distance(left, right, i, j, distances);
			}
		}
		return distances[left.length()][right.length()];
	}

	private static int distance(String left, String right, int i, int j, int[][] distances) {
		boolean same = left.charAt(i - 1) == right.charAt(j - 1);
		int distance = Math.min(distances[i - 1][j - 1] + (same ? 0 : 1),
				1 + Math.min(distances[i - 1][j], distances[i][j - 1]));
		boolean swapped = i > 1 && j > 1 && left.charAt(i - 1) == right.charAt(j - 2)
				&& left.charAt(i - 2) == right.charAt(j - 1);
		return swapped ? Math.min(distance, 1 + distances[i - 2][j - 2]) : distance;
	}

}
