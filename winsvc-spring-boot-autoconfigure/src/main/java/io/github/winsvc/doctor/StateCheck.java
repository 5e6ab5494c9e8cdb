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
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

import io.github.winsvc.launch.SecretArgument;
import io.github.winsvc.launch.StartFailure;
import io.github.winsvc.scm.ExitCode;
import io.github.winsvc.scm.ServiceProcess;
import io.github.winsvc.scm.Win32Error;
import org.jspecify.annotations.Nullable;

/**
 * Does the service run, and if not, why?
 */
final class StateCheck implements Check {

	private static final int NEVER_STARTED = 1077;

	private final Function<Win32Error, @Nullable String> remedies;

	StateCheck(Function<Win32Error, @Nullable String> remedies) {
		this.remedies = remedies;
	}

	@Override
	public String name() {
		return "state";
	}

	@Override
	public boolean suits(Relation relation) {
		return relation != Relation.ABSENT;
	}

	@Override
	public Diagnosis examine(Subject subject) throws IOException {
		ServiceProcess process = subject.process();
		String again = "Look again in a moment: --winsvc.status";
		return switch (process.state()) {
			case RUNNING -> Diagnosis.ok("running, process " + process.processId());
			case STOPPED -> stopped(subject, process.status().exitCode());
			case PAUSED -> Diagnosis.warn("paused: it does no work",
					"Continue it with: sc.exe continue \"%s\"".formatted(subject.name()));
			case START_PENDING -> Diagnosis.warn("starting", again);
			case STOP_PENDING -> Diagnosis.warn("stopping", again);
			case PAUSE_PENDING, CONTINUE_PENDING -> Diagnosis.warn("busy with a pause", again);
		};
	}

	private Diagnosis stopped(Subject subject, ExitCode exitCode) throws IOException {
		if (!exitCode.isFailure()) {
			return Diagnosis.warn("stopped, ended as it should", "Start it with --winsvc.start");
		}
		if (exitCode.win32() == NEVER_STARTED) {
			return Diagnosis.warn("stopped, has not been started since Windows began", "Start it with --winsvc.start");
		}
		String detail = "stopped, ended with " + exitCode;
		if (subject.relation() == Relation.OURS && exitCode instanceof ExitCode.ServiceSpecific specific) {
			Optional<ServiceCode> code = ServiceCode.of(specific.serviceSpecific());
			return code.isPresent() ? Diagnosis.fail(detail + "\n" + code.get().meaning(), code.get().remedy())
					: explained(subject, exitCode, detail);
		}
		return Diagnosis.fail(detail, remedy(subject, exitCode));
	}

	private Diagnosis explained(Subject subject, ExitCode exitCode, String detail) throws IOException {
		Path file = subject.home().startFailure();
		try {
			if (!Places.exists(file)) {
				return Diagnosis.fail(detail, remedy(subject, exitCode));
			}
		}
		catch (AccessDeniedException ex) {
			return Diagnosis.fail(detail + "\nnot checked why: access denied to " + file, Doctor.ELEVATE);
		}
		Optional<StartFailure> failure = StartFailure.read(file);
		if (failure.isEmpty()) {
			return Diagnosis.fail(detail + "\nnot checked why: cannot read " + file, remedy(subject, exitCode));
		}
		String action = SecretArgument.mask(failure.get().action().strip());
		return Diagnosis.fail(
				"%s\nthe start failed at %s: %s".formatted(detail, failure.get().time(),
						SecretArgument.mask(failure.get().description().strip())),
				action.isEmpty() ? remedy(subject, exitCode) : action);
	}

	private String remedy(Subject subject, ExitCode exitCode) {
		String known = this.remedies.apply(new Win32Error(exitCode.win32()));
		return (known != null) ? known : "Look into the log directory: " + subject.home().logs();
	}

}
