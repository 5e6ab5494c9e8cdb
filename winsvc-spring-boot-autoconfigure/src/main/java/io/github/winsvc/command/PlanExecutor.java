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

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import io.github.winsvc.command.Step.Undo;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceManager;
import io.github.winsvc.scm.ServiceName;
import io.github.winsvc.scm.ServiceSetting;
import io.github.winsvc.scm.ServiceSetting.Account;
import io.github.winsvc.scm.ServiceSetting.DisplayName;
import io.github.winsvc.scm.ServiceSetting.EventSource;
import io.github.winsvc.scm.ServiceSetting.ImagePath;
import io.github.winsvc.scm.ServiceSetting.SecurityDescriptor;
import io.github.winsvc.scm.ServiceSetting.Start;
import io.github.winsvc.scm.UnsupportedSettingException;
import org.jspecify.annotations.Nullable;

/**
 * Carries out a plan, all of it or nothing.
 */
final class PlanExecutor {

	private final Context context;

	private final Credentials credentials;

	private final ServiceManager manager;

	private final ServiceName name;

	PlanExecutor(Context context, Credentials credentials) {
		this.context = context;
		this.credentials = credentials;
		this.manager = context.manager();
		this.name = context.name();
	}

	/**
	 * Carry out a plan.
	 * @param plan the plan
	 * @param files creates the files that the service needs
	 * @return the settings that this SCM turned out not to know
	 * @throws CommandException if a step failed, after the former ones were taken back,
	 * or if there is no password, before the first one
	 */
	List<ServiceSetting> execute(Plan plan, Step files) {
		List<ServiceSetting> unsupported = new ArrayList<>(plan.unsupported());
		Deque<Undo> undos = new ArrayDeque<>();
		if (plan.logon() != null && plan.logon().password()) {
			this.credentials.get(plan.logon());
		}
		try {
			for (Step step : steps(plan, files, unsupported)) {
				step.work().run();
				if (step.undo() != null) {
					undos.push(step.undo());
				}
			}
			return unsupported;
		}
		catch (ScmException ex) {
			throw rollBack(undos, CommandException
				.of("%s the service '%s'".formatted(plan.create() ? "install" : "update", this.name), ex));
		}
		catch (IOException ex) {
			throw rollBack(undos,
					CommandException.of("prepare the directory of the service '%s'".formatted(this.name), ex));
		}
	}

	/**
	 * The account comes last if it cannot be taken back, so that nothing has to be when
	 * it fails; else before the security descriptor, which may take the right away to
	 * change it.
	 */
	private List<Step> steps(Plan plan, Step files, List<ServiceSetting> unsupported) {
		List<Step> steps = new ArrayList<>();
		if (plan.create()) {
			steps.add(new Step(() -> this.manager.create(LogonSteps.creatable(plan.definition())),
					new Undo("- service " + this.name, () -> this.manager.delete(this.name))));
		}
		steps.add(files);
		LogonSteps logon = new LogonSteps(this.context, this.credentials, plan);
		int place = -1;
		for (Change change : plan.changes()) {
			if (change.wanted() instanceof SecurityDescriptor) {
				place = steps.size();
			}
			if (!logon.take(change) && (!plan.create() || !isSetByCreation(change.wanted()))) {
				steps
					.add(new Step(() -> apply(change.wanted(), unsupported), undo(change, plan.create(), unsupported)));
			}
		}
		steps.addAll((place == -1 || logon.isFinal()) ? steps.size() : place, logon.steps());
		return steps;
	}

	private void apply(ServiceSetting setting, List<ServiceSetting> unsupported) {
		try {
			this.manager.apply(this.name, setting);
		}
		catch (UnsupportedSettingException ex) {
			unsupported.add(setting);
		}
	}

	/**
	 * The settings of a created service go with it, except for the event source.
	 */
	private @Nullable Undo undo(Change change, boolean created, List<ServiceSetting> unsupported) {
		ServiceSetting former = change.former();
		if (created) {
			former = (change.wanted() instanceof EventSource) ? new EventSource(false) : null;
		}
		if (former == null) {
			return null;
		}
		ServiceSetting restored = former;
		return new Undo(new Change(change.wanted(), restored).text(), () -> {
			if (!unsupported.contains(change.wanted())) {
				this.manager.apply(this.name, restored);
			}
		});
	}

	private CommandException rollBack(Deque<Undo> undos, CommandException failure) {
		if (undos.isEmpty()) {
			return failure;
		}
		this.context.line("Rolling back:");
		boolean clean = true;
		for (Undo undo : undos) {
			this.context.output().lines(undo.text().indent(2));
			try {
				undo.work().run();
			}
			catch (ScmException ex) {
				clean = false;
				failure.addSuppressed(ex);
				failure.explain("Could not take back: %s: %s".formatted(undo.text(), ex.getMessage()));
			}
		}
		return failure.detail("rolledBack", clean)
			.footer(clean ? "Everything that was done has been taken back."
					: "Not everything could be taken back. Install again, or see --winsvc.status");
	}

	/**
	 * Whether a service cannot be created without the setting.
	 */
	static boolean isSetByCreation(ServiceSetting setting) {
		return setting instanceof DisplayName || setting instanceof ImagePath || setting instanceof Start
				|| setting instanceof Account;
	}

}
