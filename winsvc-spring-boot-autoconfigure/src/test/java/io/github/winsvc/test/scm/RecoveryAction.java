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

import java.time.Duration;

import io.github.winsvc.scm.ExitCode;

/**
 * A restart that Windows would do after a failure of a service.
 *
 * @param failure which failure it answers, counted from 1 since the last reset
 * @param delay the time until the restart
 * @param cause how the service ended
 * @since 0.1.0
 */
public record RecoveryAction(int failure, Duration delay, ExitCode cause) {

}
