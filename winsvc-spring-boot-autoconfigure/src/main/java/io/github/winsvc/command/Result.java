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

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.winsvc.scm.ServiceProcess;

/**
 * How a command ended.
 *
 * @param status the exit status
 * @param details what there is to tell a program
 */
record Result(ExitStatus status, Map<String, Object> details) {

	/**
	 * Return how a command ended that has sent a service where it is now.
	 * @param changed whether the service was not there before
	 */
	static Result done(ServiceProcess process, boolean changed) {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("changed", changed);
		details.put("state", process.state().name());
		details.put("processId", process.processId());
		return new Result(ExitStatus.DONE, details);
	}

}
