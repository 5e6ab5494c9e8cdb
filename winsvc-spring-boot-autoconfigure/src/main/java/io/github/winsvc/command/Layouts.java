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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.github.winsvc.launch.ApplicationLayout;
import io.github.winsvc.launch.ArchiveDirectory;
import io.github.winsvc.launch.FileTree;
import io.github.winsvc.launch.RunRecord;
import io.github.winsvc.launch.ServiceCommandLine;
import io.github.winsvc.launch.ServiceHome;
import io.github.winsvc.scm.ServiceProcess;
import io.github.winsvc.scm.ServiceState;
import org.jspecify.annotations.Nullable;

/**
 * The layouts of an application in the home of its service, of which some are not needed
 * any more.
 */
final class Layouts {

	private final Context context;

	Layouts(Context context) {
		this.context = context;
	}

	private Optional<ServiceCommandLine> registered() {
		return this.context.manager().find(this.context.name()).flatMap(Context::commandLine);
	}

	/**
	 * Return the directory of the layout that the process of the service runs, which an
	 * update may have replaced since.
	 * @return the directory, empty if there is no process or it has not said so
	 */
	Optional<Path> running(ServiceHome home, ServiceProcess process) {
		if (process.state() == ServiceState.STOPPED || process.state() == ServiceState.START_PENDING) {
			return Optional.empty();
		}
		return RunRecord.read(home.lastRun()).map(RunRecord::application).map(Path::getParent);
	}

	/**
	 * Remove what neither the registration refers to nor the process runs. Unless that is
	 * known, nothing is removed.
	 * @param details takes what there is to tell a program
	 */
	void removeUnused(Map<String, Object> details) {
		Optional<ServiceCommandLine> registered = registered();
		ServiceHome home = registered.flatMap(ServiceCommandLine::home).orElse(null);
		Optional<ServiceProcess> process = this.context.manager().query(this.context.name());
		if (home == null || process.isEmpty()) {
			return;
		}
		Set<Path> used = new HashSet<>();
		use(registered.flatMap(ServiceCommandLine::layout).map(ApplicationLayout::directory).orElse(null), home, used);
		if (process.get().state() != ServiceState.STOPPED) {
			Optional<Path> running = running(home, process.get());
			if (running.isEmpty()) {
				return;
			}
			use(running.get(), home, used);
		}
		Stream.of(home.applications(), home.archives())
			.flatMap((directory) -> children(directory).stream())
			.filter((directory) -> !used.contains(directory.getFileName()))
			.forEach((directory) -> remove(directory, details));
	}

	/**
	 * Note the names of what a service uses that runs the jar in a directory, which is a
	 * layout or, as far as it does not look like one, its place.
	 */
	private static void use(@Nullable Path directory, ServiceHome home, Set<Path> used) {
		if (directory != null) {
			used.add(directory.getFileName());
		}
		if (directory == null || !home.applications().equals(directory.getParent())) {
			used.add(ArchiveDirectory.inPlace(home).path().getFileName());
		}
	}

	private List<Path> children(Path directory) {
		if (!Files.isDirectory(directory)) {
			return List.of();
		}
		try (Stream<Path> children = Files.list(directory)) {
			return children.sorted().toList();
		}
		catch (IOException ex) {
			this.context.line("  %s cannot be read: %s".formatted(directory, FileProblem.text(ex)));
			return List.of();
		}
	}

	/**
	 * What is left is tried again the next time.
	 */
	private void remove(Path directory, Map<String, Object> details) {
		try {
			FileTree.delete(directory);
		}
		catch (IOException ex) {
			this.context.line("  not needed any more, but could not be removed: " + directory);
			this.context.line("    " + FileProblem.text(ex));
			details.put("left", directory.toString());
		}
	}

}
