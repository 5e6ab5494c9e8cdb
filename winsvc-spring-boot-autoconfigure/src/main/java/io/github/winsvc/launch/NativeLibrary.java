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
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

import io.github.winsvc.scm.ProtectedDirectories;

/**
 * The library {@code jnidispatch.dll} inside the JNA of the application. A service loads
 * it from a directory that only administrators can write to: one that is unpacked anew at
 * each start could be replaced, is blocked by application control, and needs a temporary
 * directory that a service account may not have.
 *
 * @since 0.1.0
 */
public final class NativeLibrary {

	/**
	 * The name of its file.
	 */
	public static final String FILE_NAME = "jnidispatch.dll";

	private final byte[] content;

	private NativeLibrary(byte[] content) {
		this.content = content;
	}

	/**
	 * Read the library that suits an architecture.
	 * @param architecture the value of the system property {@code os.arch}
	 * @return the library
	 * @throws IOException if JNA has none for the architecture
	 */
	public static NativeLibrary forArchitecture(String architecture) throws IOException {
		String resource = "com/sun/jna/" + directoryOf(architecture) + "/" + FILE_NAME;
		try (InputStream stream = NativeLibrary.class.getClassLoader().getResourceAsStream(resource)) {
			if (stream == null) {
				throw new IOException("JNA has no native library for the architecture '" + architecture + "'");
			}
			return new NativeLibrary(stream.readAllBytes());
		}
	}

	private static String directoryOf(String architecture) {
		return switch (architecture.toLowerCase(Locale.ROOT)) {
			case "amd64", "x86_64" -> "win32-x86-64";
			case "aarch64", "arm64" -> "win32-aarch64";
			default -> "win32-" + architecture;
		};
	}

	/**
	 * Return where the library belongs. Each version has a directory of its own, so that
	 * the one in use by a running service is never replaced.
	 * @param home the home of the service
	 * @return the directory to give to JNA
	 */
	public Path directory(ServiceHome home) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(this.content);
			return home.nativeLibraries().resolve("jna-" + HexFormat.of().formatHex(hash, 0, 6));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Whether a directory holds this very library.
	 * @param directory the directory
	 * @return whether the file is there and the same
	 * @throws IOException if it cannot be read
	 */
	public boolean isIn(Path directory) throws IOException {
		Path file = directory.resolve(FILE_NAME);
		return Files.exists(file) && Arrays.equals(Files.readAllBytes(file), this.content);
	}

	/**
	 * Write the library where it belongs, unless it is there already.
	 * @param home the home of the service
	 * @param directories creates protected directories
	 * @throws IOException if it cannot be written
	 */
	public void writeTo(ServiceHome home, ProtectedDirectories directories) throws IOException {
		Path directory = directory(home);
		directories.createForAdministrators(directory);
		Path file = directory.resolve(FILE_NAME);
		if (isIn(directory)) {
			return;
		}
		FileReplacement.replace(file, (written) -> Files.write(written, this.content));
	}

}
