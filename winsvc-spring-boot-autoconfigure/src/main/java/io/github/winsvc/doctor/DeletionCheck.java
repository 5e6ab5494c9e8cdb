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

/**
 * Is the service about to disappear?
 */
final class DeletionCheck implements Check {

	@Override
	public String name() {
		return "deletion";
	}

	@Override
	public boolean suits(Relation relation) {
		return relation != Relation.ABSENT;
	}

	@Override
	public Diagnosis examine(Subject subject) {
		return subject.surroundings().inspection().isMarkedForDeletion(subject.name())
				? Diagnosis.fail("marked for deletion: it disappears once it is stopped and no program holds it open",
						"Stop it, close services.msc, Task Manager, Process Explorer and the like, or restart Windows. "
								+ "Then install it again: --winsvc.install")
				: Diagnosis.ok("not marked for deletion");
	}

}
