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
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.winsvc.access.ServiceFiles;

/**
 * Is the Java of the service still there, and new enough?
 */
final class JavaCheck implements Check {

	private static final int LEAST = 17;

	private static final Pattern FEATURE = Pattern.compile("(?:1\\.)?(\\d{1,4})(?:\\D.*)?");

	private static final String AGAIN = "Install the service again with the Java that it shall run on:\n"
			+ "\"<java home>\\bin\\java.exe\" -jar <application>.jar --winsvc.install";

	@Override
	public String name() {
		return "Java";
	}

	@Override
	public boolean suits(Relation relation) {
		return relation != Relation.FOREIGN;
	}

	@Override
	public Diagnosis examine(Subject subject) throws IOException {
		String text = subject.java();
		Path java = Places.path(text).orElse(null);
		if (java == null || !Places.exists(java)) {
			return Diagnosis.fail(text + " does not exist", AGAIN);
		}
		Optional<String> version = version(ServiceFiles.javaHome(java));
		if (version.isEmpty()) {
			return Diagnosis.notChecked("the version of %s, which has no file 'release'".formatted(text), null);
		}
		if (feature(version.get()) < LEAST) {
			return Diagnosis.fail("%s is Java %s, too old: the service needs %d".formatted(text, version.get(), LEAST),
					AGAIN);
		}
		return Diagnosis.ok("%s at %s".formatted(version.get(), text) + other(subject, text));
	}

	private String other(Subject subject, String text) {
		boolean same = subject.application().jvm().java().toString().equalsIgnoreCase(text);
		return same ? "" : "\nthis command runs on another one, %s at %s"
			.formatted(subject.surroundings().platform().javaVersion(), subject.application().jvm().java());
	}

	private Optional<String> version(Path home) throws IOException {
		Path release = home.resolve("release");
		if (!Places.exists(release)) {
			return Optional.empty();
		}
		Properties properties = new Properties();
		try (Reader reader = Files.newBufferedReader(release)) {
			properties.load(reader);
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
		return Optional.ofNullable(properties.getProperty("JAVA_VERSION"))
			.map((version) -> version.replace("\"", "").strip())
			.filter((version) -> FEATURE.matcher(version).matches());
	}

	private int feature(String version) {
		Matcher matcher = FEATURE.matcher(version);
		return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
	}

}
