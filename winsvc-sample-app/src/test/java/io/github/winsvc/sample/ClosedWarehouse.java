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

package io.github.winsvc.sample;

import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * A part of an application that cannot start and has an exit code of its own for that. A
 * test adds it to the packaged sample.
 */
@Component
@ConditionalOnProperty("orders.warehouse-closed")
class ClosedWarehouse {

	static final int EXIT_CODE = 42;

	ClosedWarehouse() {
		throw new ClosedException();
	}

	static class ClosedException extends RuntimeException implements ExitCodeGenerator {

		ClosedException() {
			super("The warehouse is closed");
		}

		@Override
		public int getExitCode() {
			return EXIT_CODE;
		}

	}

}
