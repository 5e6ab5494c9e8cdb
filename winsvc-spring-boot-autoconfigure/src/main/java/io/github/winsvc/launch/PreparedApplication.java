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

import org.jspecify.annotations.Nullable;

/**
 * An application that is prepared to start fast.
 *
 * @param layout where its classes are, {@code null} if they stay in the jar
 * @param archive where the service keeps an archive of classes, {@code null} for none
 * @since 0.1.0
 */
public record PreparedApplication(@Nullable ApplicationLayout layout, @Nullable ArchiveDirectory archive) {

	/**
	 * Nothing is prepared.
	 */
	public static final PreparedApplication NONE = new PreparedApplication(null, null);

}
