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

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.winsvc.access.SecurityPolicy;
import io.github.winsvc.access.ServiceFile;
import io.github.winsvc.access.ServiceFiles;
import io.github.winsvc.access.WritableFile;
import io.github.winsvc.access.WriteAccess;
import io.github.winsvc.launch.ApplicationArchive;
import io.github.winsvc.launch.ApplicationLayout;
import io.github.winsvc.launch.PreparedApplication;
import io.github.winsvc.launch.ServiceHome;
import io.github.winsvc.scm.FileRole;
import io.github.winsvc.scm.ServiceDefinition;
import io.github.winsvc.scm.ServiceSetting.Account;
import io.github.winsvc.scm.Win32Error;

/**
 * Refuses to register a service that others than administrators could change, or one of
 * an account that the operator does not allow.
 */
final class SecurityGuard {

	private static final String OVERRIDE = "--winsvc.security.allow-writable-files";

	private final Context context;

	private final SecurityPolicy policy;

	SecurityGuard(Context context) {
		this.context = context;
		this.policy = context.settings().security();
	}

	/**
	 * Return what the service would run. Logs and data count where install leaves them as
	 * they are.
	 */
	static List<ServiceFile> files(CommandSettings settings, ApplicationArchive archive, PreparedApplication prepared,
			Path nativeLibrary) {
		ServiceHome home = settings.home();
		List<ServiceFile> files = new ArrayList<>(ServiceFiles.ofJar(archive.path()));
		files.addAll(ServiceFiles.ofJava(settings.jvm().java()));
		files.addAll(ServiceFiles.ofHome(home, nativeLibrary));
		ApplicationLayout layout = prepared.layout();
		if (layout != null) {
			files.addAll(ServiceFiles.ofLayout(layout));
		}
		List<Path> existing = home.existing();
		ServiceFiles.ofData(home)
			.stream()
			.filter((file) -> file.role() == FileRole.WAY || existing.contains(file.path()))
			.forEach(files::add);
		return files;
	}

	/**
	 * Refuse what is not allowed; warn of what is allowed explicitly.
	 * @param details takes what there is to tell a program
	 * @throws CommandException with {@link ExitStatus#USAGE}
	 */
	void require(ServiceDefinition definition, List<ServiceFile> files, Map<String, Object> details) {
		if (!this.policy.allowLocalSystem() && definition.settings().get(Account.class).isLocalSystem()) {
			throw new CommandException(ExitStatus.USAGE,
					"winsvc.account=LocalSystem is not allowed: winsvc.security.allow-local-system is false.")
				.remedy("Leave winsvc.account out, which gives the service an account of its own, NT SERVICE\\%s, "
					.formatted(this.context.name())
						+ "or set it to LocalService or NetworkService. LocalSystem may do anything on this machine.");
		}
		WriteAccess access = access(files);
		List<String> findings = findings(access);
		if (findings.isEmpty()) {
			return;
		}
		List<Map<String, Object>> writable = details(access);
		if (!this.policy.allowWritableFiles()) {
			throw refusal(access, findings).detail("writableFiles", writable);
		}
		details.put("writableFiles", writable);
		this.context.line("Warning: others than administrators may change what the service runs. Whoever");
		this.context.line("may has the rights of the service. It was allowed explicitly:");
		findings.forEach((finding) -> this.context.line("  " + finding));
	}

	private WriteAccess access(List<ServiceFile> files) {
		try {
			return WriteAccess.to(files, this.context.machine().surroundings().inspection(), this.context.name());
		}
		catch (IOException ex) {
			throw CommandException.of("find out who may write to what the service runs", ex);
		}
	}

	private List<String> findings(WriteAccess access) {
		List<String> findings = new ArrayList<>();
		access.writable().forEach((file) -> findings.add(file.text()));
		access.unprotected()
			.forEach((path) -> findings
				.add(path + " can be written by anyone: its file system keeps no access control lists"));
		access.hidden().forEach((path) -> findings.add("access denied to " + path));
		return findings;
	}

	private CommandException refusal(WriteAccess access, List<String> findings) {
		String lines = String.join("\n", findings);
		if (access.writable().isEmpty() && access.unprotected().isEmpty()) {
			return new CommandException(ExitStatus.ACCESS_DENIED,
					"Could not find out who may write to what the service "
							+ "'%s' runs.".formatted(this.context.name()))
				.explain(lines)
				.error(Win32Error.ACCESS_DENIED)
				.remedy("Run this command from an elevated command prompt (Run as administrator). If it is elevated, "
						+ "let administrators see that, or do it all the same: " + OVERRIDE);
		}
		return new CommandException(ExitStatus.USAGE,
				"Others than administrators may change what the service '%s' would run.".formatted(this.context.name()))
			.explain(lines)
			.remedy(remedy(access));
	}

	private String remedy(WriteAccess access) {
		List<String> commands = access.writable().stream().map(WritableFile::commands).flatMap(List::stream).toList();
		List<String> remedy = new ArrayList<>();
		remedy.add("Whoever may has the rights of the service. Move it below C:\\Program Files, where only "
				+ "administrators may write" + (commands.isEmpty() ? "." : ", or let the others read only:"));
		remedy.addAll(commands);
		remedy.add("To do it all the same: " + OVERRIDE);
		return String.join("\n", remedy);
	}

	private List<Map<String, Object>> details(WriteAccess access) {
		List<Map<String, Object>> all = new ArrayList<>();
		for (WritableFile file : access.writable()) {
			all.add(details(file.file().path(), (file.file().role() == FileRole.WAY) ? "rename" : "write",
					file.accounts()));
		}
		access.unprotected().forEach((path) -> all.add(details(path, "write", List.of("*"))));
		access.hidden().forEach((path) -> all.add(details(path, "unknown", List.of())));
		return all;
	}

	private Map<String, Object> details(Path path, String right, List<String> accounts) {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("path", path.toString());
		details.put("right", right);
		details.put("accounts", accounts);
		return details;
	}

}
