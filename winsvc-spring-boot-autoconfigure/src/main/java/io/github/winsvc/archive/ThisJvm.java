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

package io.github.winsvc.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import javax.management.JMException;
import javax.management.ObjectName;

import io.github.winsvc.launch.ArchiveDirectory;
import io.github.winsvc.launch.ArchiveMethod;
import org.jspecify.annotations.Nullable;

/**
 * The JVM of this process, asked through its management beans.
 */
class ThisJvm implements RecordingJvm {

	private final ArchiveDirectory directory;

	private final Path jar;

	private final boolean aotCache;

	/**
	 * Create the view of this JVM.
	 * @param jar the jar of the application
	 */
	ThisJvm(ArchiveDirectory directory, Path jar, boolean aotCache) {
		this.aotCache = aotCache;
		this.directory = directory;
		this.jar = jar;
	}

	@Override
	public @Nullable ArchiveMethod method() {
		return ArchiveMethod.ofThisJvm(this.directory.isInPlace(), this.aotCache).orElse(null);
	}

	@Override
	public String version() {
		return Runtime.version().toString().replaceFirst("\\+.*", "");
	}

	@Override
	public List<String> options() {
		return ManagementFactory.getRuntimeMXBean().getInputArguments();
	}

	@Override
	public boolean usesArchive(ArchiveMethod method) {
		if (method == ArchiveMethod.LOADED_CLASSES) {
			// It comes on top of the archive of Java itself, which is used in any case
			return dictionaries().contains("Dynamic ");
		}
		VmFlags flags = VmFlags.ofThisJvm();
		if (flags.has("UseSharedSpaces")) {
			return flags.isSet("UseSharedSpaces");
		}
		// Later versions have no such flag, but tell of archived classes only if there
		// are any
		return dictionaries().contains("Shared Dictionary statistics");
	}

	private static String dictionaries() {
		try {
			return String.valueOf(command("vmSystemdictionary", new String[0]));
		}
		catch (JMException ex) {
			return "";
		}
	}

	@Override
	public void writeLoadedClasses(Path list) throws BuildFailedException, IOException {
		try {
			Files.write(list, LoadedClasses.parse(String.valueOf(command("vmClassHierarchy", new String[0]))));
		}
		catch (JMException ex) {
			throw new BuildFailedException("the JVM does not tell which classes it has loaded: " + ex.getMessage());
		}
	}

	@Override
	public void endRecording() throws BuildFailedException {
		try {
			command("aotEndRecording", null);
		}
		catch (JMException ex) {
			throw new BuildFailedException("the JVM does not end the recording: " + ex.getMessage());
		}
	}

	private static Object command(String name, String @Nullable [] arguments) throws JMException {
		return ManagementFactory.getPlatformMBeanServer()
			.invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"), name,
					(arguments != null) ? new Object[] { arguments } : null,
					(arguments != null) ? new String[] { String[].class.getName() } : null);
	}

	/**
	 * Return the options of this JVM that one must have which builds an archive for it.
	 */
	List<String> optionsForBuilding() {
		List<String> options = new ArrayList<>(VmFlags.ofThisJvm().optionsForBuilding());
		this.directory.others(options()).stream().filter(VmFlags::decidesOnClasses).forEach(options::add);
		return options;
	}

	@Override
	public String fingerprint() {
		List<String> parts = new ArrayList<>();
		parts.add(System.getProperty("java.vm.name"));
		parts.add(System.getProperty("java.vm.version"));
		parts.add(System.getProperty("java.vm.vendor"));
		parts.add(System.getProperty("java.home"));
		parts.addAll(optionsForBuilding());
		try {
			addJars(parts);
			byte[] digest = MessageDigest.getInstance("SHA-256")
				.digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest, 0, 12);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void addJars(List<String> parts) throws IOException {
		Path layout = this.jar.toAbsolutePath().getParent();
		if (this.directory.isInPlace() || layout == null) {
			parts.add(text(this.jar));
			return;
		}
		addFiles(layout, parts);
		if (Files.isDirectory(layout.resolve("lib"))) {
			addFiles(layout.resolve("lib"), parts);
		}
	}

	private static void addFiles(Path directory, List<String> parts) throws IOException {
		List<String> files = new ArrayList<>();
		try (DirectoryStream<Path> jars = Files.newDirectoryStream(directory, "*.jar")) {
			for (Path jar : jars) {
				files.add(text(jar));
			}
		}
		files.sort(null);
		parts.addAll(files);
	}

	private static String text(Path jar) throws IOException {
		return jar.getFileName() + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar).toMillis();
	}

}
