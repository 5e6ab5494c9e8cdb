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

import java.nio.file.Path;

/**
 * The service's door to the SCM: connects this process and delivers what the SCM says. A
 * process can do so once in its life.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ServiceDispatcher {

	/**
	 * Connect to the SCM ({@code StartServiceCtrlDispatcher}) and deliver to the given
	 * service until it has reported {@link ServiceState#STOPPED}.
	 * @param service the service
	 * @throws ScmException with {@code ERROR_FAILED_SERVICE_CONTROLLER_CONNECT} (1063) if
	 * the SCM did not start this process, with {@code ERROR_SERVICE_ALREADY_RUNNING}
	 * (1056) if the process has connected before
	 */
	void dispatch(HostedService service);

	/**
	 * Set the priority of this process ({@code SetPriorityClass}). Where the SCM is not
	 * that of Windows, nothing happens.
	 * @param priority the priority
	 * @throws ScmException if Windows refuses
	 */
	default void setPriority(ProcessPriority priority) {
	}

	/**
	 * Set the directory that relative paths of this process refer to
	 * ({@code SetCurrentDirectory}). The SCM starts every service in that of Windows, and
	 * {@code user.dir} alone does not count for {@link java.io.File}. Where the SCM is
	 * not that of Windows, nothing happens.
	 * @param directory the directory, absolute
	 * @throws ScmException if Windows refuses
	 */
	default void setWorkingDirectory(Path directory) {
	}

	/**
	 * Return the service's door to the event log. It is opened with the first entry.
	 * @param source the event source, which has the name of the service
	 * @return the door, {@link EventLog#NONE} where the SCM is not that of Windows
	 */
	default EventLog eventLog(String source) {
		return EventLog.NONE;
	}

	/**
	 * Return what this process can find out about itself.
	 * @return the source, {@link OwnProcess#UNKNOWN} where the SCM is not that of Windows
	 */
	default OwnProcess ownProcess() {
		return OwnProcess.UNKNOWN;
	}

	/**
	 * Return the service's door to its key of the registry.
	 * @param service the name of the service
	 * @return the door, {@link ServiceKey#NONE} where the SCM is not that of Windows
	 */
	default ServiceKey serviceKey(String service) {
		return ServiceKey.NONE;
	}

}
