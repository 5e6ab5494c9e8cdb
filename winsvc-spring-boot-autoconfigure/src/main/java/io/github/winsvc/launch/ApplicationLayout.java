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

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

import io.github.winsvc.scm.ProtectedDirectories;

/**
 * An application as it is laid out in the home of its service. Each content of the jar
 * has a directory of its own, so that what a running service uses is never replaced.
 *
 * @param source the jar that it was laid out from, which operators replace
 * @param directory the directory, which only administrators can write to
 * @since 0.1.0
 */
public record ApplicationLayout(Path source, Path directory) {

	private static final int RENAME_ATTEMPTS = 50;

	private static final long RENAME_INTERVAL = 100;

	/**
	 * Return the layout of a jar as it is now.
	 * @param archive the jar
	 * @param home the home of the service
	 * @return the layout, which may not exist
	 * @throws IOException if the jar cannot be read
	 */
	public static ApplicationLayout of(ApplicationArchive archive, ServiceHome home) throws IOException {
		return new ApplicationLayout(archive.path(), home.applications().resolve(hash(archive.path())));
	}

	private static String hash(Path jar) throws IOException {
		try (InputStream stream = Files.newInputStream(jar)) {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			new DigestInputStream(stream, digest).transferTo(OutputStream.nullOutputStream());
			return HexFormat.of().formatHex(digest.digest(), 0, 6);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Return the name that no other content of the jar has.
	 * @return 12 hexadecimal digits
	 */
	public String id() {
		return this.directory.getFileName().toString();
	}

	/**
	 * Whether the jar is still the one that was laid out.
	 * @return whether its content is the same
	 * @throws IOException if the jar cannot be read
	 */
	public boolean isOfSource() throws IOException {
		return hash(this.source).equals(id());
	}

	/**
	 * Return the jar that the service runs.
	 * @return a jar beside its libraries
	 */
	public Path jar() {
		return this.directory.resolve(this.source.getFileName());
	}

	/**
	 * Whether the application is laid out as a whole.
	 * @return whether the directory is there, which it is once it is complete
	 */
	public boolean isComplete() {
		return Files.isRegularFile(jar());
	}

	/**
	 * Lay the application out, unless it is already. Whatever interrupts that leaves what
	 * no layout is called like.
	 * @param java the Java that the service runs on
	 * @param extractor extracts the jar
	 * @param directories creates protected directories
	 * @throws IOException if the jar cannot be extracted
	 */
	public void write(Path java, JarExtractor extractor, ProtectedDirectories directories) throws IOException {
		if (isComplete()) {
			return;
		}
		directories.createForAdministrators(Objects.requireNonNull(this.directory.getParent()));
		Path written = FileReplacement.unique(this.directory);
		FileTree.delete(written);
		try {
			extractor.extract(java, this.source, written);
			if (!Files.isRegularFile(written.resolve(this.source.getFileName()))) {
				throw new IOException("Its extraction has left no %s.".formatted(this.source.getFileName()));
			}
			if (!isComplete()) {
				FileTree.delete(this.directory);
			}
			rename(written);
		}
		finally {
			FileTree.delete(written);
		}
	}

	/**
	 * A virus scanner may look into the new files for a moment, which keeps the directory
	 * from being renamed. And another install may have been faster.
	 */
	private void rename(Path written) throws IOException {
		for (int attempt = 1;; attempt++) {
			try {
				Files.move(written, this.directory);
				return;
			}
			catch (FileSystemException ex) {
				if (isComplete()) {
					return;
				}
				if (!(ex instanceof AccessDeniedException) || attempt == RENAME_ATTEMPTS) {
					throw ex;
				}
				sleep();
			}
		}
	}

	private static void sleep() throws IOException {
		try {
			Thread.sleep(RENAME_INTERVAL);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", ex);
		}
	}

}
