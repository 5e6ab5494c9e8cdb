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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import io.github.winsvc.launch.JarExtractor;
import org.jspecify.annotations.Nullable;

/**
 * Lays out jars that hold nothing but the tools.
 */
final class FakeExtractor implements JarExtractor {

	/**
	 * Why nothing can be extracted.
	 */
	@Nullable IOException failure;

	int extracted;

	@Override
	public void extract(Path java, Path jar, Path destination) throws IOException {
		Files.createDirectories(destination.resolve("lib"));
		if (this.failure != null) {
			throw this.failure;
		}
		Files.copy(jar, destination.resolve(jar.getFileName()));
		this.extracted++;
	}

	/**
	 * Write a jar with the tools of Spring Boot.
	 * @param content what makes it differ from others
	 */
	static void write(Path jar, String content) throws IOException {
		Files.createDirectories(jar.getParent());
		try (JarOutputStream stream = new JarOutputStream(Files.newOutputStream(jar))) {
			write(stream, "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nMain-Class: Orders\n");
			write(stream, "BOOT-INF/lib/spring-boot-jarmode-tools-4.jar", content);
			write(stream, "BOOT-INF/lib/winsvc-spring-boot-autoconfigure-1.jar", "");
		}
	}

	private static void write(JarOutputStream stream, String name, String content) throws IOException {
		JarEntry entry = new JarEntry(name);
		entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
		stream.putNextEntry(entry);
		stream.write(content.getBytes(StandardCharsets.UTF_8));
	}

}
