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
import java.util.List;
import java.util.Optional;

/**
 * What can be found out about a service beside its registration, without rights that not
 * every user has.
 *
 * @since 0.1.0
 */
public interface ServiceInspection {

	/**
	 * Find who may do with a file or directory what only administrators and Windows
	 * itself should: change, replace or add to it, or rename what is in it.
	 * Administrators are the members of the machine's group of them, and the caller if he
	 * is one by way of another group.
	 * @param path the file or directory
	 * @param role what it is to the service
	 * @param name the service
	 * @return the names of accounts, as Windows spells them; empty if the file system
	 * keeps no access control lists
	 * @throws java.nio.file.NoSuchFileException if it does not exist
	 * @throws java.nio.file.AccessDeniedException if the caller may not see that
	 * @throws IOException if it cannot be found out
	 * @throws ScmException if Windows does not tell who is an administrator
	 */
	Optional<List<String>> otherWriters(Path path, FileRole role, ServiceName name) throws IOException;

	/**
	 * Whether a service is marked for deletion, so that it disappears once it is stopped
	 * and no program holds it open.
	 * @param name the service
	 * @return whether the mark is registered
	 * @throws ScmException if the registry cannot be read
	 */
	boolean isMarkedForDeletion(ServiceName name);

}
