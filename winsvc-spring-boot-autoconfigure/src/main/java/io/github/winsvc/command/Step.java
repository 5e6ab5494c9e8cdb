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

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/**
 * A part of a plan that is done as a whole or not at all.
 *
 * @param work does it
 * @param undo what takes it back, {@code null} if it does no harm or goes with the rest
 */
record Step(Work work, @Nullable Undo undo) {

	/**
	 * Does a part of a plan.
	 */
	@FunctionalInterface
	interface Work {

		void run() throws IOException;

	}

	/**
	 * Takes back a part of a plan.
	 *
	 * @param text what is taken back
	 * @param work does it
	 */
	record Undo(String text, Runnable work) {

	}

}
