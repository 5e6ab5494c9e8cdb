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

package io.github.winsvc.test.scm;

import java.time.Duration;
import java.util.Locale;

/**
 * Something that was said in a conversation.
 *
 * @param at the time since the beginning
 * @param speaker who said it
 * @param thread the thread on which it was said
 * @param text what was said
 * @since 0.1.0
 */
public record Utterance(Duration at, Speaker speaker, String thread, String text) {

	@Override
	public String toString() {
		return String.format(Locale.ROOT, "%9.3f s  %-8s  [%s] %s", this.at.toMillis() / 1000.0,
				this.speaker.name().toLowerCase(Locale.ROOT), this.thread, this.text);
	}

	/**
	 * Who says something.
	 */
	public enum Speaker {

		/** Who manages services. */
		OPERATOR,

		/** The SCM, and Windows at its back. */
		SCM,

		/** The process of a service. */
		SERVICE

	}

}
