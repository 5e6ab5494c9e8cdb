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

package io.github.winsvc.migrate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.github.winsvc.launch.RunningJvm;
import io.github.winsvc.launch.ServiceLaunch;
import io.github.winsvc.scm.ServiceName;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is carried over and what is not. No secret gets past it.
 */
final class MigrationBuilder {

	private static final List<String> ORDER = List.of("name", "display-name", "description", "start-type",
			"dependencies", "group", "account", "service-sid-type", "recovery", "environment", "security-descriptor",
			"jvm-options", "arguments", "working-directory", "priority", "stop", "preshutdown-timeout");

	private static final Set<String> PRIORITIES = Set.of("idle", "below-normal", "above-normal", "high");

	private static final List<String> SET_BY_INSTALL = List.of("-Xrs", "--enable-native-access=ALL-UNNAMED",
			ServiceLaunch.EXIT_STATUS);

	private final String source;

	private final Map<String, Object> properties = new LinkedHashMap<>();

	private final List<NotCarried> notCarried = new ArrayList<>();

	private @Nullable String service;

	private @Nullable JavaLaunch launch;

	MigrationBuilder(String source) {
		this.source = source;
	}

	void notCarried(String what, String why, String remedy) {
		NotCarried item = new NotCarried(what, why, remedy);
		if (!this.notCarried.contains(item)) {
			this.notCarried.add(item);
		}
	}

	/**
	 * Set a property whose value is no secret, such as one that Windows shows everyone.
	 */
	void set(String property, Object value) {
		this.properties.put("winsvc." + property, value);
	}

	/**
	 * Set a property unless its value is blank or a secret.
	 * @param what the setting in the source
	 */
	void text(String property, String what, String value) {
		if (Secrets.isIn(value)) {
			secret(what);
		}
		else if (!value.isBlank()) {
			set(property, value.strip());
			variables(property, List.of(value));
		}
	}

	void name(String name) {
		try {
			this.service = new ServiceName(name).value();
			set("name", name);
		}
		catch (IllegalArgumentException ex) {
			notCarried("the name", String.valueOf(ex.getMessage()), "Choose another with winsvc.name.");
		}
	}

	void displayName(String displayName) {
		if (!displayName.equals(this.service)) {
			set("display-name", oneLine(displayName));
		}
	}

	void description(String description) {
		if (!description.isBlank()) {
			set("description", oneLine(description));
		}
	}

	private static String oneLine(String text) {
		return text.strip().replaceAll("\\s+", " ");
	}

	void startType(String startType) {
		if (!startType.equals("auto")) {
			set("start-type", startType);
		}
	}

	/**
	 * Carry over a priority as the source writes it: {@code belownormal},
	 * {@code below_normal}.
	 */
	void priority(String what, String priority) {
		String plain = priority.strip()
			.toLowerCase(Locale.ROOT)
			.replaceFirst("_priority_class$", "")
			.replaceFirst("^(below|above)[_-]?normal$", "$1-normal");
		if (PRIORITIES.contains(plain)) {
			set("priority", plain);
		}
		else if (!plain.equals("normal")) {
			notCarried(what, "The service can have no such priority.",
					"Set winsvc.priority, such as high, if it needs one: most do not.");
		}
	}

	void logDirectory(String what) {
		notCarried(what, "Logs go to the home of the service: %ProgramData%\\winsvc\\<name>\\logs.",
				"To have them elsewhere, set logging.file.name and let the account of the service write there.");
	}

	void securityDescriptor(String what, String sddl) {
		if (sddl.strip().matches("(?i)D:[A-Z]*(\\([^()]+\\))*\\(A;[^()]*;BA\\)(\\([^()]+\\))*")) {
			set("security-descriptor", sddl.strip());
		}
		else {
			notCarried(what, "Only a list of who may do what is taken, D:(...), that lets administrators (BA) in.",
					"Write such a list into winsvc.security-descriptor.");
		}
	}

