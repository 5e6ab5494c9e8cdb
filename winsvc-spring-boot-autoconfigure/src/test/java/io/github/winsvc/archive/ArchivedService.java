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

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

import io.github.winsvc.launch.ArchiveDirectory;
import io.github.winsvc.launch.ArchiveRecord;
import io.github.winsvc.launch.ArgumentFile;
import io.github.winsvc.launch.ServiceHome;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link ArchivedMain} in a layout as install makes it, run by real JVMs.
 */
final class ArchivedService {

	private static final List<String> LIBRARIES = List.of("spring-core-", "spring-context-", "spring-beans-",
			"commons-logging-", "jspecify-");

	private final Path home;

	private final Path layout;

	private final ArchiveDirectory directory;

	private ArchivedService(Path home, Path layout, ArchiveDirectory directory) {
		this.home = home;
		this.layout = layout;
		this.directory = directory;
	}

	static ArchivedService install(Path home) throws IOException {
		return install(new ArchivedService(home, home.resolve("application/0123456789ab"),
				ArchiveDirectory.of(new ServiceHome(home), "0123456789ab")));
	}

	static ArchivedService installInPlace(Path home) throws IOException {
		return install(
				new ArchivedService(home, home.resolve("apps"), ArchiveDirectory.inPlace(new ServiceHome(home))));
	}

	private static ArchivedService install(ArchivedService service) throws IOException {
		Path lib = Files.createDirectories(service.layout.resolve("lib"));
		Files.createDirectories(service.directory.path());
		List<String> names = new ArrayList<>();
		for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
			Path path = Path.of(entry);
			String name = path.getFileName().toString();
			if (LIBRARIES.stream().anyMatch(name::startsWith)) {
				Files.copy(path, lib.resolve(name));
				names.add("lib/" + name);
			}
		}
		Path classes = classesOf(ArchiveWatch.class);
		jar(lib.resolve("winsvc.jar"), new Manifest(), classes,
				(name) -> name.matches("io/github/winsvc/(archive|event|launch|scm|validation)/.*"));
		names.add("lib/winsvc.jar");
		Manifest manifest = new Manifest();
		manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
		manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, ArchivedMain.class.getName());
		manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, String.join(" ", names));
		jar(service.jar(), manifest, classesOf(ArchivedMain.class),
				(name) -> name.equals(ArchivedMain.class.getName().replace('.', '/') + ".class"));
		service.directory.begin(List.of());
		return service;
	}

	/**
	 * Return the archive that the options name.
	 */
	Path archive() throws IOException {
		Path archive = named();
		assertThat(archive.getFileName().toString()).startsWith("archive-");
		return archive;
	}

	/**
	 * Overwrite the begin of the archive that the options name.
	 */
	void garbleArchive() throws IOException {
		try (RandomAccessFile file = new RandomAccessFile(archive().toFile(), "rw")) {
			file.write("garbage".repeat(100).getBytes());
		}
	}

	/**
	 * Run with the archive that the options name.
	 * @return what the run has printed
	 */
	String useArchive() throws Exception {
		try (Run run = start()) {
			run.awaitText("The JVM uses the archive " + archive());
			run.stop();
			assertThat(run.usesArchive()).isTrue();
			return run.text();
		}
	}

	/**
	 * Replace the jar by one that prints something else.
	 */
	void replaceJar() throws IOException {
		Path replaced = Files.createTempFile(this.home, "orders", ".jar");
		try (JarFile former = new JarFile(jar().toFile());
				JarOutputStream output = new JarOutputStream(Files.newOutputStream(replaced), former.getManifest())) {
			String name = ArchivedMain.class.getName().replace('.', '/') + ".class";
			output.putNextEntry(new JarEntry(name));
			byte[] bytes = former.getInputStream(former.getEntry(name)).readAllBytes();
			// As many bytes as before
			output.write(new String(bytes, StandardCharsets.ISO_8859_1).replace("stopped", "STOPPED")
				.getBytes(StandardCharsets.ISO_8859_1));
		}
		Files.move(replaced, jar(), StandardCopyOption.REPLACE_EXISTING);
	}

	private static Path classesOf(Class<?> type) {
		return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()));
	}

	private static void jar(Path jar, Manifest manifest, Path classes, Predicate<String> filter) throws IOException {
		manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
		try (OutputStream file = Files.newOutputStream(jar);
				JarOutputStream output = new JarOutputStream(file, manifest);
				Stream<Path> files = Files.walk(classes)) {
			for (Path path : files.filter(Files::isRegularFile).toList()) {
				String name = classes.relativize(path).toString().replace(File.separatorChar, '/');
				if (filter.test(name)) {
					output.putNextEntry(new JarEntry(name));
					Files.copy(path, output);
				}
			}
		}
	}

	Path jar() {
		return this.layout.resolve("orders.jar");
	}

	ArchiveDirectory directory() {
		return this.directory;
	}

	ArchiveRecord.State state() {
		return ArchiveRecord.read(this.directory.record()).orElseThrow().state();
	}

	String text() {
		return ArchiveRecord.read(this.directory.record()).orElseThrow().text();
	}

	/**
	 * Return the only file that the options name.
	 */
	Path named() throws IOException {
		List<String> options = ArgumentFile.read(this.directory.options()).arguments();
		String last = options.get(options.size() - 1);
		return Path.of(last.substring(last.indexOf('=') + 1));
	}

	Run start() throws IOException {
		return start(false);
	}

	Run start(boolean aotCache) throws IOException {
		Path output = Files.createTempFile(this.home, "run", ".out");
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.add(this.directory.argument());
		if (!this.directory.isInPlace()) {
			command.add("-Dwinsvc.source=orders.jar");
		}
		command.addAll(List.of("-Xrs", "--enable-native-access=ALL-UNNAMED",
				"--add-opens=java.base/java.lang=ALL-UNNAMED", "-Xlog:class+load:file=" + output + ".classes",
				"-Dwinsvc.home=" + this.home, "-Daot-cache=" + aotCache, "-jar", jar().toString()));
		return new Run(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start(),
				output);
	}

	record Run(Process process, Path output) implements AutoCloseable {

		/**
		 * Wait until it is so.
		 */
		void await(Callable<Boolean> condition) throws Exception {
			long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
			while (!Boolean.TRUE.equals(condition.call())) {
				assertThat(this.process.isAlive()).as(text()).isTrue();
				assertThat(System.nanoTime()).as(text()).isLessThan(end);
				Thread.sleep(50);
			}
		}

		void awaitText(String text) throws Exception {
			await(() -> text().contains(text));
		}

		String text() throws IOException {
			return Files.readString(this.output);
		}

		/**
		 * Whether the classes of the application came from an archive.
		 */
		boolean usesArchive() throws IOException {
			List<String> lines = Arrays.stream(Files.readString(Path.of(this.output + ".classes")).split("\n"))
				.filter((line) -> line.contains(" " + ArchivedMain.class.getName() + " ")
						|| line.contains(" " + ArchiveWatch.class.getName() + " "))
				.toList();
			assertThat(lines).hasSize(2);
			assertThat(lines.stream().map((line) -> line.contains("source: shared objects file")).distinct())
				.hasSize(1);
			return lines.get(0).contains("source: shared objects file");
		}

		void stop() throws Exception {
			this.process.getOutputStream().close();
			assertThat(this.process.waitFor(20, TimeUnit.SECONDS)).isTrue();
			assertThat(this.process.exitValue()).as(text()).isZero();
		}

		@Override
		public void close() {
			this.process.destroyForcibly().onExit().join();
		}

	}

}
