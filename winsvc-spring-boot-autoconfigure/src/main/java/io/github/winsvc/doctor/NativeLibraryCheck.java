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
import java.util.Optional;

import io.github.winsvc.launch.NativeLibrary;

/**
 * Is the library of JNA where the service looks for it, and the right one?
 */
final class NativeLibraryCheck implements Check {

	private static final String AGAIN = "Install the service again, which writes the library: --winsvc.install, then "
			+ "--winsvc.restart";

	@Override
	public String name() {
		return "native library";
	}

	@Override
	public Diagnosis examine(Subject subject) throws IOException {
		Optional<String> option = subject.option("-Djna.boot.library.path=");
		if (option.isEmpty()) {
			return Diagnosis.warn("the image path names no directory, so JNA unpacks its library at each start", AGAIN);
		}
		Path directory = Places.path(option.get()).orElse(null);
		if (directory == null || !Places.exists(directory.resolve(NativeLibrary.FILE_NAME))) {
			return Diagnosis.fail("there is no jnidispatch.dll in " + option.get(), AGAIN);
		}
		if (!subject.runsThisJar()) {
			return Diagnosis.notChecked(
					"whether it is that of the jar, because this command runs another one; it is in " + directory,
					"Run --winsvc.doctor with the jar of the service.");
		}
		return subject.surroundings().nativeLibrary().isIn(directory) ? Diagnosis.ok("in " + directory)
				: Diagnosis.fail("jnidispatch.dll in %s is not that of the jar".formatted(directory), AGAIN);
	}

}
