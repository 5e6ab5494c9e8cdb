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

import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.jspecify.annotations.Nullable;

/**
 * What waits for the thread that writes: an entry, or someone who waits until all before
 * is written.
 */
sealed interface PendingEntry {

	/**
	 * An entry.
	 *
	 * @param event its kind
	 * @param text what it says, in so many characters as an entry may have in all
	 * @param origin where it comes from, {@code null} if that is plain from the text
	 * @param thrown what was thrown, if anything
	 */
	record Entry(ServiceEvent event, String text, @Nullable String origin,
			@Nullable Throwable thrown) implements PendingEntry {

		/**
		 * Return the parts that it is written in. Takes its time.
		 */
		List<String> parts() {
			StringBuilder all = new StringBuilder(this.text);
			if (this.thrown != null) {
				all.append("\n\n").append(ShortStackTrace.of(this.thrown));
			}
			if (this.origin != null) {
				all.append("\n\n").append(this.origin);
			}
			return EventText.parts(all.toString());
		}

	}

	/**
	 * Someone who waits.
	 *
	 * @param reached is counted down when it is the turn of this
	 */
	record Mark(CountDownLatch reached) implements PendingEntry {

	}

}
