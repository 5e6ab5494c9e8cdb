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
 * The service as a {@link ServiceDispatcher} calls it. Both methods are called on threads
 * of the SCM's making and must return at once: no lock, no logging, no waiting.
 *
 * @since 0.1.0
 */
public interface HostedService {

	/**
	 * The SCM has started the service ({@code ServiceMain}) and now waits for a first
	 * report.
	 * @param start what the SCM tells
	 * @param reporter the way to report the status from now on
	 */
	void started(ServiceStart start, StatusReporter reporter);

	/**
	 * The SCM sends a control ({@code HandlerEx}). While this method has not returned,
	 * the SCM sends no control to any service.
	 * @param control the control
	 * @return whether the service will act on it
	 */
	ControlAnswer control(ServiceControl control);

}
