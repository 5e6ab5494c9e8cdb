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

package io.github.winsvc.launch;

import java.io.IOException;

/**
 * Replaces files that others read.
 *
 * @since 0.1.0
 */
public final class PatientWriter {

	/** On Windows a file that somebody reads at this very moment is not replaced. */
	private static final int ATTEMPTS = 20;

	private static final long PAUSE_MILLIS = 20;

	private PatientWriter() {
	}

	/**
	 * Replace a file, again and again for a while if somebody reads it.
	 * @param replacement replaces it
	 * @throws IOException if it cannot be replaced, or the thread shall end
	 */
	public static void write(Replacement replacement) throws IOException {
		for (int attempt = 1;; attempt++) {
			try {
				replacement.run();
				return;
			}
			catch (IOException ex) {
				if (attempt == ATTEMPTS || !rest()) {
					throw ex;
				}
			}
		}
	}

	/**
	 * Wait a little.
	 * @return whether nobody wants the thread to end
	 */
	private static boolean rest() {
		try {
			Thread.sleep(PAUSE_MILLIS);
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/**
	 * Replaces a file.
	 */
	@FunctionalInterface
	public interface Replacement {

		/**
		 * Try it once.
		 * @throws IOException if that has failed
		 */
		void run() throws IOException;

	}

}
