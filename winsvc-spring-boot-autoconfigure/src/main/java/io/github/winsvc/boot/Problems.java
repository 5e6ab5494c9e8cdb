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

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;

import io.github.winsvc.command.UsageException;

import org.springframework.format.annotation.DurationFormat;
import org.springframework.format.datetime.standard.DurationFormatterUtils;

/**
 * What is wrong with the configuration, to be told all at once.
 */
final class Problems {

	private final Set<String> texts = new LinkedHashSet<>();

	/**
	 * Remember that a property cannot have its value.
	 * @param property its name without the prefix
	 * @param value the value
	 * @param reason why not, or what it can be
	 */
	void refuse(String property, Object value, String reason) {
		add(text(property, value, reason));
	}

	static String text(String property, Object value, String reason) {
		return "'%s' cannot be the value of winsvc.%s: %s.".formatted(written(value), property, reason);
	}

	/**
	 * Return a value as it is written in a configuration. The most negative time of all
	 * cannot be made positive to be printed.
	 */
	private static String written(Object value) {
		return (value instanceof Duration time && time.getSeconds() > Long.MIN_VALUE)
				? DurationFormatterUtils.print(time, DurationFormat.Style.COMPOSITE)
				: value.toString().replace('\0', '?');
	}

	/**
	 * Return the refusal of a value that is told alone.
	 */
	static UsageException refusal(String property, Object value, String reason) {
		return new UsageException(text(property, value, reason));
	}

	void add(String text) {
		this.texts.add(text);
	}

	/**
	 * Refuse the configuration if anything is wrong with it.
	 * @throws UsageException if so
	 */
	void throwIfAny() {
		if (!this.texts.isEmpty()) {
			throw new UsageException(new ArrayList<>(this.texts));
		}
	}

}
