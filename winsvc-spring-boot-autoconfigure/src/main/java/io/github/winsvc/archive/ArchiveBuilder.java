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
import java.nio.file.Path;

import io.github.winsvc.launch.ArchiveMethod;

/**
 * Builds archives.
 */
@FunctionalInterface
interface ArchiveBuilder {

	/**
	 * Build an archive, which may take minutes.
	 * @param method the way
	 * @param recording what was recorded
	 * @param target the file to create
	 * @throws BuildFailedException if that failed, which will be so the next time too
	 * @throws InterruptedException if the thread was interrupted: the building has ended
	 * and what there is of the file is of no use
	 * @throws IOException if there is no process to build it
	 */
	void build(ArchiveMethod method, Path recording, Path target)
			throws BuildFailedException, InterruptedException, IOException;

}
