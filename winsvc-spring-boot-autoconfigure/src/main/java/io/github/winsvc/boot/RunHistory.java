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

package io.github.winsvc.boot;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.winsvc.launch.ApplicationArchive;
import io.github.winsvc.launch.RunRecord;
import io.github.winsvc.launch.ServiceHome;
import io.github.winsvc.scm.EndedRun;
import io.github.winsvc.scm.ExitCode;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * What the runs of the service have left for each other in its home. Without a home
 * nothing is remembered. What cannot be written is logged and does not matter more.
 */
final class RunHistory {

	/** How far the same start of Windows may seem apart, as clocks are set. */
	private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(2);

	private final @Nullable Path file;

	private final Optional<RunRecord> former;

	private final Instant started;

	private final @Nullable Instant systemStart;

	private final List<Instant> ownEnds;

	private final @Nullable Path application;

	private RunHistory(@Nullable Path file, @Nullable Instant systemStart, Instant started) {
		this.file = file;
		this.systemStart = systemStart;
		this.started = started;
		this.former = (file != null) ? RunRecord.read(file) : Optional.empty();
		this.application = ApplicationArchive.find(System.getProperty("java.class.path"))
			.map(ApplicationArchive::path)
			.orElse(null);
		this.ownEnds = new ArrayList<>(this.former.map(RunRecord::ownEnds).orElse(List.of()));
	}

	/**
	 * Read what there is.
	 */
	static RunHistory open(@Nullable Instant systemStart, Instant started) {
		ServiceHome home = ServiceHome.ofThisProcess();
		return new RunHistory((home != null) ? home.lastRun() : null, systemStart, started);
	}

	@Nullable EndedRun former() {
		return this.former.map(RunRecord::run).orElse(null);
	}

	/**
	 * Return how often the service was started since Windows was, without this run.
	 */
	@Nullable Integer restarts() {
		return (this.file != null && this.systemStart != null) ? starts() - 1 : null;
	}

	private int starts() {
		return 1 + this.former.filter((record) -> isSameSystem(record.systemStart())).map(RunRecord::starts).orElse(0);
	}

	private boolean isSameSystem(@Nullable Instant other) {
		return this.systemStart != null && other != null
				&& Duration.between(other, this.systemStart).abs().compareTo(CLOCK_TOLERANCE) < 0;
	}

	/**
	 * Leave word that this run has begun. Should nothing follow, it died.
	 */
	void begun() {
		write(new EndedRun(this.started, null, null, null));
	}

	/**
	 * Leave word of the end.
	 */
	void ended(ExitCode exitCode, @Nullable Duration stop) {
		write(new EndedRun(this.started, Instant.now(), exitCode, stop));
	}

	/**
	 * Return how often the service has ended itself since a time.
	 */
	synchronized long ownEndsSince(Instant time) {
		return this.ownEnds.stream().filter((end) -> end.isAfter(time)).count();
	}

	/**
	 * Leave word that the service ends itself.
	 * @param forget the time before which former ends do not matter any more
	 */
	synchronized void endsItself(Instant forget) {
		this.ownEnds.removeIf((end) -> end.isBefore(forget));
		this.ownEnds.add(Instant.now());
		begun();
	}

	private synchronized void write(EndedRun run) {
		if (this.file == null) {
			return;
		}
		try {
			new RunRecord(run, this.systemStart, starts(), this.ownEnds, this.application).write(this.file);
		}
		catch (IOException ex) {
			LogFactory.getLog(RunHistory.class).warn("Cannot write '" + this.file + "'", ex);
		}
	}

}
