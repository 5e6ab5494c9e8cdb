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

import io.github.winsvc.scm.ServiceDispatcher;

/**
 * What the process of a service does, its {@code main}. It runs on a thread of its own;
 * when that ends, the process has ended.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ServiceProgram {

	/**
	 * Run the process.
	 * @param imagePath the command line with which the SCM created the process
	 * @param dispatcher the process's door to the SCM
	 * @return the exit code of the process
	 * @throws Exception to end the process with exit code 1
	 */
	int run(String imagePath, ServiceDispatcher dispatcher) throws Exception;

}
