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

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import io.github.winsvc.launch.PastReload;
import io.github.winsvc.launch.StartFailure;
import io.github.winsvc.scm.ExitCode;
import io.github.winsvc.scm.ServiceSetting;
import io.github.winsvc.scm.Win32Error;

/**
 * Values as they are told to programs and, where it takes several lines, to people.
 */
final class Details {

	private Details() {
	}

	/**
	 * Return the name of a kind of setting in camel case.
	 */
	static String key(ServiceSetting setting) {
		StringBuilder key = new StringBuilder();
		for (String word : setting.label().toLowerCase(Locale.ROOT).split(" ")) {
			key.append(key.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
		}
		return key.toString();
	}

	static Map<String, Object> of(ExitCode exitCode) {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("win32", exitCode.win32());
		details.put("serviceSpecific", exitCode.serviceSpecific());
		new Win32Error(exitCode.win32()).symbol().ifPresent((symbol) -> details.put("name", symbol));
		return details;
	}

	static Map<String, Object> of(StartFailure failure) {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("time", failure.time().toString());
		details.put("processId", failure.processId());
		details.put("description", failure.description());
		details.put("action", failure.action());
		return details;
	}

	static Map<String, Object> of(PastReload reload) {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("time", reload.begun().toString());
		details.put("trigger", reload.trigger());
		details.put("outcome", reload.outcome().toString());
		details.put("duration", reload.duration().toMillis() + " ms");
		details.put("keys", reload.keys());
		if (!reload.reasons().isEmpty()) {
			details.put("reasons", reload.reasons());
		}
		return details;
	}

	static String text(StartFailure failure) {
		String description = "\nDescription:\n\n" + failure.description().strip() + "\n\n";
		return failure.action().isBlank() ? description
				: description + "Action:\n\n" + failure.action().strip() + "\n\n";
	}

}
