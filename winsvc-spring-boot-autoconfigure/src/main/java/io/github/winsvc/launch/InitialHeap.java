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

package io.github.winsvc.launch;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The heap with which a service begins. By itself Java would begin with a 64th of the
 * memory of the machine, whatever the service needs.
 */
final class InitialHeap {

	static final String OPTION = "-Xms32m";

	private static final long SIZE = 32L << 20;

	private static final List<String> DECIDING = List.of("-Xms", "-XX:InitialHeapSize=", "-XX:MinHeapSize=",
			"-XX:InitialRAMPercentage=");

	private static final Pattern LIMIT = Pattern.compile("-(?:Xmx|XX:MaxHeapSize=)(\\d{1,18})([kKmMgGtT]?)");

	private InitialHeap() {
	}

	/**
	 * Return the option, unless the service decides itself or has a limit below, with
	 * which a JVM would not start.
	 * @param serviceOptions the other options of the service
	 */
	static List<String> options(List<String> serviceOptions) {
		return serviceOptions.stream().anyMatch((option) -> decides(option) || isLimitBelow(option)) ? List.of()
				: List.of(OPTION);
	}

	private static boolean decides(String option) {
		return DECIDING.stream().anyMatch(option::startsWith);
	}

	private static boolean isLimitBelow(String option) {
		Matcher limit = LIMIT.matcher(option);
		return limit.matches()
				&& Long.parseLong(limit.group(1)) < (SIZE >> shift(limit.group(2).toLowerCase(Locale.ROOT)));
	}

	private static int shift(String unit) {
		return 10 * " kmgt".indexOf(unit);
	}

}
