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
 * What the SCM knows of a service at the moment, {@code SERVICE_STATUS_PROCESS}.
 *
 * @param status the status last reported
 * @param processId the id of its process, 0 if there is none
 * @since 0.1.0
 */
public record ServiceProcess(ServiceStatus status, long processId) {

	/**
	 * Return the current state.
	 * @return the state
	 */
	public ServiceState state() {
		return this.status.state();
	}

}
