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

import java.util.List;
import java.util.function.Function;

import io.github.winsvc.scm.Win32Error;
import org.jspecify.annotations.Nullable;

/**
 * All checks, in the order in which their findings should be read: what the service is,
 * what it runs, what it may, and how it fares.
 */
final class Checks {

	private Checks() {
	}

	static List<Check> all(Function<Win32Error, @Nullable String> remedies) {
		return List.of(new MachineCheck(), new RegistrationCheck(), new DeletionCheck(), new StartTypeCheck(),
				new DependencyCheck(), new AccountCheck(), new ImagePathCheck(), new JavaCheck(), new JarCheck(),
				new NativeLibraryCheck(), new DirectoriesCheck(), AccessCheck.ofJar(), AccessCheck.ofJava(),
				AccessCheck.ofHome(), AccessCheck.ofLogs(), new EventSourceCheck(), new RecoveryCheck(),
				new DiskSpaceCheck(), new StateCheck(remedies), new ApplicationCheck(), new LogCheck());
	}

}
