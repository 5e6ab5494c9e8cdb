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

package io.github.winsvc.cache;

/**
 * A change of {@code spring.cache.caffeine.spec}.
 *
 * @param former what it says
 * @param next what it shall say
 * @param limits the limits that caches shall have
 * @param dynamic whether caches are made when somebody asks for their names
 */
record SpecChange(CacheSpec former, CacheSpec next, CacheLimits limits, boolean dynamic) {

	/**
	 * Whether caches can keep their entries.
	 */
	boolean keepsCaches() {
		return this.next.isOfKind(this.former);
	}

}
