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
import io.github.winsvc.scm.ServiceControl;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.ServiceStatus;

/**
 * The application as the {@link ServiceHost} calls it. {@link #pause()},
 * {@link #resume()}, {@link #stop()} and {@link #fail} are called on one thread, one
 * after the other; {@link #changed}, {@link #control} and {@link #refused} on another
 * one, in the order in which things happened. Both may take their time.
 *
 * @since 0.1.0
 */
public interface HostedApplication {

	/**
	 * The SCM wants the service to stop. Called once; the process shall end, which
	 * {@link ServiceHost#end()} then reports.
	 */
	void stop();

	/**
	 * The service has failed and is to end. The process shall end, as for
	 * {@link #stop()}.
	 * @param failure why
	 */
	void fail(HostFailure failure);

	/**
	 * Stop working but remain ready to work again.
	 * @return whether the application has paused; otherwise it works on
	 */
	boolean pause();

	/**
	 * Work again.
	 * @return whether the application works again; otherwise it remains paused
	 */
	boolean resume();

	/**
	 * A control has come that the application {@linkplain ServiceHost#accept wants}.
	 * @param control the control
	 */
	void control(ServiceControl control);

	/**
	 * The service has moved to another state. Not called for
	 * {@link ServiceState#STOPPED}, which nothing may follow.
	 * @param from the state before
	 * @param to the state now
	 */
	void changed(ServiceState from, ServiceState to);

	/**
	 * The SCM did not take a report.
	 * @param status what was reported
	 * @param ex why it was refused
	 */
	void refused(ServiceStatus status, ScmException ex);

	/**
	 * The application has spent its time in a pending state; the process will be halted
	 * when this method returns, or after five seconds. Called on a thread of its own: the
	 * last chance to leave a trace.
	 * @param failure what has taken too long
	 */
	void overdue(HostFailure failure);

}
