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
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

import io.github.winsvc.launch.ArchiveDirectory;
import io.github.winsvc.launch.PatientWriter;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.core.log.LogMessage;

/**
 * The files of an archive directory. No file is ever written a second time, as a JVM may
 * have it open.
 */
class ArchiveFiles {

	private static final Log logger = LogFactory.getLog(ArchiveFiles.class);

	private static final Pattern NUMBERED = Pattern.compile("(?:archive|recording|classes)-(\\d{1,9})\\..+");

	private static final String PARTIAL = ".part";

	private static final int BUFFER_SIZE = 1 << 16;

	private final ArchiveDirectory directory;

	ArchiveFiles(ArchiveDirectory directory) {
		this.directory = directory;
	}

	/**
	 * Return a file that does not exist and never has beside those that do.
	 */
	Path next(String kind, String extension) throws IOException {
		int highest = 0;
		try (DirectoryStream<Path> files = Files.newDirectoryStream(this.directory.path())) {
			for (Path file : files) {
				Matcher matcher = NUMBERED.matcher(file.getFileName().toString());
				if (matcher.matches()) {
					highest = Math.max(highest, Integer.parseInt(matcher.group(1)));
				}
			}
		}
		return this.directory.file(kind + "-" + (highest + 1), extension);
	}

	/**
	 * Delete what is of no use. What cannot be deleted remains for the next time.
	 * @param kept the files in use
	 */
	void clean(Collection<Path> kept) throws IOException {
		try (DirectoryStream<Path> files = Files.newDirectoryStream(this.directory.path())) {
			for (Path file : files) {
				if (NUMBERED.matcher(file.getFileName().toString()).matches() && !kept.contains(file)) {
					delete(file);
				}
			}
		}
	}

	static void delete(Path file) {
		try {
			// The JVM makes archives that Windows does not delete
			file.toFile().setWritable(true);
			PatientWriter.write(() -> Files.deleteIfExists(file));
		}
		catch (IOException ex) {
			logger.debug(LogMessage.format("'%s' cannot be deleted yet", file), ex);
		}
	}

	/**
	 * Return where a file is made before it has its name.
	 */
	static Path partial(Path file) {
		return file.resolveSibling(file.getFileName() + PARTIAL);
	}

	/**
	 * Give a file its name, once it is safe on the disk.
	 */
	static void complete(Path file) throws IOException {
		Path partial = partial(file);
		partial.toFile().setWritable(true);
		try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
			channel.force(true);
		}
		Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
	}

	/**
	 * Copy the complete lines of a file to which a JVM still writes.
	 */
	static void copyLines(Path recording, Path list) throws IOException {
		byte[] bytes = Files.readAllBytes(recording);
		int end = bytes.length;
		while (end > 0 && bytes[end - 1] != '\n') {
			end--;
		}
		Path partial = partial(list);
		try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
			ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, end);
			while (buffer.hasRemaining()) {
				channel.write(buffer);
			}
		}
		complete(list);
	}

	/**
	 * Return the CRC-32 of a file.
	 */
	static long checksum(Path file) throws IOException {
		CRC32 checksum = new CRC32();
		byte[] buffer = new byte[BUFFER_SIZE];
		try (InputStream input = Files.newInputStream(file)) {
			for (int count = input.read(buffer); count != -1; count = input.read(buffer)) {
				checksum.update(buffer, 0, count);
			}
		}
		return checksum.getValue();
	}

}
