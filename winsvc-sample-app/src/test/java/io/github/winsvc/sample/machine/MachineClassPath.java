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

package io.github.winsvc.sample.machine;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Brings classes of the tests into a machine.
 */
final class MachineClassPath {

	private MachineClassPath() {
	}

	/**
	 * Copy classes into a directory: of a jar the whole, else the package of the class.
	 * @param directory the directory
	 * @param types the classes
	 * @return the class path in the words of Windows
	 */
	static String copy(MachineDirectory directory, Class<?>... types) {
		Set<String> entries = new LinkedHashSet<>();
		for (Class<?> type : types) {
			try {
				entries.add(copy(directory, type));
			}
			catch (IOException | URISyntaxException ex) {
				throw new IllegalStateException("Cannot copy the classes of " + type, ex);
			}
		}
		return String.join(";", entries);
	}

	private static String copy(MachineDirectory directory, Class<?> type) throws IOException, URISyntaxException {
		Path source = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
		MachineDirectory target = directory.resolve(source.getFileName().toString());
		if (Files.isDirectory(source)) {
			String path = type.getPackageName().replace('.', '/');
			FileTrees.copy(source.resolve(path), target.host().resolve(path), MachineClassPath::copyIfAbsent);
		}
		else {
			copyIfAbsent(source, target.host());
		}
		return target.windows();
	}

	private static void copyIfAbsent(Path source, Path target) throws IOException {
		if (!Files.exists(target)) {
			Files.copy(source, target);
		}
	}

}
