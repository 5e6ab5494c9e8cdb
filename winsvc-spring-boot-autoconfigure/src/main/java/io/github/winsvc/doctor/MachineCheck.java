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

import java.io.IOException;
import java.util.Locale;
import java.util.Set;

/**
 * Is there a library of JNA for this machine?
 */
final class MachineCheck implements Check {

	private static final Set<String> X64 = Set.of("amd64", "x86_64");

	@Override
	public String name() {
		return "machine";
	}

	@Override
	public boolean suits(Relation relation) {
		return true;
	}

	@Override
	public Diagnosis examine(Subject subject) {
		Platform platform = subject.surroundings().platform();
		String machine = "%s, %s, Java %s".formatted(platform.system(), platform.architecture(),
				platform.javaVersion());
		try {
			subject.surroundings().nativeLibrary();
		}
		catch (IOException ex) {
			return Diagnosis.fail(machine + "\n" + ex.getMessage(), "Use a Java for x64.");
		}
		return X64.contains(platform.architecture().toLowerCase(Locale.ROOT)) ? Diagnosis.ok(machine)
				: Diagnosis.warn(machine + "\nwinsvc is made for x64, and has never been tried on this architecture",
						"Use a Java for x64.");
	}

}
