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
 * The door to what other programs have written into the registry of Windows. It only
 * reads, for which any user has the right.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface RegistryReader {

	/**
	 * Read the values of a key.
	 * @param key the path of the key below {@code HKEY_LOCAL_MACHINE}
	 * @return the values, none if there is no such key
	 * @throws ScmException if Windows refuses it
	 */
	RegistryValues read(String key);

}
