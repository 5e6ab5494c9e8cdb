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

import java.time.Instant;

/**
 * An entry of the event log, as it was read.
 *
 * @param time when it was written, in whole seconds
 * @param type how grave it is
 * @param category the number of its category, 0 for none
 * @param id the number of the kind of event
 * @param text what it says
 * @since 0.1.0
 */
public record EventRecord(Instant time, EventType type, int category, int id, String text) {

}
