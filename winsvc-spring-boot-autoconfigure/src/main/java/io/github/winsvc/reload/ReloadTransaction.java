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

package io.github.winsvc.reload;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.log.LogMessage;

/**
 * One change of the configuration: makes a candidate of the environment, checks it, then
 * applies it as a whole, or leaves everything as it was and says why.
 *
 * @since 0.1.0
 */
public final class ReloadTransaction {

	private static final Log logger = LogFactory.getLog(ReloadTransaction.class);

	private final ConfigurableApplicationContext context;

	private final StartEnvironment startEnvironment;

	private final RestartKeys restartKeys;

	private final ObjectProvider<ReloadParticipant> participants;

	private final ObjectProvider<ConfigReloadCheck> checks;

	private final ReloadHistory history;

	private final PendingRestart pending = new PendingRestart();

	/**
	 * Create a transaction, which can be run any number of times.
	 * @param context the context of the application
	 * @param startEnvironment how its environment is made
	 * @param participants what follows the configuration
	 * @param checks what may refuse a change
	 * @param history remembers what became of it
	 */
	public ReloadTransaction(ConfigurableApplicationContext context, StartEnvironment startEnvironment,
			ObjectProvider<ReloadParticipant> participants, ObjectProvider<ConfigReloadCheck> checks,
			ReloadHistory history) {
		this.context = context;
		this.startEnvironment = startEnvironment;
		this.restartKeys = new RestartKeys(context.getBeanFactory());
		this.participants = participants;
		this.checks = checks;
		this.history = history;
	}

	ReloadResult run(String trigger) {
		Instant begun = Instant.now();
		long begin = System.nanoTime();
		Outcome outcome = attempt();
		ReloadResult result = outcome.result(trigger, Duration.ofNanos(System.nanoTime() - begin));
		ReloadReport.log(result);
		this.history.add(begun, result, this.pending.keys());
		if (result instanceof ReloadResult.Applied applied) {
			publish(new ConfigReloadedEvent(applied));
		}
		else if (result instanceof ReloadResult.Rejected rejected) {
			publish(new ConfigReloadRejectedEvent(rejected));
		}
		return result;
	}

	private void publish(Object event) {
		try {
			this.context.publishEvent(event);
		}
		catch (RuntimeException ex) {
			logger.error(LogMessage.format("A listener has failed on %s", event), ex);
		}
	}

	private Outcome attempt() {
		try {
			return tryToChange();
		}
		catch (RuntimeException | LinkageError ex) {
			logger.debug("The reload has failed", ex);
			return Outcome.rejected(Set.of(), ReloadProblem.reasons(ex));
		}
	}

	private Outcome tryToChange() {
		ConfigurableEnvironment live = this.context.getEnvironment();
		Candidate candidate;
		ConfigChange change;
		try {
			candidate = this.startEnvironment.candidate(live);
			change = EffectiveValues.change(live, candidate.environment());
		}
		catch (RuntimeException | StackOverflowError ex) {
			logger.debug("The configuration cannot be read", ex);
			return Outcome.rejected(Set.of(), unreadable(live, ReloadProblem.reasons(ex)));
		}
		if (change.keys().isEmpty()) {
			return Outcome.unchanged();
		}
		List<ReloadStep> steps = new ArrayList<>();
		List<String> reasons = prepare(change, steps);
		if (reasons.isEmpty()) {
			reasons = check(change);
		}
		if (!reasons.isEmpty()) {
			return Outcome.rejected(change.keys(), reasons);
		}
		Set<String> followed = new TreeSet<>();
		steps.forEach((step) -> followed.addAll(step.followedKeys()));
		Set<String> keysForRestart = new TreeSet<>(this.restartKeys.of(change, followed));
		steps.forEach((step) -> keysForRestart.addAll(step.keysForRestart()));
		Map<String, Optional<String>> former = EffectiveValues.of(live, keysForRestart);
		Throwable failure = apply(change, steps);
		if (failure != null) {
			return Outcome.rejected(change.keys(), ReloadProblem.reasons(failure));
		}
		this.startEnvironment.adopted(candidate);
		steps.forEach(this::commit);
		return new Outcome(change.keys(),
				Collections.unmodifiableSet(
						this.pending.changed(change.keys(), former, (keys) -> EffectiveValues.of(live, keys))),
				List.of());
	}

	/**
	 * Spring Boot does not say which file it could not read.
	 */
	private List<String> unreadable(ConfigurableEnvironment live, List<String> reasons) {
		List<Path> files = ConfigFiles.of(live, this.startEnvironment.additionalFile()).unreadable();
		return files.isEmpty() ? reasons
				: List.of("%s cannot be read: %s".formatted(
						files.stream().map(Path::toString).collect(Collectors.joining(", ")),
						String.join("; ", reasons)));
	}

	/**
	 * All participants are asked, so that an operator learns of all that is wrong.
	 */
	private List<String> prepare(ConfigChange change, List<ReloadStep> steps) {
		List<String> reasons = new ArrayList<>();
		for (ReloadParticipant participant : this.participants.orderedStream().toList()) {
			try {
				steps.add(participant.prepare(change));
			}
			catch (RuntimeException | LinkageError ex) {
				logger.debug(LogMessage.format("%s refuses the change", participant), ex);
				reasons.addAll(ReloadProblem.reasons(ex));
			}
		}
		return reasons;
	}

	private List<String> check(ConfigChange change) {
		List<String> reasons = new ArrayList<>();
		for (ConfigReloadCheck check : this.checks.orderedStream().toList()) {
			try {
				check.check(change);
			}
			catch (RuntimeException ex) {
				logger.debug(LogMessage.format("%s refuses the change", check), ex);
				reasons.addAll(ReloadProblem.reasons(ex));
			}
		}
		return reasons;
	}

	private @Nullable Throwable apply(ConfigChange change, List<ReloadStep> steps) {
		LiveSources former = LiveSources.of(change.live());
		Deque<ReloadStep> begun = new ArrayDeque<>();
		boolean done = false;
		try {
			LiveSources.of(change.candidate()).applyTo(change.live());
			for (ReloadStep step : steps) {
				begun.push(step);
				step.apply();
			}
			done = true;
			return null;
		}
		catch (RuntimeException | LinkageError | StackOverflowError ex) {
			logger.debug("The change has failed", ex);
			return ex;
		}
		finally {
			if (!done) {
				former.applyTo(change.live());
				begun.forEach(this::undo);
			}
		}
	}

	private void undo(ReloadStep step) {
		try {
			step.undo();
		}
		catch (RuntimeException | LinkageError ex) {
			logger.error("A part of a rejected configuration could not be taken back. Restart the application", ex);
		}
	}

	private void commit(ReloadStep step) {
		try {
			step.commit();
		}
		catch (RuntimeException | LinkageError ex) {
			logger.error("What the former configuration needed could not be let go of", ex);
		}
	}

	private record Outcome(Set<String> keys, Set<String> keysForRestart, List<String> reasons) {

		static Outcome unchanged() {
			return new Outcome(Set.of(), Set.of(), List.of());
		}

		static Outcome rejected(Set<String> keys, List<String> reasons) {
			return new Outcome(keys, Set.of(), List.copyOf(reasons));
		}

		ReloadResult result(String trigger, Duration duration) {
			if (!this.reasons.isEmpty()) {
				return new ReloadResult.Rejected(trigger, this.keys, this.reasons, duration);
			}
			return this.keys.isEmpty() ? new ReloadResult.Unchanged(trigger, duration)
					: new ReloadResult.Applied(trigger, this.keys, this.keysForRestart, duration);
		}

	}

}
