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

package io.github.winsvc.liveness;

import java.util.Optional;

import io.github.winsvc.host.HostFailure;

/**
 * Finds out whether the service can still work. Asked now and then by one thread.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface LivenessCheck {

	/**
	 * Look whether the service can still work.
	 * @return what is wrong beyond hope, empty if nothing is, or not for long enough yet
	 */
	Optional<Finding> look();

	/**
	 * What is wrong.
	 *
	 * @param failure the failure with which the service is to end
	 * @param detail what was seen, for the log
	 */
	record Finding(HostFailure failure, String detail) {

	}

}
