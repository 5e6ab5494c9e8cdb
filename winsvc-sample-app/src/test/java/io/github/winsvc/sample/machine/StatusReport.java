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

package io.github.winsvc.sample.machine;

import io.github.winsvc.scm.ServiceState;

/**
 * One report of a service to the SCM, the fields of {@code SERVICE_STATUS}.
 *
 * @param type the value of {@code dwServiceType}
 * @param state the value of {@code dwCurrentState}
 * @param accepted the value of {@code dwControlsAccepted}
 * @param win32ExitCode the value of {@code dwWin32ExitCode}
 * @param serviceExitCode the value of {@code dwServiceSpecificExitCode}
 * @param checkpoint the value of {@code dwCheckPoint}
 * @param waitHint the value of {@code dwWaitHint}
 */
public record StatusReport(int type, ServiceState state, int accepted, int win32ExitCode, int serviceExitCode,
		int checkpoint, int waitHint) {

}
