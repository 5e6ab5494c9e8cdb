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

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A former run of the service, as its process has left word of it.
 *
 * @param started when the service was started
 * @param ended when it ended, {@code null} if it did not say so
 * @param exitCode how it ended, {@code null} if it did not say so: it crashed, was killed
 * or halted
 * @param stop how long it took from STOP_PENDING until all contexts were closed,
 * {@code null} if it did not say so
 * @since 0.1.0
 */
public record EndedRun(Instant started, @Nullable Instant ended, @Nullable ExitCode exitCode, @Nullable Duration stop) {

}
