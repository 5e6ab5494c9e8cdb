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

import io.github.winsvc.scm.ServiceSetting.Start;
import io.github.winsvc.scm.StartType;

/**
 * May the service be started at all?
 */
final class StartTypeCheck implements Check {

	@Override
	public String name() {
		return "start type";
	}

	@Override
	public boolean suits(Relation relation) {
		return relation != Relation.ABSENT;
	}

	@Override
	public Diagnosis examine(Subject subject) {
		Start start = subject.setting(Start.class, "the start type");
		if (start.value() != StartType.DISABLED) {
			return Diagnosis.ok(start.text());
		}
		return Diagnosis.fail("disabled: nobody can start it", (subject.relation() == Relation.FOREIGN)
				? "Enable it in services.msc." : "Install it again, which enables it: --winsvc.install");
	}

}
