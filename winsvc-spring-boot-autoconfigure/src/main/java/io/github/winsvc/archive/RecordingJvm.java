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

package io.github.winsvc.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import io.github.winsvc.launch.ArchiveMethod;
import org.jspecify.annotations.Nullable;

/**
 * The JVM of this process as an archive sees it.
 */
interface RecordingJvm {

	/**
	 * Return the way in which this JVM makes archives.
	 * @return the way, {@code null} if it makes none
	 */
	@Nullable ArchiveMethod method();

	/**
	 * Return the version of Java, for people to read.
	 */
	String version();

	/**
	 * Return the options with which this JVM was started.
	 */
	List<String> options();

	/**
	 * Whether this JVM takes classes from the archive that its options name.
	 * @param method how the archive was made
	 */
	boolean usesArchive(ArchiveMethod method);

	/**
	 * Write down which classes this JVM has loaded by now, a name a line.
	 * @param list the file to write
	 * @throws BuildFailedException if the JVM does not tell
	 * @throws IOException if the file cannot be written
	 */
	void writeLoadedClasses(Path list) throws BuildFailedException, IOException;

	/**
	 * Have what was recorded written, which ends the recording.
	 * @throws BuildFailedException if the JVM does not do so
	 */
	void endRecording() throws BuildFailedException;

	/**
	 * Return on what an archive depends: the same text means that it still fits.
	 */
	String fingerprint();

}
