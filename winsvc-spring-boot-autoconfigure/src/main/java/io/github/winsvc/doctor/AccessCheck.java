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
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.winsvc.launch.ServiceHome;
import io.github.winsvc.scm.ServiceSetting.Account;

/**
 * Who may write to files that the service runs, or reads and writes? Whoever may has the
 * rights of the service.
 */
final class AccessCheck implements Check {

	private final String name;

	private final Status severity;

	private final boolean beforeInstall;

	private final Function<Subject, List<Path>> paths;

	private AccessCheck(String name, Status severity, boolean beforeInstall, Function<Subject, List<Path>> paths) {
		this.name = name;
		this.severity = severity;
		this.beforeInstall = beforeInstall;
		this.paths = paths;
	}

	static AccessCheck ofJar() {
		return new AccessCheck("access to the jar", Status.FAIL, true,
				(subject) -> Places.path(subject.jar())
					.map((jar) -> List.of(Places.parent(jar), jar))
					.orElse(List.of()));
	}

	static AccessCheck ofJava() {
		return new AccessCheck("access to Java", Status.FAIL, true,
				(subject) -> Places.path(subject.java()).map(AccessCheck::javaFiles).orElse(List.of()));
	}

	private static List<Path> javaFiles(Path java) {
		Path home = Places.javaHome(java);
		return Stream.of(home, Places.parent(java), java, home.resolve("lib"), home.resolve("lib").resolve("modules"))
			.distinct()
			.toList();
	}

	static AccessCheck ofHome() {
		return new AccessCheck("access to the home", Status.FAIL, false, (subject) -> {
			ServiceHome home = subject.home();
			Stream<Path> library = subject.option("-Djna.boot.library.path=")
				.flatMap(Places::path)
				.stream()
				.flatMap((directory) -> Stream.of(directory, directory.resolve("jnidispatch.dll")));
			return Stream.concat(Stream.of(home.directory(), home.nativeLibraries()), library).distinct().toList();
		});
	}

	static AccessCheck ofLogs() {
		return new AccessCheck("access to logs and data", Status.WARN, false, (subject) -> {
			subject.registration();
			return List.of(subject.home().logs(), subject.home().data());
		});
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public boolean suits(Relation relation) {
		return Check.super.suits(relation) || (this.beforeInstall && relation == Relation.ABSENT);
	}

	@Override
	public Diagnosis examine(Subject subject) throws IOException {
		Map<Path, List<String>> writers = new LinkedHashMap<>();
		List<String> denied = new ArrayList<>();
		for (Path path : this.paths.apply(subject)) {
			try {
				if (Places.exists(path)) {
					writers.put(path, writers(subject, path));
				}
			}
			catch (AccessDeniedException ex) {
				denied.add(String.valueOf(ex.getFile()));
			}
		}
		boolean loose = writers.values().stream().anyMatch((accounts) -> !accounts.isEmpty());
		if (loose) {
			return problem(writers, denied);
		}
		if (!denied.isEmpty()) {
			return Diagnosis.notChecked("access denied to " + String.join(", ", denied), Doctor.ELEVATE);
		}
		return writers.isEmpty() ? Diagnosis.notChecked("there are no such files", null) : Diagnosis
			.ok("nobody may write but administrators" + ((this.severity == Status.WARN) ? " and the service" : ""));
	}

	private List<String> writers(Subject subject, Path path) throws IOException {
		List<String> all = subject.surroundings()
			.inspection()
			.otherWriters(path, subject.name())
			.orElseThrow(() -> new NotCheckedException(
					"the file system of %s keeps no access control lists".formatted(path)));
		return all.stream().filter((account) -> !isAccountOfService(subject, account)).toList();
	}

	/**
	 * The service may write to its own directories alone.
	 */
	private boolean isAccountOfService(Subject subject, String account) {
		Optional<String> own = (this.severity != Status.WARN) ? Optional.empty()
				: subject.registration().settings().find(Account.class).map(Account::value);
		return own.filter((value) -> uniform(value).equalsIgnoreCase(uniform(account))).isPresent();
	}

	private String uniform(String account) {
		return account.substring(account.lastIndexOf('\\') + 1).replace(" ", "");
	}

	private Diagnosis problem(Map<Path, List<String>> writers, List<String> denied) {
		List<String> details = new ArrayList<>();
		List<String> remedies = new ArrayList<>();
		remedies.add("Let them read only, from an elevated command prompt:");
		writers.forEach((path, accounts) -> {
			if (!accounts.isEmpty()) {
				details.add("%s can be written by %s".formatted(path, String.join(", ", accounts)));
				remedies.addAll(commands(path, accounts));
			}
		});
		if (!denied.isEmpty()) {
			details.add("not checked: access denied to " + String.join(", ", denied));
		}
		return new Diagnosis(this.severity, String.join("\n", details), String.join("\n", remedies));
	}

	/**
	 * A right that is inherited can be replaced only once it is the file's own. Someone
	 * who owns the file could take it back. The asterisk marks the SID of Administrators,
	 * whose name depends on the language.
	 */
	private List<String> commands(Path path, List<String> accounts) {
		List<String> commands = new ArrayList<>();
		commands.add("icacls \"%s\" /setowner *S-1-5-32-544".formatted(path));
		commands.add("icacls \"%s\" /inheritance:d".formatted(path));
		for (String account : accounts) {
			String who = account.matches("S-1-[\\d-]+") ? "*" + account : account;
			String rights = Files.isDirectory(path) ? "(OI)(CI)(RX)" : "(RX)";
			commands.add("icacls \"%s\" /grant:r \"%s:%s\"".formatted(path, who, rights));
		}
		return commands;
	}

}
