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
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Loads and links classes, and ends: the JVM that runs this archives them. Nothing of
 * them is initialized, and so no code of the application runs.
 */
final class ClassLoading {

	private ClassLoading() {
	}

	public static void main(String[] arguments) throws IOException {
		ClassLoader loader = ClassLoading.class.getClassLoader();
		for (String name : Files.readAllLines(Path.of(arguments[0]))) {
			try {
				link(Class.forName(name, false, loader));
			}
			catch (ClassNotFoundException | LinkageError ex) {
				// Such a class is not archived: it was made at run time, or was of no use
				continue;
			}
		}
	}

	/**
	 * The JVM archives only linked classes, and links one before it tells what is
	 * declared in it. It does not ask an interface for constructors.
	 */
	private static void link(Class<?> type) {
		if (type.isInterface()) {
			type.getDeclaredFields();
		}
		else {
			type.getDeclaredConstructors();
		}
	}

}
