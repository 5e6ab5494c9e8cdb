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

import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a command prints in one of the two formats.
 */
final class Screen {

	private final Workbench bench;

	private final String format;

	private Screen(Workbench bench, String format) {
		this.bench = bench;
		this.format = format;
	}

	static Screen of(Workbench bench, String format) {
		bench.json = format.equals("json");
		return new Screen(bench, format);
	}

	void shows(Verb verb, ExitStatus status, String file) {
		shows(verb, null, status, file);
	}

	void shows(Verb verb, @Nullable String value, ExitStatus status, String file) {
		assertThat(this.bench.run(verb, value)).as(() -> this.bench.printed()).isEqualTo(status);
		Golden.assertPrinted(this.bench, file + "." + this.format);
	}

}
