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

import java.util.function.Consumer;

/**
 * An elevated process whose output comes to this one. If it is closed early, the process
 * goes on without anybody to hear it.
 *
 * @since 0.1.0
 */
public interface ElevatedProcess extends AutoCloseable {

	/**
	 * Hand on what the process prints, as it comes, until it ends. One that prints
	 * nothing, or ends before it could, is waited for too.
	 * @param output gets the text piece by piece, on the thread of the caller
	 * @return the exit code of the process
	 * @throws ScmException if the process goes on but cannot be followed
	 */
	int relay(Consumer<String> output);

	/**
	 * Let the process alone.
	 */
	@Override
	void close();

}
