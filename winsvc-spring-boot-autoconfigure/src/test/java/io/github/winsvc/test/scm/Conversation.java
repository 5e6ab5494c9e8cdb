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

package io.github.winsvc.test.scm;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who said what and when, and which rules were broken by it.
 */
final class Conversation {

	private final InstantSource clock;

	private final Instant begin;

	private final List<Utterance> utterances = new ArrayList<>();

	private final List<Violation> violations = new ArrayList<>();

	Conversation(InstantSource clock) {
		this.clock = clock;
		this.begin = clock.instant();
	}

	synchronized void add(Utterance.Speaker speaker, String text) {
		Duration at = Duration.between(this.begin, this.clock.instant());
		this.utterances.add(new Utterance(at, speaker, Thread.currentThread().getName(), text));
	}

	/**
	 * Remember each rule that is broken at the given moment.
	 * @return what was broken by it, empty if nothing was
	 */
	synchronized List<Violation> judge(Moment moment, String where) {
		List<Violation> broken = EnumSet.allOf(ScmRule.class)
			.stream()
			.filter((rule) -> !rule.isKept(moment))
			.map((rule) -> new Violation(rule, where))
			.toList();
		for (Violation violation : broken) {
			add(Utterance.Speaker.SCM, "RULE BROKEN: " + violation);
		}
		this.violations.addAll(broken);
		return broken;
	}

	ScmRuleError error(List<Violation> violations) {
		return new ScmRuleError(violations, text());
	}

	synchronized List<Violation> violations() {
		return List.copyOf(this.violations);
	}

	synchronized boolean forgive(Set<ScmRule> rules) {
		boolean all = rules.stream()
			.allMatch((rule) -> this.violations.stream().anyMatch((violation) -> violation.rule() == rule));
		this.violations.removeIf((violation) -> rules.contains(violation.rule()));
		return all;
	}

	synchronized List<Utterance> utterances() {
		return List.copyOf(this.utterances);
	}

	synchronized String text() {
		return this.utterances.stream().map(Utterance::toString).collect(Collectors.joining("\n"));
	}

}