	void environment(String what, String name, String value) {
		if (Secrets.isName(name) || Secrets.isIn(value)) {
			secret(what + " " + name);
		}
		else if (!name.matches("[^=%\\[\\]\\p{Cntrl}]+")) {
			notCarried(what, "A name of a variable cannot be written as a property.",
					"Rename the variable in the application.");
		}
		else {
			set("environment[" + name + "]", value);
			variables("environment[" + name + "]", List.of(value));
		}
	}

	/**
	 * Carry over a list of variables such as {@code NAME=value}.
	 */
	void environment(String what, List<String> assignments) {
		for (String assignment : assignments) {
			int equals = assignment.indexOf('=');
			if (equals > 0) {
				environment(what, assignment.substring(0, equals), assignment.substring(equals + 1));
			}
		}
	}

	/**
	 * Carry over how the application is started.
	 * @param launched the command line as it stands in the source
	 * @param workingDirectory where it runs, empty if that is not known
	 */
	void launch(JavaLaunch launched, String workingDirectory) {
		List<String> options = options(launched.options());
		List<String> arguments = withoutSecrets("argument", launched.arguments());
		String jar = WindowsPaths.resolve(workingDirectory, launched.jar());
		this.launch = new JavaLaunch(launched.java(), options, jar, arguments);
		list("jvm-options", options);
		list("arguments", arguments);
		if (!workingDirectory.isEmpty() && !WindowsPaths.same(workingDirectory, WindowsPaths.directory(jar))) {
			text("working-directory", "the working directory", workingDirectory);
		}
	}

	private void list(String property, List<String> parts) {
		if (!parts.isEmpty()) {
			set(property, parts);
			variables(property, parts);
		}
	}

	private List<String> options(List<String> options) {
		List<String> kept = new RunningJvm(Path.of("java"), options).keptOptions();
		List<String> carried = new ArrayList<>();
		for (String option : options) {
			if (option.startsWith("@")) {
				notCarried("JVM option @<file>", "The options stand in a file of their own.",
						"Write them into winsvc.jvm-options.");
			}
			else if (kept.contains(option)) {
				carried.add(option);
			}
			else if (!SET_BY_INSTALL.contains(option)) {
				notCarried("JVM option " + Secrets.label(option), "A service is not started with it.",
						"Use it at the desk, see docs/install.md.");
			}
		}
		return withoutSecrets("JVM option", carried);
	}

	private List<String> withoutSecrets(String what, List<String> parts) {
		List<String> kept = new ArrayList<>();
		for (int i = 0; i < parts.size(); i++) {
			String part = parts.get(i);
			boolean announced = Secrets.announces(part) && i + 1 < parts.size() && !parts.get(i + 1).startsWith("-");
			if (announced || Secrets.isIn(part)) {
				secret(what + " " + Secrets.label(part));
				i += announced ? 1 : 0;
			}
			else {
				kept.add(part);
			}
		}
		return kept;
	}

	void secret(String what) {
		notCarried(what, "It looks like a secret, which is never printed.",
				"Put it into a configuration file that only the account of the service can read.");
	}

	private void variables(String property, List<String> texts) {
		texts.stream()
			.flatMap((text) -> Variables.in(text).stream())
			.distinct()
			.forEach((variable) -> notCarried(variable + " in winsvc." + property,
					"Nobody replaces variables there, and install refuses them in a command line.",
					"Write the value instead."));
		if (texts.stream().anyMatch((text) -> text.contains("${"))) {
			notCarried("${ in winsvc." + property, "Spring takes it for a placeholder.", "Write \\${ instead.");
		}
	}

	Migration build() {
		Map<String, Object> sorted = new LinkedHashMap<>();
		this.properties.keySet()
			.stream()
			.sorted(Comparator.comparingInt((name) -> ORDER.indexOf(name.split("[.\\[]")[1])))
			.forEach((name) -> sorted.put(name, this.properties.get(name)));
		return new Migration(this.source, this.service, sorted, this.launch, this.notCarried);
	}

}
