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

package io.github.winsvc.resource;

import io.github.winsvc.resource.Resource.Unit;

import org.springframework.util.unit.DataSize;

/**
 * How much of a resource there is, and whether that is bad.
 *
 * @param resource the resource
 * @param value the amount, in the unit of the resource
 * @param thresholds what is too much or too little
 */
record Reading(Resource resource, double value, Thresholds thresholds) {

	Level level() {
		return this.thresholds.level(this.resource, this.value);
	}

	/**
	 * Return the reading for people to read.
	 */
	@Override
	public String toString() {
		String amount = text(this.value);
		return switch (level()) {
			case OK -> amount;
			case WARNING -> amount + ", warning " + bound(this.thresholds.warning());
			case CRITICAL -> amount + ", critical " + bound(this.thresholds.critical());
		};
	}

	private String bound(double threshold) {
		return (this.resource.isScarce() ? "at " : "from ") + text(threshold) + (this.resource.isScarce() ? "" : " on");
	}

	private String text(double amount) {
		long whole = Math.round(amount);
		if (this.resource.unit() == Unit.BYTES) {
			DataSize size = DataSize.ofBytes(whole);
			return (size.toMegabytes() > 0) ? size.toMegabytes() + " MB" : whole + " B";
		}
		return (this.resource.unit() == Unit.PERCENT) ? whole + " %" : Long.toString(whole);
	}

}
