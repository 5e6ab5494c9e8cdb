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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.winsvc.launch.ServiceHome;

/**
 * Are the directories of the service there?
 */
final class DirectoriesCheck implements Check {

	@Override
	public String name() {
		return "directories";
	}

	@Override
	public Diagnosis examine(Subject subject) throws IOException {
		subject.registration();
		ServiceHome home = subject.home();
		List<String> missing = new ArrayList<>();
		for (Path directory : List.of(home.directory(), home.logs(), home.data())) {
			if (!Places.exists(directory)) {
				missing.add(directory + " does not exist");
			}
		}
		return missing.isEmpty() ? Diagnosis.ok(places(home)) : Diagnosis.fail(String.join("\n", missing),
				"Install the service again, which creates and protects them: --winsvc.install");
	}

	private static String places(ServiceHome home) {
		return home.logs().startsWith(home.directory()) ? "logs and data in " + home.directory()
				: "data in %s\nlogs in %s".formatted(home.directory(), home.logs());
	}

}
