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

package io.github.winsvc.metrics;

import java.util.Arrays;
import java.util.Locale;

import io.github.winsvc.scm.ControlName;

/**
 * The controls that are counted by their names, and all others.
 */
enum CountedControl {

	STOP, SHUTDOWN, PRESHUTDOWN, PAUSE, CONTINUE, INTERROGATE, PARAMCHANGE, CUSTOM, OTHER;

	boolean includes(int code) {
		String name = ControlName.of(code);
		return (this != OTHER) ? name.equals(toString())
				: Arrays.stream(values()).allMatch((control) -> control == OTHER || !name.equals(control.toString()));
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
