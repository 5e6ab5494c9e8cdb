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

import java.util.List;
import java.util.Map;

/**
 * The running service's door to its own key of the registry, which it only reads. Not
 * bound to a thread.
 *
 * @since 0.1.0
 */
public interface ServiceKey {

	/** Where there is no registry: nothing is in the key, and nothing ever changes. */
	ServiceKey NONE = new ServiceKey() {

		@Override
		public String path() {
			return "";
		}

		@Override
		public List<RegistryValue> parameters() {
			return List.of();
		}

		@Override
		public Map<String, String> environment() {
			return Map.of();
		}

		@Override
		public RegistryWatch watch() {
			return new IdleWatch();
		}

	};

	/**
	 * Return the path of the key, as operators write it.
	 * @return for example {@code HKLM\SYSTEM\CurrentControlSet\Services\orders}
	 */
	String path();

	/**
	 * Read all values of the key {@code Parameters} in it and of the keys below that one.
	 * @return the values, those of a key before those of the keys below it; none if there
	 * is no such key
	 * @throws ScmException with {@code ERROR_ACCESS_DENIED} (5) if the account of the
	 * service may not read all of them
	 */
	List<RegistryValue> parameters();

	/**
	 * Read the variables that the SCM adds to the environment of the service's process at
	 * its next start, the value {@code Environment} of the key.
	 * @return the variables in order, none if there is no such value
	 * @throws ScmException with {@code ERROR_ACCESS_DENIED} (5) if the account of the
	 * service may not read the key
	 */
	Map<String, String> environment();

	/**
	 * Watch the key and all below it. Nothing is opened before somebody waits.
	 * @return the watch
	 */
	RegistryWatch watch();

}
