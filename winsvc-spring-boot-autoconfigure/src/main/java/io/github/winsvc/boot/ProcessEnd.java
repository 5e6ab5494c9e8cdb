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

package io.github.winsvc.boot;

import java.util.function.IntConsumer;

/**
 * The ways to end the process of a service or a command. A test that runs several of them
 * in one JVM registers its own in the bootstrap registry of the application.
 *
 * @since 0.1.0
 */
public interface ProcessEnd {

	/**
	 * Register what to do when the process ends in good order.
	 * @param status gets the exit status, if it can be known
	 * @param last done last, after all contexts are closed
	 */
	void atExit(IntConsumer status, Runnable last);

	/**
	 * Register what to do when the process ends in good order and all contexts are
	 * closed, before anything that was registered earlier.
	 * @param handler what to do
	 */
	void onShutdown(Runnable handler);

	/**
	 * End the process in good order: shutdown hooks run.
	 * @param code the exit code
	 */
	void exit(int code);

	/**
	 * End the process at once.
	 * @param code the exit code
	 */
	void halt(int code);

}
