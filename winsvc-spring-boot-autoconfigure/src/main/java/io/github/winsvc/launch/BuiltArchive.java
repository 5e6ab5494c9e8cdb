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

package io.github.winsvc.launch;

import java.time.Duration;
import java.time.Instant;

/**
 * An archive that was built.
 *
 * @param file its name
 * @param size its size in bytes
 * @param checksum its CRC-32
 * @param built when it was completed
 * @param duration how long that took
 * @since 0.1.0
 */
public record BuiltArchive(String file, long size, long checksum, Instant built, Duration duration) {

}
