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

package io.github.winsvc.health;

import java.util.Map;

/**
 * A part of the description of the service that another feature tells. It goes into JSON
 * and holds no secrets.
 *
 * @since 0.1.0
 */
public interface ServiceDetail {

	/**
	 * Return the name of the part.
	 * @return a key in the description
	 */
	String name();

	/**
	 * Return what the health tells.
	 * @return a few words
	 */
	Map<String, Object> summary();

	/**
	 * Return what the endpoint tells.
	 * @return all there is
	 */
	Map<String, Object> details();

}
