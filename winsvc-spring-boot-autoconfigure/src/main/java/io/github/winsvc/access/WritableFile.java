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

package io.github.winsvc.access;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.winsvc.scm.FileRole;

/**
 * A file or directory of a service that others may change.
 *
 * @param file the file or directory
 * @param accounts who may, as Windows spells them
 * @since 0.1.0
 */
public record WritableFile(ServiceFile file, List<String> accounts) {

	public WritableFile {
		accounts = List.copyOf(accounts);
	}

	/**
	 * Return what they may do.
	 * @return a line for people
	 */
	public String text() {
		return ((this.file.role() == FileRole.WAY) ? "what is in %s can be renamed by %s" : "%s can be written by %s")
			.formatted(this.file.path(), String.join(", ", this.accounts));
	}

	/**
	 * Return the commands that let them read only. A right that is inherited can be
	 * replaced only once it is the file's own. Someone who owns the file could take it
	 * back. The asterisk marks the SID of Administrators, whose name depends on the
	 * language.
	 * @return command lines for an elevated prompt; empty if others use the directory too
	 */
	public List<String> commands() {
		if (this.file.role() == FileRole.WAY) {
			return List.of();
		}
		Path path = this.file.path();
		List<String> commands = new ArrayList<>();
		commands.add("icacls \"%s\" /setowner *S-1-5-32-544".formatted(path));
		commands.add("icacls \"%s\" /inheritance:d".formatted(path));
		for (String account : this.accounts) {
			String who = account.matches("S-1-[\\d-]+") ? "*" + account : account;
			String rights = Files.isDirectory(path) ? "(OI)(CI)(RX)" : "(RX)";
			commands.add("icacls \"%s\" /grant:r \"%s:%s\"".formatted(path, who, rights));
		}
		return commands;
	}

}
