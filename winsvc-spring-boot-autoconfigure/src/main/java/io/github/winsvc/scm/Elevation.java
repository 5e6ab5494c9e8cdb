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

import java.io.OutputStream;

/**
 * The door to more rights than those that this process has, User Account Control (UAC).
 *
 * @since 0.1.0
 */
public interface Elevation {

	/**
	 * Whether this process has all the rights that its user can have.
	 * @return {@code false} too if Windows does not tell
	 */
	boolean isElevated();

	/**
	 * Start a program in an elevated process, which Windows asks the user about, and wait
	 * for the answer. The process gets the name of an {@link OutputPipe} as system
	 * property, but neither the environment nor the standard input of this one.
	 * @param program the program
	 * @return the process
	 * @throws ScmException if nothing was started: with {@code ERROR_CANCELLED} (1223) if
	 * the user says no, {@code ERROR_REQUIRES_INTERACTIVE_WINDOWSTATION} (1459) if there
	 * is no desktop to ask on
	 */
	ElevatedProcess start(ElevatedProgram program);

	/**
	 * Connect to the process that has started this one.
	 * @param pipe the pipe that was named to this process
	 * @return where to write UTF-8; fails with an {@link java.io.IOException} once nobody
	 * reads any more
	 * @throws ScmException if nobody is there
	 */
	OutputStream connect(OutputPipe pipe);

}
