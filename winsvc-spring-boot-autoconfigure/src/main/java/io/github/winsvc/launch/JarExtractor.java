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
import java.nio.file.Path;

/**
 * Lays an executable jar out as one of its own classes beside its libraries.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface JarExtractor {

	/**
	 * Extract a jar. The extracted one has the same name and refers to its libraries.
	 * @param java the Java that the service runs on
	 * @param jar the executable jar
	 * @param destination a directory that does not exist
	 * @throws IOException if the jar cannot be extracted; the message tells why
	 */
	void extract(Path java, Path jar, Path destination) throws IOException;

}
