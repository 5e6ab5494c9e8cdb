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
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.winsvc.launch.ArchiveDirectory;
import io.github.winsvc.launch.ArchiveMethod;
import io.github.winsvc.launch.ArchiveRecord;
import io.github.winsvc.launch.ArchiveRecord.State;
import io.github.winsvc.launch.BuiltArchive;
import io.github.winsvc.launch.PatientWriter;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.log.LogMessage;

/**
 * Decides what becomes of the archive in one run of the service. The options of the next
 * start are switched last, when all that they name is there. For one thread.
 */
class ArchiveKeeper {

	private static final Log logger = LogFactory.getLog(ArchiveKeeper.class);

	private final ArchiveDirectory directory;

	private final RecordingJvm jvm;

	private final ArchiveBuilder builder;

	private final Clock clock;

	private final ArchiveFiles files;

	private ArchiveRecord record;

	private @Nullable Path recording;

	private @Nullable Path list;

	private boolean rebuilding;

	ArchiveKeeper(ArchiveDirectory directory, RecordingJvm jvm, ArchiveBuilder builder, Clock clock) {
		this.directory = directory;
		this.jvm = jvm;
		this.builder = builder;
		this.clock = clock;
		this.files = new ArchiveFiles(directory);
		this.record = ArchiveRecord.read(directory.record())
			.orElseGet(() -> ArchiveRecord.of(State.RECORDING, null, null));
		this.rebuilding = this.record.rebuilt();
	}

	/**
	 * Find out how this run was started, and see to it that the next one starts no slower
	 * than usual.
	 * @param enabled whether an archive is wanted
	 * @return whether one is to be built in this run
	 */
	boolean begin(boolean enabled) throws IOException {
		List<String> options = this.jvm.options();
		ArchiveMethod method = this.jvm.method();
		Path used = used(options);
		Path recorded = recorded(options);
		clean(used, recorded);
		String obstacle = enabled ? this.directory.obstacle(options, method).orElse(null)
				: "winsvc.archive.enabled is false";
		if (obstacle == null && used == null && recorded == null && this.directory.isSwitchedOn()) {
			obstacle = "the service was not started with " + this.directory.argument();
		}
		if (obstacle != null || method == null) {
			switchOff(obstacle);
			return false;
		}
		try {
			return (used != null) ? judge(method, used, used.equals(named(options, method.using(used))))
					: (recorded != null) ? record(method, recorded, options) : beginAnew(method);
		}
		catch (CharacterCodingException ex) {
			switchOff(this.directory.unreadable());
			return false;
		}
	}

	private @Nullable Path used(List<String> options) {
		Path list = this.directory.named(options, "-XX:SharedArchiveFile=");
		return (list != null) ? list : this.directory.named(options, "-XX:AOTCache=");
	}

	private @Nullable Path recorded(List<String> options) {
		Path list = this.directory.named(options, "-XX:DumpLoadedClassList=");
		return (list != null) ? list : this.directory.named(options, "-XX:AOTConfiguration=");
	}

	/**
	 * Return the file if the options are those of the method.
	 */
	private @Nullable Path named(List<String> options, List<String> expected) {
		String last = expected.get(expected.size() - 1);
		return options.containsAll(expected) ? this.directory.named(options, last.substring(0, last.indexOf('=') + 1))
				: null;
	}

	private void clean(@Nullable Path used, @Nullable Path recorded) throws IOException {
		Set<Path> kept = new HashSet<>();
		if (used != null) {
			kept.add(used);
		}
		if (recorded != null) {
			kept.add(recorded);
		}
		String name = this.record.list();
		Path list = (name != null) ? this.directory.path().resolve(name) : null;
		if (list != null && Files.isRegularFile(list)) {
			this.list = list;
			kept.add(list);
		}
		this.files.clean(kept);
	}

	private void switchOff(@Nullable String reason) throws IOException {
		switchOptions(List.of());
		write(ArchiveRecord.of(State.OFF, this.jvm.version(), reason));
		logger.debug(LogMessage.format("The JVM uses no archive of classes: %s", reason));
	}

	/**
	 * Judge the archive that this run was started with.
	 * @param known whether it is one for this JVM
	 */
	private boolean judge(ArchiveMethod method, Path used, boolean known) throws IOException {
		BuiltArchive archive = this.record.archive();
		String fingerprint = this.jvm.fingerprint();
		boolean accepted = known && this.jvm.usesArchive(method);
		boolean same = fingerprint.equals(this.record.fingerprint());
		if (accepted) {
			logger.info(LogMessage.format("The JVM uses the archive %s", used));
		}
		if (!same || archive == null || !archive.file().equals(used.getFileName().toString())) {
			this.rebuilding = false;
			return beginAnew(method, "Java, its options or the files of the application have changed");
		}
		if (!isIntact(archive, used)) {
			return beginAnew(method, "the file " + used.getFileName() + " is damaged");
		}
		if (accepted) {
			write(new ArchiveRecord(State.READY, this.jvm.version(), null, archive, fingerprint, this.record.list(),
					false));
			return false;
		}
		if (this.record.rebuilt()) {
			fail("the JVM did not accept what it had built itself");
			return false;
		}
		this.rebuilding = true;
		return beginAnew(method, "the JVM did not accept the archive");
	}

	private static boolean isIntact(BuiltArchive archive, Path file) throws IOException {
		return Files.isRegularFile(file) && Files.size(file) == archive.size()
				&& ArchiveFiles.checksum(file) == archive.checksum();
	}

