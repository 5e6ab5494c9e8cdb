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

package io.github.winsvc.doctor;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Files that look like a Java and an application.
 */
public final class SampleFiles {

	public static final String WINSVC = "BOOT-INF/lib/winsvc-spring-boot-autoconfigure-0.1.0.jar";

	private SampleFiles() {
	}

	public static Path java(Path home, String version) throws IOException {
		Files.createDirectories(home);
		Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\nOS_ARCH=\"x86_64\"\n");
		return Files.writeString(home.resolve("java.exe"), "java");
	}

	public static void jar(Path path, String mainClass, String classPath, String... entries) throws IOException {
		Manifest manifest = new Manifest();
		Attributes attributes = manifest.getMainAttributes();
		attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
		if (mainClass != null) {
			attributes.put(Attributes.Name.MAIN_CLASS, mainClass);
		}
		if (classPath != null) {
			attributes.put(Attributes.Name.CLASS_PATH, classPath);
		}
		Files.createDirectories(path.getParent());
		try (OutputStream stream = Files.newOutputStream(path);
				JarOutputStream jar = new JarOutputStream(stream, manifest)) {
			for (String entry : entries) {
				jar.putNextEntry(new JarEntry(entry));
			}
		}
	}

	public static void application(Path jar) throws IOException {
		jar(jar, "org.springframework.boot.loader.launch.JarLauncher", null, WINSVC);
	}

}
