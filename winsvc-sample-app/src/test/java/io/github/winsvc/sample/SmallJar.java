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

package io.github.winsvc.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/**
 * An executable jar of {@link SmallApplication}, with what it needs of the sample's.
 */
final class SmallJar {

	private static final String LIBRARIES = "BOOT-INF/lib/";

	private static final String CLASSES = "BOOT-INF/classes/";

	private static final String INDEX = "BOOT-INF/classpath.idx";

	private SmallJar() {
	}

	/**
	 * Write the jar.
	 * @param path the file, which is replaced
	 * @param version makes the content differ
	 */
	static void write(Path path, String version) {
		try (JarFile sample = new JarFile(PackagedSample.jar().toFile());
				JarOutputStream jar = new JarOutputStream(Files.newOutputStream(path))) {
			write(jar, JarFile.MANIFEST_NAME, manifest(sample));
			for (Enumeration<JarEntry> entries = sample.entries(); entries.hasMoreElements();) {
				JarEntry entry = entries.nextElement();
				if (isTaken(entry.getName())) {
					write(jar, entry.getName(), content(sample, entry));
				}
			}
			write(jar, CLASSES, new byte[0]);
			String type = SmallApplication.class.getName().replace('.', '/') + ".class";
			try (InputStream stream = SmallJar.class.getClassLoader().getResourceAsStream(type)) {
				write(jar, CLASSES + type, stream.readAllBytes());
			}
			write(jar, CLASSES + "application.properties", """
					spring.application.name=%s
					spring.main.keep-alive=true
					spring.main.banner-mode=off
					small.version=%s
					""".formatted(Operator.SERVICE, version).getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean isTaken(String name) {
		return name.startsWith(LIBRARIES) ? isNeeded(name)
				: name.equals(INDEX) || name.startsWith("org/") || name.startsWith("META-INF/services/");
	}

	private static boolean isNeeded(String library) {
		return Stream
			.of("winsvc-spring-boot-autoconfigure", "spring-boot-4", "spring-boot-autoconfigure-",
					"spring-boot-jarmode-", "spring-core", "spring-beans", "spring-context", "spring-aop",
					"spring-expression", "jna-", "logback-", "slf4j-api", "commons-logging", "jspecify", "snakeyaml",
					"jakarta.annotation", "micrometer-observation-", "micrometer-commons")
			.anyMatch((prefix) -> library.startsWith(LIBRARIES + prefix));
	}

	private static byte[] manifest(JarFile sample) throws IOException {
		Manifest manifest = new Manifest(sample.getManifest());
		manifest.getMainAttributes().putValue("Start-Class", SmallApplication.class.getName());
		manifest.getMainAttributes().remove(new Attributes.Name("Spring-Boot-Layers-Index"));
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		manifest.write(bytes);
		return bytes.toByteArray();
	}

	private static byte[] content(JarFile sample, JarEntry entry) throws IOException {
		byte[] content = sample.getInputStream(entry).readAllBytes();
		return entry.getName().equals(INDEX) ? new String(content, StandardCharsets.UTF_8).lines()
			.filter((line) -> isNeeded(line.replaceAll("[- \"]*(BOOT.*?)\"", "$1")))
			.collect(Collectors.joining("\n", "", "\n"))
			.getBytes(StandardCharsets.UTF_8) : content;
	}

	/**
	 * Spring Boot reads jars within a jar only where they are not compressed.
	 */
	private static void write(JarOutputStream jar, String name, byte[] content) throws IOException {
		ZipEntry entry = new ZipEntry(name);
		CRC32 checksum = new CRC32();
		checksum.update(content);
		entry.setMethod(ZipEntry.STORED);
		entry.setSize(content.length);
		entry.setCrc(checksum.getValue());
		jar.putNextEntry(entry);
		jar.write(content);
	}

}
