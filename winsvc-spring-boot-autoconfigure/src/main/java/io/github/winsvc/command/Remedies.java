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

import java.util.Map;

import io.github.winsvc.scm.Win32Error;
import org.jspecify.annotations.Nullable;

/**
 * What to do about an error of Windows.
 */
final class Remedies {

	static final String MARKED_FOR_DELETE = "It is gone once no program holds it open: close services.msc, Task Manager, "
			+ "Process Explorer and the like, or restart Windows. Then try again.";

	static final String ELEVATED_PROMPT = "Run this command from an elevated command prompt (Run as administrator)";

	static final String ELEVATE = ELEVATED_PROMPT + ", or add --winsvc.elevate.";

	private static final String BAD_DESCRIPTOR = "Windows cannot read winsvc.security-descriptor. Compare it with what "
			+ "sc.exe sdshow prints.";

	private static final Map<Win32Error, String> REMEDIES = Map.ofEntries(
			remedy(2,
					"Is java.exe still where the image path says? Install the service again "
							+ "with the Java that it shall run on: --winsvc.install"),
			remedy(3,
					"Is java.exe still where the image path says? Install the service again "
							+ "with the Java that it shall run on: --winsvc.install"),
			remedy(5, ELEVATED_PROMPT + "."), remedy(32, "Another program has the file open. Close it and try again."),
			remedy(120, "The service does not know this control."),
			remedy(170, "Too many controls wait for the service already. Try again when it has caught up."),
			remedy(1051, "Stop the services that depend on this one first, or with it: --winsvc.force"),
			remedy(1052, "The service does not accept this control in its current state. See --winsvc.status"),
			remedy(1053,
					"The process of the service did not report to Windows in time. Can its account read the jar "
							+ "and the Java that it runs on? Run its command line at a command prompt to see more: "
							+ "--winsvc.status shows it."),
			remedy(1055, "Another program changes services at this moment. Try again."),
			remedy(1057,
					"The account does not exist on this machine, or its password is wrong. To tell the password: "
							+ "--winsvc.update --winsvc.password-from=prompt"),
			remedy(1058, "The service is disabled. Installing it again enables it: --winsvc.install"),
			remedy(1060, "Install the service first: --winsvc.install"),
			remedy(1061, "The service is busy. Try again in a moment, see --winsvc.status"),
			remedy(1062, "The service is not running. Start it with --winsvc.start"),
			remedy(1067, "The process of the service ended by itself. Look into its log directory."),
			remedy(1068, "A service that this one depends on did not start. Start that one first."),
			remedy(1069,
					"Windows refused the account of the service. It needs a valid password and the right "
							+ "'Log on as a service'. To tell a password that has changed: --winsvc.update "
							+ "--winsvc.password-from=prompt. What else may be wrong: --winsvc.doctor"),
			remedy(1070, "The service reported no progress. Look into its log directory."),
			remedy(1072, MARKED_FOR_DELETE),
			remedy(1073, "Another program has just created a service of this name. See --winsvc.status"),
			remedy(1075, "A service that this one depends on does not exist."),
			remedy(1078,
					"Another service has this name or display name. Choose others with --winsvc.name=<name> and "
							+ "--winsvc.display-name=<name>"),
			remedy(1336, BAD_DESCRIPTOR), remedy(1337, BAD_DESCRIPTOR), remedy(1115, "Windows is shutting down."));

	private Remedies() {
	}

	static @Nullable String of(Win32Error error) {
		return REMEDIES.get(error);
	}

	/**
	 * Return what to do when a verb that can be elevated was denied access.
	 */
	static String ofDenied(boolean elevated) {
		return elevated ? "This process is elevated already, so something else forbids it, such as the access rights "
				+ "of the service, which sc.exe sdshow prints, or a security program." : ELEVATE;
	}

	/**
	 * Return what to do when Windows has not started an elevated process.
	 */
	static String ofRefusedElevation(Win32Error error) {
		if (error.equals(Win32Error.CANCELLED)) {
			return "Windows asked, and the answer was No. To allow it, try again and answer Yes.";
		}
		boolean unseen = error.equals(Win32Error.REQUIRES_INTERACTIVE_WINDOWSTATION);
		return (unseen ? "Windows cannot ask where nobody sees a desktop. " : "") + ELEVATED_PROMPT + ".";
	}

	private static Map.Entry<Win32Error, String> remedy(int code, String remedy) {
		return Map.entry(new Win32Error(code), remedy);
	}

}
