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

package io.github.winsvc.migrate;

import java.util.Map;
import java.util.Set;

/**
 * The elements of a WinSW file that have no counterpart.
 */
final class WinswLeftovers {

	private static final Set<String> CARRIED = Set.of("id", "name", "description", "executable", "argument",
			"arguments", "startargument", "startarguments", "env", "startmode", "delayedAutoStart", "depend",
			"onfailure", "resetfailure", "serviceaccount", "workingdirectory", "priority", "stoptimeout", "logpath",
			"preshutdown", "preshutdownTimeout", "securityDescriptor");

	private static final String NOTHING = "Nothing is to be done.";

	private static final NotCarried STOP = new NotCarried("stopexecutable, stoparguments",
			"A stop closes the application context, no second process does it.",
			"If the command did more, do that in a @PreDestroy method.");

	private static final NotCarried COMMANDS = new NotCarried("commands around start and stop",
			"winsvc runs no other programs.",
			"Do it in the application: before it is ready, or in a @PreDestroy method.");

	private static final NotCarried OUTPUT = new NotCarried("log",
			"The output of the process goes nowhere; the application logs to a file, and rotates that itself.",
			"See logging.logback.rollingpolicy.max-file-size, max-history and the like of Spring Boot.");

	private static final NotCarried DRIVES = new NotCarried("shared directories", "winsvc connects no network drives.",
			"Use UNC paths, \\\\server\\share, in the application.");

	private static final NotCarried PROGRESS = new NotCarried("waithint, sleeptime",
			"The service reports its progress itself.", NOTHING);

	private static final NotCarried WRAPPER = new NotCarried("settings of the wrapper",
			"There is no second process to stop, to hide or to keep up to date.", NOTHING);

	private static final Map<String, NotCarried> KNOWN = Map.ofEntries(Map.entry("stopexecutable", STOP),
			Map.entry("stopargument", STOP), Map.entry("stoparguments", STOP), Map.entry("prestart", COMMANDS),
			Map.entry("poststart", COMMANDS), Map.entry("prestop", COMMANDS), Map.entry("poststop", COMMANDS),
			Map.entry("log", OUTPUT), Map.entry("logmode", OUTPUT), Map.entry("logname", OUTPUT),
			Map.entry("outfiledisabled", OUTPUT), Map.entry("errfiledisabled", OUTPUT),
			Map.entry("outfilepattern", OUTPUT), Map.entry("errfilepattern", OUTPUT),
			Map.entry("sharedDirectoryMapping", DRIVES), Map.entry("waithint", PROGRESS),
			Map.entry("sleeptime", PROGRESS), Map.entry("stopparentprocessfirst", WRAPPER),
			Map.entry("hidewindow", WRAPPER), Map.entry("autoRefresh", WRAPPER),
			Map.entry("interactive",
					new NotCarried("interactive", "Windows keeps services away from the desktop.",
							"Show windows in a program that the user starts.")),
			Map.entry("beeponshutdown",
					new NotCarried("beeponshutdown", "A service has no sound of its own.", NOTHING)),
			Map.entry("download",
					new NotCarried("download", "winsvc loads no files.",
							"Have them loaded by the deployment, or by the application before it is ready.")),
			Map.entry("extensions",
					new NotCarried("extensions",
							"winsvc has no extensions of WinSW. A process that is left over cannot "
									+ "be, and network drives are not connected.",
							"Use UNC paths, \\\\server\\share, in the application.")));

	private WinswLeftovers() {
	}

	static void list(XmlElement root, MigrationBuilder builder) {
		for (XmlElement element : root.children()) {
			NotCarried known = KNOWN.get(element.name());
			if (known != null) {
				builder.notCarried(known.what(), known.why(), known.remedy());
			}
			else if (!CARRIED.contains(element.name())) {
				String name = element.name().substring(0, Math.min(40, element.name().length()));
				builder.notCarried(name, "It is no setting of WinSW 2 or 3 that winsvc knows.",
						"See what it was meant for.");
			}
		}
	}

}
