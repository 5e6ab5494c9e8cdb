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

package io.github.winsvc.reload;

/**
 * A bean of the application that may refuse a change of the configuration. It is asked
 * when the change has passed all other checks, and before anything is touched.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ConfigReloadCheck {

	/**
	 * Check a change. Returning means that the change may be.
	 * @param change the change; values are to be had of its candidate
	 * @throws RuntimeException to refuse the change; the message says why, to operators
	 */
	void check(ConfigChange change);

}
