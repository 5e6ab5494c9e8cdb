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

/**
 * Counters that Windows keeps of a process.
 *
 * @param handles the open handles ({@code GetProcessHandleCount})
 * @param gdiObjects the GDI objects ({@code GR_GDIOBJECTS})
 * @param userObjects the USER objects ({@code GR_USEROBJECTS})
 * @param workingSet the memory that is in RAM, in bytes
 * @param privateBytes the committed memory that no other process shares, in bytes
 * @param pageFaults the page faults since the process began
 * @param read what was read since the process began
 * @param written what was written since the process began
 * @since 0.1.0
 */
public record ProcessCounters(long handles, long gdiObjects, long userObjects, long workingSet, long privateBytes,
		long pageFaults, Transfer read, Transfer written) {

	/**
	 * Input or output, of files, network and devices alike ({@code IO_COUNTERS}).
	 *
	 * @param operations the number of operations
	 * @param bytes the number of bytes
	 */
	public record Transfer(long operations, long bytes) {

	}

}
