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

package io.github.winsvc.launch;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * The ways to prepare classes for the next start of a JVM.
 *
 * @since 0.1.0
 */
public enum ArchiveMethod {

	/** A list of classes, from which a process of its own makes an archive. */
	CLASS_LIST("jsa", "lst") {

		@Override
		List<String> recording(String file) {
			return List.of("-XX:DumpLoadedClassList=" + file);
		}

		@Override
		List<String> using(String file) {
			return List.of("-XX:SharedArchiveFile=" + file);
		}

	},

	/**
	 * The classes that the JVM has loaded when the archive is built: a process of its own
	 * loads them too, from the same jar. It alone can archive classes in a jar of Spring
	 * Boot, as the JVM compares the bytes of each. Nothing is recorded.
	 */
	LOADED_CLASSES("jsa", "lst") {

		@Override
		List<String> recording(String file) {
			return List.of();
		}

		@Override
		List<String> using(String file) {
			return CLASS_LIST.using(file);
		}

	},

	/**
	 * An ahead-of-time cache. It starts faster still, but the JVM stands still for
	 * seconds while it writes from what the cache is built, be it when it is told to or
	 * at its end.
	 */
	AOT_CACHE("aot", "aotconf") {

		@Override
		List<String> recording(String file) {
			return List.of(IGNORE, "-XX:AOTMode=record", "-XX:AOTConfiguration=" + file);
		}

		@Override
		List<String> using(String file) {
			return List.of(IGNORE, "-XX:AOTCache=" + file);
		}

	};

	/**
	 * Lets an older JVM start that takes the place of the one for which the options were
	 * written.
	 */
	private static final String IGNORE = "-XX:+IgnoreUnrecognizedVMOptions";

	private static final int FIRST_WITH_AOT_CACHE = 25;

	private final String archiveExtension;

	private final String recordingExtension;

	ArchiveMethod(String archiveExtension, String recordingExtension) {
		this.archiveExtension = archiveExtension;
		this.recordingExtension = recordingExtension;
	}

	/**
	 * Return the way of this JVM.
	 * @param inPlace whether the classes are in a jar that is run as it is
	 * @param aotCache whether an ahead-of-time cache is wanted, if there can be one
	 * @return the way, empty if the JVM is none of HotSpot
	 */
	public static Optional<ArchiveMethod> ofThisJvm(boolean inPlace, boolean aotCache) {
		try {
			MBeanServer server = ManagementFactory.getPlatformMBeanServer();
			ObjectName commands = new ObjectName("com.sun.management:type=DiagnosticCommand");
			if (!server.isRegistered(commands)) {
				return Optional.empty();
			}
			if (inPlace) {
				return Optional.of(LOADED_CLASSES);
			}
			boolean endsRecording = Arrays.stream(server.getMBeanInfo(commands).getOperations())
				.anyMatch((operation) -> operation.getName().equals("aotEndRecording"));
			return Optional.of((aotCache && endsRecording && Runtime.version().feature() >= FIRST_WITH_AOT_CACHE)
					? AOT_CACHE : CLASS_LIST);
		}
		catch (JMException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Return how the files of archives end.
	 * @return the extension without a dot
	 */
	public String archiveExtension() {
		return this.archiveExtension;
	}

	/**
	 * Return how the files of recordings end.
	 * @return the extension without a dot
	 */
	public String recordingExtension() {
		return this.recordingExtension;
	}

	/**
	 * Return the options with which a JVM records.
	 * @param file the file of the recording
	 * @return the options, none if nothing has to be recorded
	 */
	public List<String> recording(Path file) {
		return recording(text(file));
	}

	abstract List<String> recording(String file);

	/**
	 * Return the options with which a JVM uses an archive.
	 * @param file the archive, which must exist: without it the JVM starts slower than
	 * without the options
	 * @return the options
	 */
	public List<String> using(Path file) {
		return using(text(file));
	}

	abstract List<String> using(String file);

	private static String text(Path file) {
		return ArgumentFile.text(file);
	}

}
