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

package io.github.winsvc.validation;

import org.springframework.boot.context.properties.bind.DataObjectPropertyName;

/**
 * A value that a rule forbids.
 *
 * @param path the way to the field from the properties, such as {@code liveness.maxEnds}
 * or {@code recovery.delays[1]}
 * @param value the value
 * @param reason what the property can be, or why it cannot be what it is
 * @since 0.1.0
 */
public record Violation(String path, Object value, String reason) {

	/**
	 * Return the property as it is written in the configuration.
	 * @return its name below the prefix of the properties, without the number of an
	 * element
	 */
	public String property() {
		return DataObjectPropertyName.toDashedForm(this.path).replaceFirst("\\[\\d+]$", "");
	}

}
