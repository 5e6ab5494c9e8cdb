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

package io.github.winsvc.command;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

import io.github.winsvc.scm.ServiceSetting;

/**
 * Sees to it that a service is registered as a plan says, although Windows lets several
 * programs change it at the same time. Of several commands the last one has all its
 * settings registered, never some of each.
 */
final class Confirmation {

	private static final int ATTEMPTS = 10;

	private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

	private static final Step NOTHING = new Step(() -> {
	}, null);

	private final Context context;

	private final Supplier<Plan> planner;

	private final Credentials credentials;

	Confirmation(Context context, Supplier<Plan> planner, Credentials credentials) {
		this.context = context;
		this.planner = planner;
		this.credentials = credentials;
	}

	/**
	 * Read what was registered, and register what differs once more. What differs the
	 * same way again is left: Windows keeps it otherwise than it is told.
	 * @param plan what was carried out
	 * @param unsupported the settings that this SCM turned out not to know
	 * @throws CommandException if others go on changing the service
	 */
	void of(Plan plan, List<ServiceSetting> unsupported) {
		Plan former = plan;
		Plan left = left(unsupported);
		for (int attempt = 0; !isSettled(left, former); attempt++) {
			if (attempt == ATTEMPTS) {
				throw new CommandException(ExitStatus.FAILED,
						"Another program goes on changing the service '%s'.".formatted(this.context.name()))
					.remedy("Run this command again when the other one has ended.");
			}
			this.context.line("The service '%s' is not registered as it was just told. Once more:"
				.formatted(this.context.name()));
			left.changes().forEach((change) -> this.context.output().lines(change.text().indent(2)));
			new PlanExecutor(this.context, this.credentials).execute(left, NOTHING);
			pause(plan, attempt);
			former = left;
			left = left(unsupported);
		}
	}

	private static boolean isSettled(Plan left, Plan former) {
		return left.changes().isEmpty() || left.create() || left.changes().equals(former.changes());
	}

	private Plan left(List<ServiceSetting> unsupported) {
		return this.planner.get().without(unsupported);
	}

	/**
	 * Two commands that want different things wait differently long, and longer each
	 * time, so that one of them gets through.
	 */
	private void pause(Plan plan, int attempt) {
		long longest = FIRST_PAUSE.toMillis() << Math.min(attempt, 4);
		long seed = 31L * plan.definition().settings().toString().hashCode() + attempt;
		this.context.deadline(Duration.ZERO).sleep(Duration.ofMillis(new Random(seed).nextLong(longest)));
	}

}
