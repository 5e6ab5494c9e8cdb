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

package io.github.winsvc.launch;

import java.io.File;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Where a service keeps what makes its next start fast: an archive of the classes of one
 * layout, and the options with which the JVM records or uses it. The service itself
 * writes here.
 *
 * @param path the directory
 * @since 0.1.0
 */
public record ArchiveDirectory(Path path) {

	/** No identifier of a layout. */
	private static final String IN_PLACE = "in-place";

	/** With these the operator has decided, or there can be no archive. */
	private static final List<String> DECIDING = List.of("-XX:SharedArchiveFile=", "-XX:SharedClassListFile=",
			"-XX:DumpLoadedClassList=", "-XX:ArchiveClassesAtExit=", "-XX:+AutoCreateSharedArchive",
			"-XX:+RecordDynamicDumpInfo", "-XX:AOTCache", "-XX:AOTMode=", "-XX:AOTConfiguration=", "-Xshare",
			"-XX:+UseSharedSpaces", "-XX:-UseSharedSpaces", "-javaagent:", "--patch-module", "--upgrade-module-path",
			"--limit-modules");

	/**
	 * Return the directory of a layout.
	 * @param home the home of the service
	 * @param layout the identifier of the layout
	 * @return the directory, which may not exist
	 */
	public static ArchiveDirectory of(ServiceHome home, String layout) {
		return new ArchiveDirectory(home.archives().resolve(layout));
	}

	/**
	 * Return the directory of a service that runs its jar in place.
	 * @param home the home of the service
	 * @return the directory, which may not exist
	 */
	public static ArchiveDirectory inPlace(ServiceHome home) {
		return of(home, IN_PLACE);
	}

	/**
	 * Return the directory of the service that this process is.
	 * @return the directory, which may not exist; {@code null} if the process is no
	 * service or has more than a jar
	 */
	public static @Nullable ArchiveDirectory ofThisProcess() {
		ServiceHome home = ServiceHome.ofThisProcess();
		String jar = System.getProperty("java.class.path", "");
		if (home == null || jar.isEmpty() || jar.contains(File.pathSeparator)) {
			return null;
		}
		if (System.getProperty(ServiceCommandLine.SOURCE) == null) {
			return inPlace(home);
		}
		Path layout = Path.of(jar).toAbsolutePath().getParent();
		Path name = (layout != null) ? layout.getFileName() : null;
		return (name != null) ? of(home, name.toString()) : null;
	}

	/**
	 * Whether the service runs its jar in place.
	 * @return whether that is so
	 */
	public boolean isInPlace() {
		return this.path.endsWith(IN_PLACE);
	}

	/**
	 * Return the file of the JVM's options.
	 * @return the file, without which the service does not start
	 */
	public Path options() {
		return this.path.resolve("jvm.options");
	}

	/**
	 * Return the file that tells how it stands.
	 * @return the file of an {@link ArchiveRecord}
	 */
	public Path record() {
		return this.path.resolve("archive.properties");
	}

	/**
	 * Return what stands for the options in the command line of the service.
	 * @return an argument of the {@code java} launcher
	 */
	public String argument() {
		return "@" + options();
	}

	/**
	 * Have the next start record a list of classes, unless there are options already. The
	 * directory must exist. Where there can be no archive, the options are empty and the
	 * record says why.
	 * @param serviceOptions the other options of the service, whose JVM is taken to be
	 * this one
	 * @throws IOException if the options cannot be written
	 */
	public void begin(List<String> serviceOptions) throws IOException {
		begin(serviceOptions, ArchiveMethod.ofThisJvm(isInPlace(), false).orElse(null));
	}

	void begin(List<String> serviceOptions, @Nullable ArchiveMethod method) throws IOException {
		if (Files.exists(options())) {
			return;
		}
		String obstacle = obstacle(serviceOptions, method).orElse(null);
		if (obstacle == null && method != null) {
			try {
				write(method.recording(file("recording-1", method.recordingExtension())), serviceOptions);
			}
			catch (CharacterCodingException ex) {
				obstacle = unreadable();
			}
		}
		if (obstacle != null) {
			write(List.of(), serviceOptions);
		}
		ArchiveRecord.begun(obstacle).write(record());
	}

	/**
	 * Write the options of the next start: those of the archive, and a small heap to
	 * begin with, unless the service decides on that.
	 * @param archiveOptions the options with which the JVM records or uses an archive
	 * @param serviceOptions the other options of the service
	 * @throws CharacterCodingException if the launcher could not read an option
	 * @throws IOException if the options cannot be written
	 */
	public void write(List<String> archiveOptions, List<String> serviceOptions) throws IOException {
		List<String> options = new ArrayList<>(InitialHeap.options(others(serviceOptions)));
		options.addAll(archiveOptions);
		new ArgumentFile(options).write(options());
	}

	/**
	 * Whether {@link #options()} has the next start record or use an archive.
	 * @return whether that is so
	 * @throws IOException if the options cannot be read
	 */
	public boolean isSwitchedOn() throws IOException {
		return ArgumentFile.read(options()).arguments().stream().anyMatch(this::isMine);
	}

	/**
	 * Return why there can be no archive.
	 * @param options the options of the service, those of this directory included or not
	 * @param method the way of its JVM, {@code null} if it has none
	 * @return the reason, empty if there can be one
	 */
	public Optional<String> obstacle(List<String> options, @Nullable ArchiveMethod method) {
		if (method == null) {
			return Optional.of("the JVM is not HotSpot");
		}
		if (this.path.toString().contains(File.pathSeparator)) {
			return Optional
				.of("the JVM takes the '" + File.pathSeparator + "' in '" + this.path + "' for the end of a path");
		}
		return others(options).stream()
			.filter((option) -> DECIDING.stream().anyMatch(option::startsWith))
			.findFirst()
			.map((option) -> "the service has the option " + option);
	}

	/**
	 * Return why the options cannot be written.
	 * @return the reason, with the encoding that the launcher reads
	 */
	public String unreadable() {
		return "java cannot read the path '%s' in the encoding %s".formatted(this.path,
				System.getProperty("sun.jnu.encoding"));
	}

	/**
	 * Return the options that do not come from {@link #options()}.
	 * @param options the options of a JVM
	 * @return the options of the operator, of install and of Windows
	 */
	public List<String> others(List<String> options) {
		boolean mine = options.stream().anyMatch(this::isMine);
		return options.stream()
			.filter((option) -> !isMine(option) && !option.equals(InitialHeap.OPTION))
			.filter((option) -> !(mine && ArchiveMethod.AOT_CACHE.recording("").contains(option)))
			.toList();
	}

	/**
	 * Return the file that an option names.
	 * @param options the options of a JVM
	 * @param prefix the option up to its value
	 * @return a file of this directory, {@code null} if none is named
	 */
	public @Nullable Path named(List<String> options, String prefix) {
		return options.stream()
			.filter((option) -> option.startsWith(prefix) && isMine(option))
			.map((option) -> Path.of(option.substring(prefix.length())))
			.reduce((first, last) -> last)
			.orElse(null);
	}

	private boolean isMine(String option) {
		int value = option.indexOf('=') + 1;
		try {
			return value > 0 && option.startsWith("-XX:")
					&& this.path.equals(Path.of(option.substring(value)).getParent());
		}
		catch (InvalidPathException ex) {
			return false;
		}
	}

	/**
	 * Return a file of this directory.
	 * @param name its name
	 * @param extension how it ends, without a dot
	 * @return the file
	 */
	public Path file(String name, String extension) {
		return this.path.resolve(name + "." + extension);
	}

}
