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

package io.github.winsvc.host;

import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.ServiceStatus;

/**
 * The application as the {@link ServiceHost} calls it.
 *
 * @since 0.1.0
 */
public interface HostedApplication {

	/**
	 * The SCM wants the service to stop. Called once, on a thread of its own; the process
	 * shall end, which {@link ServiceHost#end()} then reports.
	 */
	void stop();

	/**
	 * The application has spent its time in a pending state; the process will be halted
	 * when this method returns, or after five seconds. Called on a thread of its own: the
	 * last chance to leave a trace.
	 * @param state the state that it did not leave
	 */
	void overdue(ServiceState state);

	/**
	 * The SCM did not take a report. Called on a thread of its own.
	 * @param status what was reported
	 * @param ex why it was refused
	 */
	void refused(ServiceStatus status, ScmException ex);

}
