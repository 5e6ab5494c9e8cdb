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

import io.github.winsvc.access.SecurityPolicy;
import io.github.winsvc.launch.ApplicationArchive;
import io.github.winsvc.launch.ConfiguredLaunch;
import io.github.winsvc.launch.RunningJvm;
import io.github.winsvc.launch.ServiceHome;
import org.jspecify.annotations.Nullable;

/**
 * The application that the doctor was called with, and that an install would register.
 *
 * @param archive its jar, {@code null} if it runs from none
 * @param jvm the JVM that it runs on
 * @param configured the parts of the service's command line that its configuration names
 * @param serverPort where it would listen, {@code null} if it is not known or does not
 * @param healthUrl where its health could be seen, {@code null} if unknown
 * @param home the home of the service
 * @param security what an operator allows
 * @since 0.1.0
 */
public record Application(@Nullable ApplicationArchive archive, RunningJvm jvm, ConfiguredLaunch configured,
		@Nullable Integer serverPort, @Nullable String healthUrl, ServiceHome home, SecurityPolicy security) {

}
