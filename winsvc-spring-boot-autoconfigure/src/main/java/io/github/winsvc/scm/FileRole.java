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

/**
 * What a file or directory is to a service. That decides who may do what with it.
 *
 * @since 0.1.0
 */
public enum FileRole {

	/** The service runs or reads it: only administrators and Windows may write to it. */
	PROGRAM,

	/** The service writes to it, as administrators and Windows may. */
	DATA,

	/**
	 * A directory in which one of the former lies at some depth: others may add to it,
	 * but neither rename nor delete what is in it.
	 */
	WAY

}
