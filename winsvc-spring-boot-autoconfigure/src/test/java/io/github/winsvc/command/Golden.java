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

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares what a command printed with a file. Run with {@code -Dwinsvc.golden=write} to
 * have the files written anew; then read them.
 */
final class Golden {

	private Golden() {
	}

	static void assertPrinted(Workbench bench, String file) {
		assertPrinted(bench.printed(), file);
	}

	static void assertPrinted(String printed, String file) {
		try {
			if ("write".equals(System.getProperty("winsvc.golden"))) {
				Path target = Path.of("src/test/resources/io/github/winsvc/command/screens", file);
				Files.createDirectories(target.getParent());
				Files.writeString(target, printed);
				return;
			}
			try (InputStream stream = Golden.class.getResourceAsStream("screens/" + file)) {
				String expected = (stream != null) ? new String(stream.readAllBytes(), StandardCharsets.UTF_8) : "";
				assertThat(printed).isEqualTo(expected);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
