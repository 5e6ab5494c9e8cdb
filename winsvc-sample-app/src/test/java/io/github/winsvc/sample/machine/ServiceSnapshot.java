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

package io.github.winsvc.sample.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.winsvc.scm.ServiceState;

/**
 * The status of a service as the SCM tells it.
 *
 * @param state the value of {@code dwCurrentState}
 * @param win32ExitCode the value of {@code dwWin32ExitCode}
 * @param serviceExitCode the value of {@code dwServiceSpecificExitCode}
 * @param processId the process, 0 if there is none
 */
public record ServiceSnapshot(ServiceState state, int win32ExitCode, int serviceExitCode, long processId) {

	private static final Pattern LINE = Pattern.compile("(?m)^\\s+\\S[^:\\r\\n]*:\\s+(0x)?([0-9a-fA-F]+)\\b");

	/**
	 * Read what {@code sc query} prints. Its labels depend on the language of Windows,
	 * the order of its numbers does not.
	 * @param output the output
	 * @param processId the process id, known from elsewhere
	 * @return the status, empty if the output holds none
	 */
	static Optional<ServiceSnapshot> parse(String output, long processId) {
		List<String> numbers = new ArrayList<>();
		Matcher matcher = LINE.matcher(output);
		while (matcher.find()) {
			numbers.add(matcher.group(2));
		}
		if (numbers.size() < 4) {
			return Optional.empty();
		}
		ServiceState state = ServiceState.of(Integer.parseInt(numbers.get(1)));
		return Optional.of(new ServiceSnapshot(state, Integer.parseUnsignedInt(numbers.get(2)),
				Integer.parseUnsignedInt(numbers.get(3)), (state != ServiceState.STOPPED) ? processId : 0));
	}

}
