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

package io.github.winsvc.logs;

import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.json.JsonWriter.Members;
import org.springframework.boot.json.WritableJson;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/**
 * Escapes characters outside the basic plane, such as emoji: Spring Boot 4.1 encodes the
 * JSON of a log one {@code char} after the other, which makes question marks of them.
 */
class SupplementaryCharacters implements StructuredLoggingJsonMembersCustomizer<Object> {

	@Override
	public void customize(Members<Object> members) {
		members.applyingValueProcessor(JsonWriter.ValueProcessor.of(SupplementaryCharacters::escape));
	}

	private static Object escape(Object value) {
		if (!(value instanceof CharSequence text) || text.chars().noneMatch((c) -> Character.isSurrogate((char) c))) {
			return value;
		}
		String json = JsonWriter.standard().writeToString(text.toString());
		return (WritableJson) (out) -> {
			for (char c : json.toCharArray()) {
				if (Character.isSurrogate(c)) {
					out.append("\\u").append(Integer.toHexString(c));
				}
				else {
					out.append(c);
				}
			}
		};
	}

}
