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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipException;

import io.github.winsvc.launch.ApplicationLayout;

/**
 * Is the jar of the service still there, does it hold winsvc, and is it the one that
 * runs?
 */
final class JarCheck implements Check {

	private static final String MODULE = "winsvc-spring-boot-autoconfigure";

	private static final String PACKAGE = "io/github/winsvc/";

	private static final String BUILD = "Build an executable jar with winsvc-spring-boot-starter among its "
			+ "dependencies, and put it there.";

	@Override
	public String name() {
		return "jar";
	}

	@Override
	public boolean suits(Relation relation) {
		return relation != Relation.FOREIGN;
	}

	@Override
	public Diagnosis examine(Subject subject) throws IOException {
		if (subject.relation() == Relation.ABSENT && subject.application().archive() == null) {
			return Diagnosis.fail("this application was started from an IDE or a directory of classes",
					"Build the jar and run: java -jar <application>.jar --winsvc.install");
		}
		String text = subject.jar();
		Path jar = Places.path(text).orElse(null);
		if (jar == null || !Places.exists(jar)) {
			return Diagnosis.fail(text + " does not exist",
					"Put the jar back, or install the service again from where the jar is now: --winsvc.install "
							+ "--winsvc.adopt");
		}
		if (!Files.isRegularFile(jar)) {
			return Diagnosis.fail(text + " is no file", BUILD);
		}
		if (!Files.isReadable(jar)) {
			return Diagnosis.notChecked("access denied to " + text, Doctor.ELEVATE);
		}
		Optional<Diagnosis> problem = content(jar);
		if (problem.isEmpty() && subject.layout().isPresent()) {
			problem = change(subject.layout().get());
		}
		return problem.orElseGet(() -> age(subject, jar, text));
	}

	private Optional<Diagnosis> content(Path path) throws IOException {
		try (JarFile jar = new JarFile(path.toFile())) {
			Manifest manifest = jar.getManifest();
			if (manifest == null || !manifest.getMainAttributes().containsKey(Attributes.Name.MAIN_CLASS)) {
				return Optional.of(Diagnosis.fail(path + " is no executable jar", BUILD));
			}
			String classPath = String.valueOf(manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH));
			boolean present = classPath.contains(MODULE) || jar.stream()
				.anyMatch((entry) -> entry.getName().contains("/" + MODULE) || entry.getName().startsWith(PACKAGE));
			return present ? Optional.empty() : Optional.of(Diagnosis.fail(path + " does not hold winsvc", BUILD));
		}
		catch (ZipException ex) {
			return Optional.of(Diagnosis.fail("%s is damaged: %s".formatted(path, ex.getMessage()), BUILD));
		}
	}

	private Optional<Diagnosis> change(ApplicationLayout layout) throws IOException {
		Path source = layout.source();
		if (!Files.isReadable(source)) {
			return Places.exists(source)
					? Optional.of(Diagnosis.notChecked("access denied to " + source, Doctor.ELEVATE))
					: Optional.of(Diagnosis.warn(source + " does not exist, the service goes on with its layout",
							"Put a jar there, then bring it in: --winsvc.update"));
		}
		return layout.isOfSource() ? Optional.empty()
				: Optional.of(Diagnosis.warn(source + " has changed since it was laid out",
						"Bring it in with --winsvc.update, then restart the service: --winsvc.restart"));
	}

	private Diagnosis age(Subject subject, Path jar, String text) {
		Instant begin = Optional.ofNullable(subject.registered().process())
			.filter((process) -> process.processId() != 0)
			.flatMap((process) -> subject.surroundings().beginOf(process.processId()))
			.orElse(null);
		boolean replaced = begin != null && jar.toFile().lastModified() > begin.toEpochMilli();
		return replaced ? Diagnosis.warn(
				"%s is newer than the process of the service, which began at %s".formatted(text, begin),
				"Restart the service so that the new jar is used: --winsvc.restart") : Diagnosis.ok(text);
	}

}
