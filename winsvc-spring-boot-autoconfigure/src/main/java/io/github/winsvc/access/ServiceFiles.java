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

package io.github.winsvc.access;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import io.github.winsvc.launch.ApplicationArchive;
import io.github.winsvc.launch.ApplicationLayout;
import io.github.winsvc.launch.NativeLibrary;
import io.github.winsvc.launch.ServiceHome;
import io.github.winsvc.scm.FileRole;

/**
 * The files and directories of a service that matter, the ways to them first. What a
 * directory holds beside them has its rights from there, and is not looked at.
 *
 * @since 0.1.0
 */
public final class ServiceFiles {

	private ServiceFiles() {
	}

	/**
	 * Return the jar and what is read beside it.
	 * @param jar the jar
	 * @return its directory, it and the file of operators
	 */
	public static List<ServiceFile> ofJar(Path jar) {
		Path directory = parent(jar);
		return programs(directory, jar, directory.resolve(ApplicationArchive.OPERATOR_FILE));
	}

	/**
	 * Return the Java.
	 * @param java {@code java.exe}
	 * @return the directories of programs and libraries, and the largest of their files
	 */
	public static List<ServiceFile> ofJava(Path java) {
		Path home = javaHome(java);
		Path libraries = home.resolve("lib");
		return programs(home, parent(java), java, libraries, libraries.resolve("modules"));
	}

	/**
	 * Return the directory of a Java.
	 * @param java {@code java.exe}
	 * @return the directory that holds it, or else {@code bin} with it
	 */
	public static Path javaHome(Path java) {
		Path bin = parent(java);
		return bin.endsWith("bin") ? parent(bin) : bin;
	}

	/**
	 * Return what the service reads in its home.
	 * @param home the home
	 * @param nativeLibrary the directory of the native library
	 * @return the directories, and the library
	 */
	public static List<ServiceFile> ofHome(ServiceHome home, Path nativeLibrary) {
		return programs(home.directory(), home.nativeLibraries(), nativeLibrary,
				nativeLibrary.resolve(NativeLibrary.FILE_NAME));
	}

	/**
	 * Return a layout of the application.
	 * @param layout the layout
	 * @return the directories of layouts and of this one, its jar and its libraries
	 */
	public static List<ServiceFile> ofLayout(ApplicationLayout layout) {
		return programs(parent(layout.directory()), layout.directory(), layout.jar(),
				layout.directory().resolve("lib"));
	}

	/**
	 * Return what the service writes to.
	 * @param home the home
	 * @return the directories
	 */
	public static List<ServiceFile> ofData(ServiceHome home) {
		List<ServiceFile> files = new ArrayList<>();
		if (!home.logs().startsWith(home.directory())) {
			files.addAll(ways(home.logs()));
		}
		files.add(new ServiceFile(home.logs(), FileRole.DATA));
		files.add(new ServiceFile(home.data(), FileRole.DATA));
		return files;
	}

	private static List<ServiceFile> programs(Path first, Path... further) {
		List<ServiceFile> files = new ArrayList<>(ways(first));
		files.add(new ServiceFile(first, FileRole.PROGRAM));
		for (Path path : further) {
			files.add(new ServiceFile(path, FileRole.PROGRAM));
		}
		return files;
	}

	/**
	 * Who may rename a directory can put another one in its place.
	 */
	private static List<ServiceFile> ways(Path path) {
		Deque<ServiceFile> ways = new ArrayDeque<>();
		for (Path way = path.toAbsolutePath().getParent(); way != null; way = way.getParent()) {
			ways.addFirst(new ServiceFile(way, FileRole.WAY));
		}
		return List.copyOf(ways);
	}

	private static Path parent(Path path) {
		Path parent = path.toAbsolutePath().getParent();
		return (parent != null) ? parent : path.toAbsolutePath();
	}

}
