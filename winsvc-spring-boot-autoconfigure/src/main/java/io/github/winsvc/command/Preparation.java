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
import java.util.List;

import io.github.winsvc.launch.ApplicationArchive;
import io.github.winsvc.launch.ApplicationLayout;
import io.github.winsvc.launch.ArchiveDirectory;
import io.github.winsvc.launch.LayoutKind;
import io.github.winsvc.launch.PreparedApplication;
import io.github.winsvc.launch.ServiceHome;
import io.github.winsvc.scm.ProtectedDirectories;

/**
 * Prepares the application in the home of its service, so that it starts fast.
 */
final class Preparation {

	private final Context context;

	private final PreparedApplication application;

	/**
	 * Find out what shall be prepared of the jar as it is now.
	 * @throws CommandException if the jar cannot be read
	 */
	Preparation(Context context, ApplicationArchive archive) {
		this.context = context;
		this.application = application(context.settings(), archive);
	}

	private static PreparedApplication application(CommandSettings settings, ApplicationArchive archive) {
		if (!isLaidOut(settings, archive)) {
			return inPlace(settings);
		}
		try {
			return prepared(settings, ApplicationLayout.of(archive, settings.home()));
		}
		catch (IOException ex) {
			throw CommandException.of("read the jar '%s'".formatted(archive.path()), ex);
		}
	}

	private static boolean isLaidOut(CommandSettings settings, ApplicationArchive archive) {
		return settings.configured().layout() == LayoutKind.PREPARED && archive.isExtractable();
	}

	private static PreparedApplication inPlace(CommandSettings settings) {
		return settings.configured().archive()
				? new PreparedApplication(null, ArchiveDirectory.inPlace(settings.home())) : PreparedApplication.NONE;
	}

	private static PreparedApplication prepared(CommandSettings settings, ApplicationLayout layout) {
		return new PreparedApplication(layout,
				settings.configured().archive() ? ArchiveDirectory.of(settings.home(), layout.id()) : null);
	}

	/**
	 * Return what shall be prepared.
	 */
	PreparedApplication application() {
		return this.application;
	}

	/**
	 * Return what would be prepared of a jar if it had not changed since it was laid out.
	 * The jar is not read for that.
	 * @param layout the layout of then
	 */
	static PreparedApplication unchanged(CommandSettings settings, ApplicationArchive archive,
			ApplicationLayout layout) {
		return isLaidOut(settings, archive) ? prepared(settings, layout) : inPlace(settings);
	}

	/**
	 * Whether there is nothing to do.
	 */
	boolean isComplete() {
		return isLayoutComplete() && hasOptions();
	}

	private boolean isLayoutComplete() {
		ApplicationLayout layout = this.application.layout();
		return layout == null || layout.isComplete();
	}

	/**
	 * Who is not an administrator cannot look for the file.
	 */
	private boolean hasOptions() {
		ArchiveDirectory archive = this.application.archive();
		return archive == null || !Files.notExists(archive.options());
	}

	/**
	 * Show what there is to do.
	 */
	void show() {
		ApplicationLayout layout = this.application.layout();
		if (layout != null && !layout.isComplete()) {
			this.context.line("  + layout: " + layout.directory());
		}
	}

	/**
	 * Do it.
	 * @param options the options of the service's JVM
	 * @throws IOException if a file cannot be written
	 */
	void write(List<String> options) throws IOException {
		ProtectedDirectories directories = this.context.machine().directories();
		ApplicationLayout layout = this.application.layout();
		if (layout != null) {
			layout.write(this.context.settings().jvm().java(), this::extract, directories);
		}
		ArchiveDirectory archive = this.application.archive();
		if (archive != null) {
			ServiceHome home = this.context.settings().home();
			directories.createForAdministrators(home.archives());
			directories.createForService(archive.path(), this.context.name());
			archive.begin(options);
		}
	}

	private void extract(Path java, Path jar, Path destination) throws IOException {
		try {
			this.context.machine().extractor().extract(java, jar, destination);
		}
		catch (IOException ex) {
			throw new IOException("The jar cannot be laid out: %s To run it in its place: --winsvc.layout=in-place"
				.formatted(FileProblem.text(ex)), ex);
		}
	}

}
