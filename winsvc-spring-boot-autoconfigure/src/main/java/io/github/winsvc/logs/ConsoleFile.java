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

package io.github.winsvc.logs;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

import org.jspecify.annotations.Nullable;

/**
 * A file for what an application prints to its console. It is created with the first
 * output. A full one becomes the former one, in place of the one before. Whoever cannot
 * write hears of it and may try again at any time.
 */
final class ConsoleFile extends OutputStream {

	private final Path file;

	private final Path former;

	private final long limit;

	private @Nullable OutputStream stream;

	private long size;

	ConsoleFile(Path file, Path former, long limit) {
		this.file = file;
		this.former = former;
		this.limit = limit;
	}

	@Override
	public void write(int b) throws IOException {
		write(new byte[] { (byte) b }, 0, 1);
	}

	@Override
	public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
		try {
			OutputStream open = open();
			if (this.size > 0 && this.size + length > this.limit) {
				close();
				Files.move(this.file, this.former, StandardCopyOption.REPLACE_EXISTING);
				open = open();
			}
			open.write(bytes, offset, length);
			this.size += length;
		}
		catch (IOException ex) {
			close();
			throw ex;
		}
	}

	private OutputStream open() throws IOException {
		if (this.stream == null) {
			this.stream = Files.newOutputStream(this.file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
			this.size = Files.size(this.file);
		}
		return this.stream;
	}

	@Override
	public synchronized void close() throws IOException {
		OutputStream open = this.stream;
		this.stream = null;
		if (open != null) {
			open.close();
		}
	}

}
