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
import java.util.Optional;
import java.util.function.Function;

import io.github.winsvc.access.ServiceFile;
import io.github.winsvc.access.ServiceFiles;
import io.github.winsvc.access.WritableFile;
import io.github.winsvc.access.WriteAccess;
import io.github.winsvc.launch.ServiceHome;
import io.github.winsvc.scm.FileRole;
import io.github.winsvc.scm.ServiceSetting.Account;

/**
 * Who may write to files that the service runs, or reads and writes? Whoever may has the
 * rights of the service.
 */
final class AccessCheck implements Check {

	private final String name;

	private final Status severity;

	private final boolean beforeInstall;

	private final Function<Subject, List<ServiceFile>> files;

	private AccessCheck(String name, Status severity, boolean beforeInstall,
			Function<Subject, List<ServiceFile>> files) {
		this.name = name;
		this.severity = severity;
		this.beforeInstall = beforeInstall;
		this.files = files;
	}

	static AccessCheck ofJar() {
		return new AccessCheck("access to the jar", Status.FAIL, true, AccessCheck::jars);
	}

	private static List<ServiceFile> jars(Subject subject) {
		List<ServiceFile> files = new ArrayList<>(
				Places.path(subject.source()).map(ServiceFiles::ofJar).orElse(List.of()));
		subject.layout().map(ServiceFiles::ofLayout).ifPresent(files::addAll);
		return files;
	}

	static AccessCheck ofJava() {
		return new AccessCheck("access to Java", Status.FAIL, true,
				(subject) -> Places.path(subject.java()).map(ServiceFiles::ofJava).orElse(List.of()));
	}

	static AccessCheck ofHome() {
		return new AccessCheck("access to the home", Status.FAIL, false, (subject) -> {
			ServiceHome home = subject.home();
			return ServiceFiles.ofHome(home,
					subject.option("-Djna.boot.library.path=").flatMap(Places::path).orElse(home.nativeLibraries()));
		});
	}

	static AccessCheck ofLogs() {
		return new AccessCheck("access to logs and data", Status.WARN, false, (subject) -> {
			subject.registration();
			return ServiceFiles.ofData(subject.home());
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
		WriteAccess access = WriteAccess.to(this.files.apply(subject), subject.surroundings().inspection(),
				subject.name());
		List<WritableFile> writable = access.writable()
			.stream()
			.flatMap((file) -> withoutService(subject, file).stream())
			.toList();
		if (!writable.isEmpty()) {
			return problem(severity(subject), writable, access.hidden());
		}
		if (!access.unprotected().isEmpty()) {
			throw new NotCheckedException(
					"the file system of %s keeps no access control lists".formatted(access.unprotected().get(0)));
		}
		if (!access.hidden().isEmpty()) {
			return Diagnosis.notChecked(denied(access.hidden()), Doctor.ELEVATE);
		}
		if (access.seen() == 0) {
			return Diagnosis.notChecked("there are no such files", null);
		}
		return Diagnosis
			.ok("nobody may write but administrators" + ((this.severity == Status.WARN) ? " and the service" : ""));
	}

	/**
	 * What an operator allowed explicitly is no failure.
	 */
	private Status severity(Subject subject) {
		return subject.application().security().allowWritableFiles() ? Status.WARN : this.severity;
	}

	/**
	 * The account of the service may write to its own directories alone.
	 */
	private Optional<WritableFile> withoutService(Subject subject, WritableFile file) {
		if (file.file().role() != FileRole.DATA) {
			return Optional.of(file);
		}
		String own = subject.registration().settings().find(Account.class).map(Account::value).orElse("");
		List<String> others = file.accounts()
			.stream()
			.filter((account) -> !uniform(account).equalsIgnoreCase(uniform(own)))
			.toList();
		return others.isEmpty() ? Optional.empty() : Optional.of(new WritableFile(file.file(), others));
	}

	private String uniform(String account) {
		return account.substring(account.lastIndexOf('\\') + 1).replace(" ", "");
	}

	private Diagnosis problem(Status status, List<WritableFile> writable, List<Path> hidden) {
		List<String> details = new ArrayList<>(writable.stream().map(WritableFile::text).toList());
		if (!hidden.isEmpty()) {
			details.add("not checked: " + denied(hidden));
		}
		List<String> remedies = new ArrayList<>();
		List<String> commands = writable.stream().map(WritableFile::commands).flatMap(List::stream).toList();
		if (!commands.isEmpty()) {
			remedies.add("Let them read only, from an elevated command prompt:");
			remedies.addAll(commands);
		}
		if (writable.stream().anyMatch((file) -> file.commands().isEmpty())) {
			remedies
				.add("Where others may rename what is in a directory, move it below C:\\Program Files, then install "
						+ "it again.");
		}
		return new Diagnosis(status, String.join("\n", details), String.join("\n", remedies));
	}

	private String denied(List<Path> hidden) {
		return "access denied to " + String.join(", ", hidden.stream().map(Path::toString).toList());
	}

}
