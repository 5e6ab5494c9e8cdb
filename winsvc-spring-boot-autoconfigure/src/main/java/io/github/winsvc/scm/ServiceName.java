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

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The name under which a service is registered: 1 to 256 characters, case-insensitive.
 * Windows forbids slashes; the other refused characters could not be part of the
 * service's home directory.
 *
 * @param value the name
 * @since 0.1.0
 */
public record ServiceName(String value) {

	private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cntrl}/\\\\:*?\"<>|%]");

	private static final Pattern DEVICE = Pattern.compile("(?i)(CON|PRN|AUX|NUL|(COM|LPT)[0-9])(\\..*)?");

	public ServiceName {
		String problem = problem(value);
		if (problem != null) {
			throw new IllegalArgumentException("'%s' cannot be a service name: %s".formatted(value, problem));
		}
	}

	private static @Nullable String problem(String value) {
		if (value.isBlank()) {
			return "it is empty";
		}
		if (value.length() > 256) {
			return "it has " + value.length() + " characters, Windows allows 256";
		}
		if (FORBIDDEN.matcher(value).find()) {
			return "it contains a control character or one of / \\ : * ? \" < > | %";
		}
		if (!value.equals(value.strip()) || value.endsWith(".")) {
			return "it begins or ends with a blank or ends with a full stop";
		}
		if (DEVICE.matcher(value).matches()) {
			return "Windows reserves it for a device";
		}
		return null;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof ServiceName name && name.value.equalsIgnoreCase(this.value);
	}

	@Override
	public int hashCode() {
		return CaseInsensitive.fold(this.value).hashCode();
	}

	@Override
	public String toString() {
		return this.value;
	}

}
