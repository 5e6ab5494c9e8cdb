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

import java.util.ArrayList;
import java.util.List;

import io.github.winsvc.launch.ApplicationArchive;
import io.github.winsvc.launch.ConfiguredLaunch;
import io.github.winsvc.launch.SecretArgument;
import org.jspecify.annotations.Nullable;

/**
 * Is there a service, is it one of winsvc, and does it run this jar as it is configured?
 */
final class RegistrationCheck implements Check {

	private static final String UPDATE = "Bring the registration up to date with --winsvc.update, the JVM options and "
			+ "the arguments that it shall have. Then restart the service: --winsvc.restart";

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
		String directory = directory(subject.source());
		if (archive != null && !directory(archive.path().toString()).equalsIgnoreCase(directory)) {
			return Diagnosis.warn("installed by winsvc, from another directory: " + directory,
					"If this jar shall be the service: --winsvc.install --winsvc.adopt");
		}
		List<Diagnosis> problems = new ArrayList<>();
		if (archive != null && !subject.runsThisJar()) {
			problems.add(Diagnosis.warn("installed by winsvc, for another jar: " + subject.source(), UPDATE));
		}
		ConfiguredLaunch missing = subject.application().configured().missingFrom(subject.commandLine());
		missing.options().forEach((option) -> problems.add(missing("JVM option", option)));
		missing.arguments().forEach((argument) -> problems.add(missing("argument", argument)));
		return problems.isEmpty() ? Diagnosis.ok("installed by winsvc") : Diagnosis.of(problems);
	}

	/**
	 * What looks like a secret is named without its value.
	 */
	private static Diagnosis missing(String kind, String part) {
		return Diagnosis.warn("the configured %s '%s' is missing in the image path".formatted(kind,
				SecretArgument.find(List.of(part)).orElse(part)), UPDATE);
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
