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

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What a check has found.
 *
 * @param status how bad it is
 * @param detail what was found, on one or several lines
 * @param remedy what to do about it, {@code null} if there is nothing to do
 */
record Diagnosis(Status status, String detail, @Nullable String remedy) {

	static Diagnosis ok(String detail) {
		return new Diagnosis(Status.OK, detail, null);
	}

	static Diagnosis notChecked(String reason, @Nullable String remedy) {
		return new Diagnosis(Status.NOT_CHECKED, "not checked: " + reason, remedy);
	}

	static Diagnosis warn(String detail, String remedy) {
		return new Diagnosis(Status.WARN, detail, remedy);
	}

	static Diagnosis fail(String detail, String remedy) {
		return new Diagnosis(Status.FAIL, detail, remedy);
	}

	/**
	 * Return the problems as one, which is as bad as the worst of them.
	 * @param problems one or more
	 */
	static Diagnosis of(List<Diagnosis> problems) {
		Status worst = problems.stream().map(Diagnosis::status).max(Status::compareTo).orElseThrow();
		String detail = problems.stream().map(Diagnosis::detail).collect(Collectors.joining("\n"));
		String remedy = problems.stream()
			.map(Diagnosis::remedy)
			.filter(Objects::nonNull)
			.collect(Collectors.toCollection(LinkedHashSet::new))
			.stream()
			.collect(Collectors.joining("\n"));
		return new Diagnosis(worst, detail, remedy.isEmpty() ? null : remedy);
	}

}