	private boolean record(ArchiveMethod method, Path recorded, List<String> options) throws IOException {
		if (named(options, method.recording(recorded)) == null) {
			return beginAnew(method, "Java, or the kind of archive that is wanted, has changed");
		}
		this.recording = recorded;
		write(withoutArchive(State.RECORDING, null));
		logger.info("The classes of this run are recorded for an archive, which is built once the service is idle");
		return true;
	}

	private boolean beginAnew(ArchiveMethod method) throws IOException {
		if (this.record.state() == State.FAILED && this.jvm.fingerprint().equals(this.record.fingerprint())) {
			return false;
		}
		if (method == ArchiveMethod.LOADED_CLASSES) {
			write(withoutArchive(State.RECORDING, null));
			logger.info("The archive of the classes of this run is built once the service is idle");
			return true;
		}
		return beginAnew(method, "there is none yet");
	}

	/**
	 * Build in this run if there is from what, or have the next one record.
	 */
	private boolean beginAnew(ArchiveMethod method, String reason) throws IOException {
		if (method == ArchiveMethod.LOADED_CLASSES || (method == ArchiveMethod.CLASS_LIST && this.list != null)) {
			switchOptions(List.of());
			write(withoutArchive(State.BUILDING, reason));
			logger.info(LogMessage.format("The archive of classes is built anew once the service is idle: %s", reason));
			return true;
		}
		switchOptions(method.recording(this.files.next("recording", method.recordingExtension())));
		write(withoutArchive(State.RECORDING, reason));
		logger.info(LogMessage.format("The next start records the classes for an archive: %s", reason));
		return false;
	}

	private ArchiveRecord withoutArchive(State state, @Nullable String reason) {
		return new ArchiveRecord(state, this.jvm.version(), reason, null, null, nameOf(this.list), this.rebuilding);
	}

	private static @Nullable String nameOf(@Nullable Path file) {
		return (file != null) ? file.getFileName().toString() : null;
	}

	/**
	 * Build the archive and have the next start use it.
	 * @throws InterruptedException if the service stops; the next run begins where this
	 * one did
	 */
	void build() throws IOException, InterruptedException {
		ArchiveMethod method = this.jvm.method();
		if (method == null) {
			return;
		}
		Instant begun = this.clock.instant();
		Path archive = this.files.next("archive", method.archiveExtension());
		Path partial = ArchiveFiles.partial(archive);
		boolean completed = false;
		try {
			Path source = source(method);
			write(withoutArchive(State.BUILDING, null));
			this.builder.build(method, source, partial);
			ArchiveFiles.complete(archive);
			use(method, archive, begun);
			if (!source.equals(this.list)) {
				ArchiveFiles.delete(source);
			}
			completed = true;
		}
		catch (BuildFailedException ex) {
			fail(ex.reason());
			completed = true;
		}
		finally {
			if (!completed) {
				write(withoutArchive(State.BUILDING, "it was not completed"));
			}
			ArchiveFiles.delete(partial);
		}
	}

	private Path source(ArchiveMethod method) throws IOException, BuildFailedException {
		if (method == ArchiveMethod.LOADED_CLASSES) {
			Path loaded = this.files.next("classes", method.recordingExtension());
			this.jvm.writeLoadedClasses(loaded);
			return loaded;
		}
		Path recorded = this.recording;
		if (recorded == null) {
			if (this.list == null) {
				throw new BuildFailedException("nothing was recorded");
			}
			return this.list;
		}
		if (method == ArchiveMethod.AOT_CACHE) {
			this.jvm.endRecording();
		}
		if (!Files.isRegularFile(recorded) || Files.size(recorded) == 0) {
			throw new BuildFailedException("the JVM has recorded nothing in " + recorded.getFileName());
		}
		if (method == ArchiveMethod.AOT_CACHE) {
			return recorded;
		}
		Path list = this.files.next("classes", method.recordingExtension());
		ArchiveFiles.copyLines(recorded, list);
		this.list = list;
		return list;
	}

	private void use(ArchiveMethod method, Path archive, Instant begun) throws IOException {
		Instant built = this.clock.instant();
		BuiltArchive details = new BuiltArchive(archive.getFileName().toString(), Files.size(archive),
				ArchiveFiles.checksum(archive), built, Duration.between(begun, built));
		ArchiveRecord ready = new ArchiveRecord(State.READY, this.jvm.version(), null, details, this.jvm.fingerprint(),
				nameOf(this.list), this.rebuilding);
		// If the options are not switched, the record is of an archive that no start
		// names
		write(ready);
		switchOptions(method.using(archive));
		logger.info(LogMessage.format("The next start uses an archive of classes: %s", ready.text()));
	}

	private void fail(String reason) throws IOException {
		switchOptions(List.of());
		write(new ArchiveRecord(State.FAILED, this.jvm.version(), reason, null, this.jvm.fingerprint(),
				nameOf(this.list), false));
		logger.warn(LogMessage.format("There is no archive of classes to make the next start fast: %s. It is tried "
				+ "again when Java, its options or the application change. Look into %s, or set "
				+ "winsvc.archive.enabled=false", reason, this.directory.path()));
	}

	private void switchOptions(List<String> archiveOptions) throws IOException {
		this.directory.write(archiveOptions, this.jvm.options());
	}

	private void write(ArchiveRecord record) throws IOException {
		this.record = record;
		PatientWriter.write(() -> record.write(this.directory.record()));
	}

}
