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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * The executable jar that an application runs from.
 *
 * @param path the absolute path of the jar
 * @since 0.1.0
 */
public record ApplicationArchive(Path path) {

	/**
	 * The name of the file beside the jar in which operators configure the service.
	 */
	public static final String OPERATOR_FILE = "winsvc.yml";

	private static final String TOOLS = "BOOT-INF/lib/spring-boot-jarmode-tools";

	/**
	 * Find the jar of a JVM that was started with {@code java -jar}.
	 * @param classPath the value of the system property {@code java.class.path}
	 * @return the jar, empty if the class path is not a single executable jar
	 */
	public static Optional<ApplicationArchive> find(String classPath) {
		if (classPath.isEmpty() || classPath.contains(File.pathSeparator)) {
			return Optional.empty();
		}
		Path path = Path.of(classPath).toAbsolutePath().normalize();
		return isExecutable(path) ? Optional.of(new ApplicationArchive(path)) : Optional.empty();
	}

	/**
	 * Find the jar that operators know this process by. That is not the one that it runs
	 * if it is a service with a layout of its own.
	 * @return the jar, which may have been replaced since or be missing, empty if the
	 * process runs no jar
	 */
	public static Optional<ApplicationArchive> ofThisProcess() {
		String source = System.getProperty(ServiceCommandLine.SOURCE);
		return (source != null) ? Optional.of(new ApplicationArchive(Path.of(source)))
				: find(System.getProperty("java.class.path"));
	}

	private static boolean isExecutable(Path path) {
		if (!Files.isRegularFile(path)) {
			return false;
		}
		try (JarFile jar = new JarFile(path.toFile())) {
			Manifest manifest = jar.getManifest();
			return manifest != null && manifest.getMainAttributes().containsKey(Attributes.Name.MAIN_CLASS);
		}
		catch (IOException ex) {
			return false;
		}
	}

	/**
	 * Whether the jar can be laid out by Spring Boot's tools, which are a part of it
	 * unless its build leaves them out.
	 * @return whether it is a jar of Spring Boot with its tools
	 */
	public boolean isExtractable() {
		if (!Files.isRegularFile(this.path)) {
			return false;
		}
		try (JarFile jar = new JarFile(this.path.toFile())) {
			return jar.stream().anyMatch((entry) -> entry.getName().startsWith(TOOLS));
		}
		catch (IOException ex) {
			return false;
		}
	}

	/**
	 * Return the name of the jar without its version, the last resort for a service name.
	 * @return for example {@code orders} for {@code orders-1.2.0.jar}
	 */
	public String baseName() {
		String name = this.path.getFileName().toString();
		int dot = name.lastIndexOf('.');
		return ((dot > 0) ? name.substring(0, dot) : name).replaceFirst("-\\d+(\\.\\d+)*([.-][A-Za-z]+[0-9]*)?$", "");
	}

	/**
	 * Return the directory of the jar, the working directory of the service.
	 * @return the directory
	 */
	public Path directory() {
		Path parent = this.path.getParent();
		return (parent != null) ? parent : this.path;
	}

}
