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

/**
 * How a program ended.
 *
 * @param exitCode its exit code
 * @param output what it wrote to its standard output
 * @param errors what it wrote to its standard error stream
 */
public record ProgramResult(int exitCode, String output, String errors) {

	/**
	 * Insist on success.
	 * @return this
	 * @throws AssertionError if the exit code is not 0
	 */
	public ProgramResult orFail() {
		if (this.exitCode != 0) {
			throw new AssertionError("The program has failed: " + this);
		}
		return this;
	}

	@Override
	public String toString() {
		return "exit code %d%n--- output%n%s%n--- errors%n%s".formatted(this.exitCode, this.output, this.errors);
	}

}
