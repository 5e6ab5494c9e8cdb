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

/**
 * What has become of a check. The later one is the worse one.
 *
 * @since 0.1.0
 */
public enum Status {

	/** As it should be. */
	OK("OK"),

	/** Nobody knows, for the reason that the finding names. */
	NOT_CHECKED("?"),

	/** Works, but someone should look at it. */
	WARN("WARN"),

	/** Wrong. */
	FAIL("FAIL");

	private final String label;

	Status(String label) {
		this.label = label;
	}

	/**
	 * Return what stands at the beginning of a line.
	 * @return at most four characters
	 */
	public String label() {
		return this.label;
	}

}
