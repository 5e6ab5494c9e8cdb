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

package io.github.winsvc.sample.machine;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

import org.jspecify.annotations.Nullable;

/**
 * Whole directories.
 */
final class FileTrees {

	private FileTrees() {
	}

	/**
	 * Delete a directory with all that is in it. Links are not followed.
	 * @param directory the directory; it need not exist
	 * @throws IOException if something cannot be deleted
	 */
	static void delete(Path directory) throws IOException {
		if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
			return;
		}
		Files.walkFileTree(directory, new SimpleFileVisitor<>() {

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
				Files.delete(file);
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
				if (failure != null) {
					throw failure;
				}
				Files.delete(visited);
				return FileVisitResult.CONTINUE;
			}

		});
	}

	/**
	 * Copy a directory with all that is in it.
	 * @param source the directory
	 * @param target the copy; it does not exist
	 * @throws IOException if something cannot be copied
	 */
	static void copy(Path source, Path target) throws IOException {
		copy(source, target, Files::copy);
	}

	/**
	 * Copy a directory with all that is in it.
	 * @param source the directory
	 * @param target the copy; it does not exist
	 * @param copier how to copy what is not a directory
	 * @throws IOException if something cannot be copied
	 */
	static void copy(Path source, Path target, Copier copier) throws IOException {
		Files.walkFileTree(source, new SimpleFileVisitor<>() {

			@Override
			public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) throws IOException {
				Files.createDirectories(target.resolve(source.relativize(visited).toString()));
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
				copier.copy(file, target.resolve(source.relativize(file).toString()));
				return FileVisitResult.CONTINUE;
			}

		});
	}

	/**
	 * Copies what is not a directory.
	 */
	@FunctionalInterface
	interface Copier {

		void copy(Path source, Path target) throws IOException;

	}

}
