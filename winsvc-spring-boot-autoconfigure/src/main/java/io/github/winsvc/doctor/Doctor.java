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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceManager;
import io.github.winsvc.scm.ServiceName;
import io.github.winsvc.scm.Win32Error;
import org.jspecify.annotations.Nullable;

/**
 * Examines a service. Every check has the same time; one that fails or takes longer is a
 * finding and hides no other.
 *
 * @since 0.1.0
 */
public final class Doctor {

	static final String ELEVATE = "To have this checked, run --winsvc.doctor from an elevated command prompt.";

	private static final Duration BOUND = Duration.ofSeconds(10);

	private final Supplier<ServiceManager> manager;

	private final Surroundings surroundings;

	private final List<Check> checks;

	private final Duration bound;

	/**
	 * Create a new doctor.
	 * @param manager opens the door to the SCM
	 * @param surroundings what else there is to look at
	 * @param remedies what to do about an error of Windows, {@code null} if nothing is
	 * known
	 */
	public Doctor(Supplier<ServiceManager> manager, Surroundings surroundings,
			Function<Win32Error, @Nullable String> remedies) {
		this(manager, surroundings, Checks.all(remedies), BOUND);
	}

	Doctor(Supplier<ServiceManager> manager, Surroundings surroundings, List<Check> checks, Duration bound) {
		this.manager = manager;
		this.surroundings = surroundings;
		this.checks = checks;
		this.bound = bound;
	}

	/**
	 * Examine a service.
	 * @param name the service
	 * @param application the application that the command runs
	 * @return the findings in the order in which they should be read
	 */
	public List<Finding> examine(ServiceName name, Application application) {
		ExecutorService executor = Executors.newCachedThreadPool(Doctor::daemon);
		try {
			Subject subject = new Subject(name, application, register(executor, name), this.surroundings);
			List<Check> suitable = this.checks.stream().filter((check) -> check.suits(subject.relation())).toList();
			List<Callable<Diagnosis>> work = suitable.stream()
				.<Callable<Diagnosis>>map((check) -> () -> check.examine(subject))
				.toList();
			List<Future<Diagnosis>> diagnoses = executor.invokeAll(work, this.bound.toMillis(), TimeUnit.MILLISECONDS);
			List<Finding> findings = new ArrayList<>();
			for (int i = 0; i < suitable.size(); i++) {
				Diagnosis diagnosis = get(diagnoses.get(i));
				findings.add(new Finding(suitable.get(i).name(), diagnosis.status(), diagnosis.detail(),
						diagnosis.remedy()));
			}
			return findings;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while examining", ex);
		}
		finally {
			executor.shutdownNow();
		}
	}

	private Registered register(ExecutorService executor, ServiceName name) throws InterruptedException {
		Callable<Registered> read = () -> {
			try (ServiceManager opened = this.manager.get()) {
				return Registered.read(opened, name);
			}
			catch (ScmException ex) {
				return Registered.unknown(ex);
			}
		};
		Future<Registered> future = executor.invokeAll(List.of(read), this.bound.toMillis(), TimeUnit.MILLISECONDS)
			.get(0);
		try {
			return future.get();
		}
		catch (ExecutionException | CancellationException ex) {
			return Registered.unknown(explain(ex));
		}
	}

	private Diagnosis get(Future<Diagnosis> future) throws InterruptedException {
		try {
			return future.get();
		}
		catch (ExecutionException | CancellationException ex) {
			return explain(ex);
		}
	}

	private Diagnosis explain(Exception failure) {
		Throwable cause = failure.getCause();
		if (failure instanceof CancellationException || cause == null) {
			return Diagnosis.fail("no answer within %d s".formatted(this.bound.toSeconds()),
					"Something that is looked at hangs, such as a network drive. Find it, then try again.");
		}
		if (cause instanceof NotCheckedException) {
			return Diagnosis.notChecked(String.valueOf(cause.getMessage()), null);
		}
		if (cause instanceof AccessDeniedException denied) {
			return Diagnosis.notChecked("access denied to " + denied.getFile(), ELEVATE);
		}
		if (cause instanceof ScmException scmException && scmException.error().equals(Win32Error.ACCESS_DENIED)) {
			return Diagnosis.notChecked(String.valueOf(cause.getMessage()), ELEVATE);
		}
		if (cause instanceof IOException || cause instanceof ScmException) {
			return Diagnosis.fail("could not be looked at: " + cause,
					"See whether the file, drive or network that it names can be reached, then try again.");
		}
		return Diagnosis.fail("could not be looked at, unexpectedly: " + cause,
				"Look at it by hand. The other checks are not affected.");
	}

	private static Thread daemon(Runnable work) {
		Thread thread = new Thread(work, "winsvc-doctor");
		thread.setDaemon(true);
		return thread;
	}

}
