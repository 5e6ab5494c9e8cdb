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
import java.util.List;
import java.util.stream.Stream;

import io.github.winsvc.launch.ServiceHome;

/**
 * Is there room for logs and data?
 */
final class DiskSpaceCheck implements Check {

	private static final long MEGABYTE = 1024 * 1024;

	private static final long FAIL_BELOW = 100 * MEGABYTE;

	private static final long WARN_BELOW = 1024 * MEGABYTE;

	@Override
	public String name() {
		return "disk space";
	}

	@Override
	public boolean suits(Relation relation) {
		return relation != Relation.FOREIGN;
	}

	@Override
	public Diagnosis examine(Subject subject) throws IOException {
		ServiceHome home = subject.home();
		Diagnosis ofHome = examine(subject, home.directory());
		if (home.logs().startsWith(home.directory())) {
			return ofHome;
		}
		Diagnosis ofLogs = examine(subject, home.logs());
		List<Diagnosis> problems = Stream.of(ofHome, ofLogs).filter((one) -> one.status() != Status.OK).toList();
		return problems.isEmpty() ? Diagnosis.ok(ofHome.detail() + "\n" + ofLogs.detail()) : Diagnosis.of(problems);
	}

	private Diagnosis examine(Subject subject, Path wanted) throws IOException {
		Path directory = wanted.toAbsolutePath();
		while (!Places.exists(directory) && directory.getParent() != null) {
			directory = directory.getParent();
		}
		long space = subject.surroundings().usableSpace(directory);
		String detail = "%d MB free for %s".formatted(space / MEGABYTE, wanted);
		String remedy = "Make room on this volume, or let the application keep fewer logs.";
		return (space < FAIL_BELOW) ? Diagnosis.fail(detail, remedy)
				: (space < WARN_BELOW) ? Diagnosis.warn(detail, remedy) : Diagnosis.ok(detail);
	}

}
