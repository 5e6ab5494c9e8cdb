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

package io.github.winsvc.command;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.winsvc.scm.ServiceSetting;
import org.jspecify.annotations.Nullable;

/**
 * A setting that shall be changed.
 *
 * @param former what is registered, {@code null} if nothing is
 * @param wanted what shall be
 */
record Change(@Nullable ServiceSetting former, ServiceSetting wanted) {

	private static final int LINE_LENGTH = 60;

	/**
	 * Return the change for people to read, on three lines if the values are long.
	 */
	String text() {
		if (this.former == null) {
			return "+ " + this.wanted.label() + ": " + this.wanted.text();
		}
		String from = this.former.text();
		String to = this.wanted.text();
		String label = "~ " + this.wanted.label() + ":";
		return (from.length() + to.length() <= LINE_LENGTH) ? label + " \"" + from + "\" -> \"" + to + "\""
				: label + "\n    from " + from + "\n    to   " + to;
	}

	Map<String, Object> details() {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("setting", Details.key(this.wanted));
		if (this.former != null) {
			details.put("from", this.former.text());
		}
		details.put("to", this.wanted.text());
		return details;
	}

}
