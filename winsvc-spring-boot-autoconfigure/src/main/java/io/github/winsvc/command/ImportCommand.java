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

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.winsvc.migrate.Migration;
import io.github.winsvc.migrate.MigrationException;
import io.github.winsvc.migrate.Migrator;
import io.github.winsvc.migrate.NotCarried;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceName;
import io.github.winsvc.scm.ServiceRegistration;

/**
 * Shows the configuration that corresponds to a service which another program runs. What
 * is printed for people is a YAML file, with comments around the properties.
 */
final class ImportCommand implements Command {

	private final String source;

	ImportCommand(String source) {
		this.source = source;
	}

	@Override
	public Result run(Context context) {
		Migration migration = isFile() ? ofFile() : ofService(context);
		new ImportPage(migration).print(context.output());
		return new Result(ExitStatus.DONE, details(migration));
	}

	private boolean isFile() {
		return this.source.matches("(?is).*\\.(xml|ya?ml)|.*[\\\\/].*");
	}

	private Migration ofFile() {
		try {
			Path file = Path.of(this.source);
			if (!Files.isRegularFile(file)) {
				throw new CommandException(ExitStatus.USAGE, "There is no file %s.".formatted(this.source))
					.remedy("Name the XML file of WinSW or an installed service.");
			}
			return Migrator.ofFile(file);
		}
		catch (MigrationException | InvalidPathException ex) {
			throw unreadable(ex);
		}
	}

	private Migration ofService(Context context) {
		try {
			ServiceRegistration registration = context.manager().find(serviceName()).orElseThrow(this::notInstalled);
			if (Context.commandLine(registration).isPresent()) {
				throw new CommandException(ExitStatus.FAILED,
						"The service '%s' was installed by winsvc already.".formatted(registration.name()))
					.remedy("Look at it with --winsvc.status");
			}
			return Migrator.ofService(registration, context.machine().registry());
		}
		catch (MigrationException ex) {
			throw unreadable(ex);
		}
		catch (ScmException ex) {
			throw CommandException.of("read the service '%s'".formatted(this.source), ex);
		}
	}

	private ServiceName serviceName() {
		try {
			return new ServiceName(this.source);
		}
		catch (IllegalArgumentException ex) {
			throw new UsageException(String.valueOf(ex.getMessage()));
		}
	}

	private CommandException notInstalled() {
		return new CommandException(ExitStatus.NOT_INSTALLED,
				"The service '%s' is not installed.".formatted(this.source))
			.remedy("To list the services: sc.exe query type= service state= all");
	}

	private CommandException unreadable(Exception ex) {
		return new CommandException(ExitStatus.FAILED,
				"Could not import %s: %s.".formatted(this.source, ex.getMessage()));
	}

	private static Map<String, Object> details(Migration migration) {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("source", migration.source());
		details.put("properties", migration.properties());
		details.put("notCarriedOver", migration.notCarried().stream().map(ImportCommand::details).toList());
		details.put("install", List.of(migration.install(), migration.installWithOptions()));
		return details;
	}

	private static Map<String, Object> details(NotCarried item) {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("what", item.what());
		details.put("why", item.why());
		details.put("remedy", item.remedy());
		return details;
	}

}
