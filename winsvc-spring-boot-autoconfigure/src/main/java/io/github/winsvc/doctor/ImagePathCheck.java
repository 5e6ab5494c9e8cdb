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

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.winsvc.launch.SecretArgument;
import io.github.winsvc.launch.ServiceCommandLine;
import io.github.winsvc.launch.ServiceLaunch;

/**
 * Is the image path quoted, free of secrets, and does it have the options of winsvc?
 */
final class ImagePathCheck implements Check {

	private static final String AGAIN = "Install it again, which writes the image path anew: --winsvc.install";

	private static final Map<String, String> WANTED = Map.of("--enable-native-access=ALL-UNNAMED",
			"Java warns or refuses when JNA is used", ServiceLaunch.EXIT_STATUS,
			"the SCM does not hear the exit code of System.exit");

	@Override
	public String name() {
		return "image path";
	}

	@Override
	public boolean suits(Relation relation) {
		return relation != Relation.ABSENT;
	}

	@Override
	public Diagnosis examine(Subject subject) {
		subject.registration();
		List<Diagnosis> problems = new ArrayList<>();
		quotation(subject, problems);
		if (subject.relation() != Relation.FOREIGN) {
			options(subject.commandLine(), problems);
		}
		return problems.isEmpty() ? Diagnosis.ok("quoted where it must be") : Diagnosis.of(problems);
	}

	private void quotation(Subject subject, List<Diagnosis> problems) {
		String imagePath = subject.registered().imagePath().strip();
		int end = imagePath.toLowerCase(Locale.ROOT).indexOf(".exe");
		boolean blank = end != -1 && imagePath.substring(0, end).indexOf(' ') != -1;
		if (blank && !imagePath.startsWith("\"")) {
			problems.add(Diagnosis.fail(
					"the path of the program is not quoted, so Windows may run another one: "
							+ imagePath.substring(0, imagePath.indexOf(' ')) + ".exe",
					(subject.relation() == Relation.FOREIGN)
							? "Have the program that installed it quote the path, or do so with sc.exe config."
							: AGAIN));
		}
	}

	private void options(ServiceCommandLine commandLine, List<Diagnosis> problems) {
		List<String> options = commandLine.options();
		if (!options.contains("-Xrs")) {
			problems.add(Diagnosis.fail("-Xrs is missing: the JVM ends by itself when Windows shuts down", AGAIN));
		}
		options.stream()
			.filter((option) -> option.startsWith("@"))
			.map((option) -> option.substring(1))
			.filter((file) -> Places.path(file).filter(Files::notExists).isPresent())
			.forEach((file) -> problems.add(Diagnosis.fail(file + " is missing, and Java does not start without it",
					"Have it written anew: --winsvc.update")));
		WANTED.forEach((option, consequence) -> {
			if (!options.contains(option)) {
				problems.add(Diagnosis.warn(option + " is missing: " + consequence, AGAIN));
			}
		});
		List<String> parts = new ArrayList<>(options);
		parts.addAll(commandLine.arguments());
		SecretArgument.find(parts)
			.ifPresent((secret) -> problems.add(Diagnosis.fail(
					"'%s' looks like a secret, and every user of this machine can read it".formatted(secret),
					"Put it into a configuration file that only the account of the service can read, change the secret, "
							+ "and install again without it.")));
	}

}
