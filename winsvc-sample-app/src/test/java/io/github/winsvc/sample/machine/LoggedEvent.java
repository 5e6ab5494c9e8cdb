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

package io.github.winsvc.sample.machine;

import java.util.List;

/**
 * An event in the Application log.
 *
 * @param type the value of {@code wType}
 * @param category the value of {@code wCategory}
 * @param id the value of {@code dwEventID}
 * @param strings the texts; Wine's trace cuts them at about 300 characters
 */
public record LoggedEvent(int type, int category, int id, List<String> strings) {

	public LoggedEvent {
		strings = List.copyOf(strings);
	}

}
