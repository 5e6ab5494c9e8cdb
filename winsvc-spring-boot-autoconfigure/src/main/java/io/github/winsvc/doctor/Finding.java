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

package io.github.winsvc.doctor;

import org.jspecify.annotations.Nullable;

/**
 * What a check has found, for people and programs to read.
 *
 * @param check the name of the check
 * @param status how bad it is
 * @param detail what was found, on one or several lines
 * @param remedy what to do about it, on one or several lines; {@code null} if there is
 * nothing to do
 * @since 0.1.0
 */
public record Finding(String check, Status status, String detail, @Nullable String remedy) {

}
