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
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * A file of properties that one process leaves for others.
 */
final class PropertiesFile {

	private PropertiesFile() {
	}

	/**
	 * Replace the file at once, so that whoever reads it finds a whole one.
	 */
	static void write(Properties properties, Path file) throws IOException {
		FileReplacement.replace(file, (written) -> {
			try (Writer writer = Files.newBufferedWriter(written)) {
				properties.store(writer, null);
			}
		});
	}

}
