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

package io.github.winsvc.boot;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * Goes on when a value cannot be read, so that all of them are told and not only the
 * first one.
 */
final class ProblemBindHandler extends AbstractBindHandler {

	private final Problems problems;

	private final List<ConfigurationPropertyName> failed = new ArrayList<>();

	ProblemBindHandler(Problems problems) {
		this.problems = problems;
	}

	boolean hasFailed() {
		return !this.failed.isEmpty();
	}

	/**
	 * A list fails too because its element has. That is not told.
	 */
	@Override
	public @Nullable Object onFailure(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
			Exception error) {
		if (this.failed.stream().noneMatch(name::isAncestorOf)) {
			this.problems.add(BindProblem.text(name, target, context.getConfigurationProperty(), error));
		}
		this.failed.add(name);
		return (target.getValue() != null) ? target.getValue().get() : null;
	}

}
