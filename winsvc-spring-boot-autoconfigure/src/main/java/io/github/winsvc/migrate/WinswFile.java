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

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import io.github.winsvc.launch.CommandLine;
import org.jspecify.annotations.Nullable;

/**
 * The XML file of a WinSW service, of its versions 2 and 3.
 */
final class WinswFile {

	private final XmlElement root;

	private final String directory;

	private final MigrationBuilder builder;

	private final Variables variables = new Variables();

	private WinswFile(XmlElement root, Path file) {
		this.root = root;
		this.directory = String.valueOf(file.toAbsolutePath().normalize().getParent());
		this.builder = new MigrationBuilder("WinSW, " + file);
	}

	/**
	 * Read a file.
	 * @param file the file
	 * @param account the account of the installed service, {@code null} if it is not
	 * known
	 */
	static Migration read(Path file, @Nullable String account) throws MigrationException {
		XmlElement root = XmlFile.read(file);
		if (!root.name().equals("service")) {
			throw new MigrationException("its root is not the <service> of WinSW");
		}
		return new WinswFile(root, file).migrate(account);
	}

	private Migration migrate(@Nullable String account) {
		this.variables.define("BASE", this.directory);
		text("id").ifPresent((id) -> {
			this.variables.define("SERVICE_ID", id);
			this.variables.define("WINSW_SERVICE_ID", id);
			this.builder.name(id);
		});
		text("name").ifPresent(this.builder::displayName);
		text("description").ifPresent(this.builder::description);
		environment();
		program();
		startType();
		List<String> dependencies = this.root.all("depend").stream().map((depend) -> depend.text().strip()).toList();
		if (!dependencies.isEmpty()) {
			this.builder.set("dependencies", dependencies);
		}
		account(account);
		new WinswRecovery(this.root, this.builder).carry();
		text("logpath").ifPresent((path) -> this.builder.logDirectory("logpath"));
		text("priority").ifPresent((priority) -> this.builder.priority("priority", priority));
		duration("stoptimeout", "stop.timeout");
		duration("preshutdownTimeout", "preshutdown-timeout");
		text("securityDescriptor").ifPresent((sddl) -> this.builder.securityDescriptor("securityDescriptor", sddl));
		WinswLeftovers.list(this.root, this.builder);
		return this.builder.build();
	}

	private Optional<String> text(String element) {
		return this.root.textOf(element).map(this.variables::expand);
	}

	private String absolute(String path) {
		return WindowsPaths.resolve(this.directory, path);
	}

	private void environment() {
		for (XmlElement env : this.root.all("env")) {
			Optional<String> name = env.attribute("name").filter((text) -> !text.isBlank());
			String value = this.variables.expand(env.attribute("value").orElse(""));
			name.ifPresent((text) -> {
				this.variables.define(text, value);
				this.builder.environment("env", text, value);
			});
		}
	}

	private void program() {
		String program = text("executable").orElse("");
		String workingDirectory = text("workingdirectory").map(this::absolute).orElse(this.directory);
		new ProgramReader(this.builder).read("executable", program, arguments(), workingDirectory);
	}

	private List<String> arguments() {
		String all = List.of(arguments("startargument"), arguments("argument"))
			.stream()
			.filter((line) -> !line.isEmpty())
			.collect(Collectors.joining(" "));
		return CommandLine.split("java " + all.replaceAll("\\s*[\\r\\n]+\\s*", " ")).stream().skip(1).toList();
	}

	/**
	 * Return the arguments, which version 2 can have as one element each.
	 */
	private String arguments(String element) {
		List<XmlElement> each = this.root.all(element);
		return each.isEmpty() ? text(element + "s").orElse("") : each.stream()
			.map((argument) -> this.variables.expand(argument.text().strip()))
			.map((argument) -> (argument.contains(" ") && !argument.startsWith("\"")) ? '"' + argument + '"' : argument)
			.collect(Collectors.joining(" "));
	}

	private void startType() {
		String mode = text("startmode").orElse("Automatic").toLowerCase(Locale.ROOT);
		boolean delayed = this.root.isOn("delayedAutoStart");
		switch (mode) {
			case "automatic" -> this.builder.startType(delayed ? "delayed-auto" : "auto");
			case "manual", "disabled" -> this.builder.startType(mode);
			default -> this.builder.notCarried("startmode", "It is none of a service.", "Set winsvc.start-type.");
		}
	}

	private void account(@Nullable String installed) {
		Optional<XmlElement> element = this.root.first("serviceaccount");
		Optional<String> user = element.flatMap((account) -> account.textOf("username"));
		if (user.isEmpty()) {
			String domain = element.flatMap((account) -> account.textOf("domain")).orElse(".");
			user = element.flatMap((account) -> account.textOf("user")).map((name) -> domain + "\\" + name);
		}
		String service = text("id").orElse("");
		Accounts.carry(this.builder, user.map(this.variables::expand).orElse((installed != null) ? installed : ""),
				service);
		if (element.filter((account) -> account.first("prompt").isPresent()).isPresent()) {
			this.builder.notCarried("serviceaccount prompt", "The account was asked for at the installation.",
					"Set winsvc.account.");
		}
	}

	private void duration(String element, String property) {
		text(element).ifPresent((text) -> Durations.read(text)
			.ifPresentOrElse((time) -> this.builder.set(property, Durations.text(time)), () -> this.builder
				.notCarried(element, "Its value is no time of WinSW.", "Set winsvc." + property + ".")));
	}

}
