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

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import io.github.winsvc.launch.CommandLine;
import io.github.winsvc.scm.KebabCase;
import io.github.winsvc.scm.RegistryReader;
import io.github.winsvc.scm.RegistryValues;
import io.github.winsvc.scm.ServiceRegistration;
import io.github.winsvc.scm.ServiceSetting;
import io.github.winsvc.scm.ServiceSetting.Account;
import io.github.winsvc.scm.ServiceSetting.Description;
import io.github.winsvc.scm.ServiceSetting.DisplayName;
import io.github.winsvc.scm.ServiceSetting.ImagePath;
import io.github.winsvc.scm.ServiceSetting.Recovery;
import io.github.winsvc.scm.ServiceSetting.Start;
import io.github.winsvc.scm.ServiceSetting.Triggers;

/**
 * An installed service, whatever runs it.
 */
final class InstalledService {

	private static final Pattern UNQUOTED = Pattern
		.compile("(?i)^((?:[a-z]:|%|\\\\)(?:(?! [-/])[^\"])*?\\.exe)(?=\\s|$)");

	private static final int INTERACTIVE = 0x100;

	private static final int RESTRICTED = 3;

	private final ServiceRegistration registration;

	private final RegistryReader registry;

	private final String key;

	private final List<String> imagePath;

	InstalledService(ServiceRegistration registration, RegistryReader registry) {
		this.registration = registration;
		this.registry = registry;
		this.key = "SYSTEM\\CurrentControlSet\\Services\\" + registration.name();
		this.imagePath = CommandLine
			.split(quoted(registration.settings().find(ImagePath.class).map(ImagePath::value).orElse("")));
	}

	/**
	 * Windows runs a program without quotation marks even if its path has blanks.
	 */
	private static String quoted(String imagePath) {
		return UNQUOTED.matcher(imagePath.strip()).replaceFirst("\"$1\"");
	}

	String name() {
		return this.registration.name().value();
	}

	String program() {
		return this.imagePath.get(0);
	}

	List<String> arguments() {
		return this.imagePath.subList(1, this.imagePath.size());
	}

	String account() {
		return this.registration.settings().find(Account.class).map(Account::value).orElse("");
	}

	/**
	 * Read what the program of the service has written below its key.
	 */
	RegistryValues parameters(String subkey) {
		return this.registry.read(this.key + "\\Parameters" + subkey);
	}

	RegistryValues read(String path) {
		return this.registry.read(path);
	}

	/**
	 * Carry over what Windows knows of every service.
	 */
	MigrationBuilder builder(String kind) {
		MigrationBuilder builder = new MigrationBuilder(kind + ", service " + name());
		RegistryValues values = this.registry.read(this.key);
		builder.name(name());
		find(DisplayName.class).map(DisplayName::value)
			.filter((text) -> !text.isBlank())
			.ifPresent(builder::displayName);
		find(Description.class).map(Description::value).ifPresent(builder::description);
		find(Start.class).map((start) -> KebabCase.of(start.value()))
			.map((type) -> (type.equals("auto") && isOn(values, "DelayedAutostart")) ? "delayed-auto" : type)
			.ifPresent(builder::startType);
		dependencies(builder, values);
		values.text("Group").ifPresent((group) -> builder.text("group", "the group", group));
		Accounts.carry(builder, account(), name());
		if (values.number("ServiceSidType").orElse(0) == RESTRICTED) {
			builder.set("service-sid-type", "restricted");
		}
		if ((values.number("Type").orElse(0) & INTERACTIVE) != 0) {
			builder.notCarried("interactive", "Windows keeps services away from the desktop.",
					"Show windows in a program that the user starts.");
		}
		find(Triggers.class).filter((triggers) -> !triggers.isUnset())
			.ifPresent((triggers) -> builder.notCarried("triggers", "They are: " + triggers.text() + ".",
					"Write them into winsvc.triggers, see docs/install.md."));
		builder.environment("Environment", values.list("Environment"));
		return builder;
	}

	void recovery(MigrationBuilder builder) {
		find(Recovery.class).ifPresent((recovery) -> Recoveries.carry(builder, recovery));
	}

	private void dependencies(MigrationBuilder builder, RegistryValues values) {
		List<String> dependencies = new ArrayList<>(values.list("DependOnService"));
		values.list("DependOnGroup").forEach((group) -> dependencies.add("+" + group));
		if (!dependencies.isEmpty()) {
			builder.set("dependencies", dependencies);
		}
	}

	static boolean isOn(RegistryValues values, String name) {
		return values.number(name).orElse(0) != 0;
	}

	private <S extends ServiceSetting> Optional<S> find(Class<S> kind) {
		return this.registration.settings().find(kind);
	}

}
