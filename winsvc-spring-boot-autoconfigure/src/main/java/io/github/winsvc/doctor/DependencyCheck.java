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

import java.util.ArrayList;
import java.util.List;

import io.github.winsvc.scm.ServiceSetting.Dependencies;
import io.github.winsvc.scm.StartType;

/**
 * Can the services be started that must run before this one? Groups are left out: one
 * without members is satisfied.
 */
final class DependencyCheck implements Check {

	@Override
	public String name() {
		return "dependencies";
	}

	@Override
	public Diagnosis examine(Subject subject) {
		Dependencies dependencies = subject.setting(Dependencies.class, "dependencies");
		List<Diagnosis> problems = new ArrayList<>();
		subject.registered().needed().forEach((name, startType) -> {
			if (startType.isEmpty()) {
				problems.add(Diagnosis.fail("the service '%s' does not exist".formatted(name),
						"Install it, or take it from winsvc.dependencies and run --winsvc.install again."));
			}
			else if (startType.get() == StartType.DISABLED) {
				problems.add(Diagnosis.fail("the service '%s' is disabled".formatted(name),
						"Enable it: sc.exe config \"%s\" start= demand".formatted(name)));
			}
		});
		return problems.isEmpty() ? Diagnosis.ok(dependencies.text()) : Diagnosis.of(problems);
	}

}
