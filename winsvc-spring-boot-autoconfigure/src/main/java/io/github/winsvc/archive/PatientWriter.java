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

package io.github.winsvc.archive;

import java.io.IOException;

/**
 * Replaces files that others read.
 */
final class PatientWriter {

	/** On Windows a file that somebody reads at this very moment is not replaced. */
	private static final int ATTEMPTS = 20;

	private static final long PAUSE_MILLIS = 20;

	private PatientWriter() {
	}

	static void write(Replacement replacement) throws IOException {
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

	@FunctionalInterface
	interface Replacement {

		void run() throws IOException;

	}

}
