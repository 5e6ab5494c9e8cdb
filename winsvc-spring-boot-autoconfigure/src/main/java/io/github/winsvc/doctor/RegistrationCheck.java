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

import io.github.winsvc.launch.ApplicationArchive;
import org.jspecify.annotations.Nullable;

/**
 * Is there a service, and is it one of winsvc?
 */
final class RegistrationCheck implements Check {

	@Override
	public String name() {
		return "registration";
	}

	@Override
	public boolean suits(Relation relation) {
		return true;
	}

	@Override
	public Diagnosis examine(Subject subject) {
		return switch (subject.relation()) {
			case ABSENT -> Diagnosis.warn("not installed; this is what an install from here would meet",
					"Install it from an elevated command prompt with --winsvc.install, or name another service with "
							+ "--winsvc.name=<name>");
			case FOREIGN -> Diagnosis.fail("installed by another program",
					"Choose another name with --winsvc.name=<name>, or make this service yours with --winsvc.install "
							+ "--winsvc.adopt");
			case OURS -> ours(subject);
			case UNKNOWN -> unknown(subject.registered().problem());
		};
	}

	private Diagnosis ours(Subject subject) {
		ApplicationArchive archive = subject.application().archive();
		String directory = directory(subject.jar());
		if (archive == null || directory(archive.path().toString()).equalsIgnoreCase(directory)) {
			return Diagnosis.ok("installed by winsvc");
		}
		return Diagnosis.warn("installed by winsvc, from another directory: " + directory,
				"If this jar shall be the service: --winsvc.install --winsvc.adopt");
	}

	private String directory(String jar) {
		return jar.substring(0, Math.max(jar.lastIndexOf('\\'), jar.lastIndexOf('/')) + 1);
	}

	private Diagnosis unknown(@Nullable Diagnosis problem) {
		if (problem == null) {
			throw new NotCheckedException("the registration is not known");
		}
		return problem;
	}

}
