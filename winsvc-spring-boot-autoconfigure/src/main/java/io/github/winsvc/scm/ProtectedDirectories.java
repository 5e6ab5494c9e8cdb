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

package io.github.winsvc.scm;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Creates directories that only those may write to who must, whatever the parent
 * directory allows.
 *
 * @since 0.1.0
 */
public interface ProtectedDirectories {

	/**
	 * Create a directory that only administrators and Windows itself can write to and
	 * everyone can read. An existing directory is taken over: its owner and its access
	 * control list are replaced.
	 * @param directory the directory; its parent exists
	 * @throws IOException if it cannot be created or protected
	 */
	void createForAdministrators(Path directory) throws IOException;

	/**
	 * As {@link #createForAdministrators}, but the service can write to it too.
	 * @param directory the directory; its parent exists
	 * @param name the service
	 * @throws IOException if it cannot be created or protected
	 */
	void createForService(Path directory, ServiceName name) throws IOException;

}
