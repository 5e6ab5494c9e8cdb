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

package io.github.winsvc.doctor;

import java.io.IOException;

/**
 * Looks at one thing about a service.
 */
interface Check {

	/**
	 * Return what is looked at, in a word or two.
	 */
	String name();

	/**
	 * Whether there is anything to look at. By default it takes a service of winsvc.
	 */
	default boolean suits(Relation relation) {
		return relation == Relation.OURS || relation == Relation.UNKNOWN;
	}

	/**
	 * Look at it.
	 * @throws NotCheckedException if that cannot be done here
	 * @throws java.nio.file.AccessDeniedException if the caller may not see it
	 * @throws IOException if it cannot be seen for another reason
	 */
	Diagnosis examine(Subject subject) throws IOException;

}
