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

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

import io.github.winsvc.scm.ServiceDefinition;
import io.github.winsvc.scm.ServiceRegistration;
import io.github.winsvc.scm.ServiceSetting;
import io.github.winsvc.scm.ServiceSetting.Account;
import io.github.winsvc.scm.ServiceSetting.ImagePath;
import io.github.winsvc.scm.ServiceSetting.ServiceSid;
import org.jspecify.annotations.Nullable;

/**
 * What must be done so that a service is registered as it is defined.
 *
 * @param definition the wanted service
 * @param create whether there is no such service yet
 * @param changes the settings that differ, all of them if the service is to be created
 * @param unsupported the wanted settings that this SCM does not know
 * @param logon what it takes to log on as the account, {@code null} for nothing
 */
record Plan(ServiceDefinition definition, boolean create, List<Change> changes, List<ServiceSetting> unsupported,
		@Nullable Logon logon) {

	Plan {
		changes = List.copyOf(changes);
		unsupported = List.copyOf(unsupported);
	}

	Plan(ServiceDefinition definition, boolean create, List<Change> changes, List<ServiceSetting> unsupported) {
		this(definition, create, changes, unsupported, null);
	}

	static Plan of(ServiceDefinition definition, Optional<ServiceRegistration> registration) {
		List<Change> changes = new ArrayList<>();
		List<ServiceSetting> unsupported = new ArrayList<>();
		for (ServiceSetting wanted : definition.settings()) {
			ServiceSetting former = registration
				.<ServiceSetting>flatMap((registered) -> registered.settings().find(wanted.getClass()))
				.orElse(null);
			boolean differs = (former != null) ? !wanted.equals(former) : !wanted.isUnset();
			if (differs && registration.isPresent() && registration.get().unsupported().contains(wanted.getClass())) {
				unsupported.add(wanted);
			}
			else if (differs) {
				changes.add(new Change(former, wanted));
			}
		}
		return new Plan(definition, registration.isEmpty(), changes, unsupported);
	}

	/**
	 * Return how many of the wanted settings are registered as they shall be.
	 */
	long unchanged() {
		long wanted = StreamSupport.stream(this.definition.settings().spliterator(), false).count();
		return wanted - this.changes.size() - this.unsupported.size();
	}

	/**
	 * Return the plan with what it takes to log on.
	 */
	Plan with(@Nullable Logon other) {
		return new Plan(this.definition, this.create, this.changes, this.unsupported, other);
	}

	/**
	 * Return the plan without changes of some settings.
	 */
	Plan without(List<ServiceSetting> settings) {
		return new Plan(this.definition, this.create,
				this.changes.stream().filter((change) -> !settings.contains(change.wanted())).toList(),
				this.unsupported, this.logon);
	}

	boolean isEmpty() {
		return !this.create && this.changes.isEmpty() && (this.logon == null || this.logon.isEmpty());
	}

	/**
	 * Whether a process of the service that is running now knows nothing of the changes.
	 */
	boolean needsRestart() {
		return this.changes.stream()
			.map(Change::wanted)
			.anyMatch((wanted) -> wanted instanceof ImagePath || wanted instanceof Account
					|| wanted instanceof ServiceSid);
	}

}
