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

/**
 * What narrows the event of a trigger down, {@code SERVICE_TRIGGER_SPECIFIC_DATA_ITEM}.
 *
 * @param type the value of {@code dwDataType}
 * @param value the text without its final NUL if the type is {@link #TEXT}, else the
 * bytes in hexadecimal
 * @since 0.1.0
 */
public record TriggerData(int type, String value) {

	/** {@code SERVICE_TRIGGER_DATA_TYPE_STRING}. */
	public static final int TEXT = 2;

	/**
	 * Return data that is one text.
	 * @param text the text
	 * @return the data
	 */
	public static TriggerData text(String text) {
		return new TriggerData(TEXT, text);
	}

	/**
	 * Return data that is a list of texts, each of which ends with a NUL.
	 * @param texts the texts
	 * @return the data
	 */
	public static TriggerData list(List<String> texts) {
		return text(String.join("\0", texts) + "\0");
	}

	/**
	 * Return the texts.
	 * @return one or more; that of bytes is hexadecimal
	 */
	public List<String> texts() {
		return List.of(this.value.split("\0"));
	}

	@Override
	public String toString() {
		return String.join(" ", texts());
	}

}
