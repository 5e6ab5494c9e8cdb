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

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What every thread is doing, as text.
 */
final class ThreadDump {

	private ThreadDump() {
	}

	static String take() {
		return Thread.getAllStackTraces().entrySet().stream().map(ThreadDump::describe).collect(Collectors.joining());
	}

	private static String describe(Map.Entry<Thread, StackTraceElement[]> entry) {
		Thread thread = entry.getKey();
		return Arrays.stream(entry.getValue())
			.map((element) -> "\tat " + element + System.lineSeparator())
			.collect(Collectors.joining("",
					"\"%s\"%s %s%n".formatted(thread.getName(), thread.isDaemon() ? " daemon" : "", thread.getState()),
					System.lineSeparator()));
	}

}
