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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Replaces a file at once: whoever reads it finds a whole one, and of several that write
 * it at a time the last one counts.
 */
final class FileReplacement {

	private FileReplacement() {
	}

	static void replace(Path file, Content content) throws IOException {
		Path written = unique(file);
		try {
			content.write(written);
			Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		finally {
			Files.deleteIfExists(written);
		}
	}

	/**
	 * Return a path beside another one that no other thread of any process uses.
	 */
	static Path unique(Path path) {
		return path.resolveSibling("%s.%d-%d.new".formatted(path.getFileName(), ProcessHandle.current().pid(),
				Thread.currentThread().getId()));
	}

	/**
	 * What is to be in the file.
	 */
	@FunctionalInterface
	interface Content {

		void write(Path file) throws IOException;

	}

}
