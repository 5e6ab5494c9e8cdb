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

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Reads a log from near its end, and goes on as it grows, even when another file takes
 * its place. Whatever is no UTF-8 is replaced. The file may be renamed and deleted
 * meanwhile.
 *
 * @since 0.1.0
 */
public final class LogReader implements Closeable {

	private static final int BLOCK = 64 * 1024;

	private static final int LONGEST_LINE = 1024 * 1024;

	/** As much is remembered of what was read last, to know the file again. */
	private static final int MARK = 256;

	private final Path file;

	private final ByteArrayOutputStream line = new ByteArrayOutputStream();

	private SeekableByteChannel channel;

	private byte[] mark = new byte[0];

	private LogReader(Path file, SeekableByteChannel channel) {
		this.file = file;
		this.channel = channel;
	}

	/**
	 * Open a log.
	 * @param file the file
	 * @param lines how many lines to read of those that are there
	 * @return the reader
	 * @throws NoSuchFileException if there is no such file
	 * @throws IOException if it cannot be read
	 */
	public static LogReader open(Path file, int lines) throws IOException {
		return open(file, (channel) -> beginOfLines(channel, lines));
	}

	/**
	 * Open a log of which a few lines are not worth much.
	 * @param file the file
	 * @param bytes how much to read of what is there, less the part of a line at the
	 * beginning
	 * @return the reader
	 * @throws NoSuchFileException if there is no such file
	 * @throws IOException if it cannot be read
	 */
	public static LogReader openTail(Path file, int bytes) throws IOException {
		return open(file, (channel) -> beginOfTail(channel, bytes));
	}

	private static LogReader open(Path file, Begin begin) throws IOException {
		SeekableByteChannel channel = Files.newByteChannel(file);
		try {
			channel.position(begin.of(channel));
			return new LogReader(file, channel);
		}
		catch (IOException ex) {
			channel.close();
			throw ex;
		}
	}

	private static long beginOfTail(SeekableByteChannel channel, int bytes) throws IOException {
		long begin = channel.size() - bytes;
		if (begin <= 0) {
			return 0;
		}
		byte[] tail = read(channel, begin, bytes);
		for (int i = 0; i < tail.length; i++) {
			if (tail[i] == '\n') {
				return begin + i + 1;
			}
		}
		return begin;
	}

	private static long beginOfLines(SeekableByteChannel channel, int lines) throws IOException {
		long end = channel.size();
		long position = end;
		int found = 0;
		while (position > 0) {
			int length = (int) Math.min(BLOCK, position);
			position -= length;
			byte[] block = read(channel, position, length);
			for (int i = block.length - 1; i >= 0; i--) {
				// The last line may have an end or not
				if (block[i] == '\n' && position + i < end - 1 && ++found == lines) {
					return position + i + 1;
				}
			}
		}
		return 0;
	}

	private static byte[] read(SeekableByteChannel channel, long position, int length) throws IOException {
		ByteBuffer bytes = ByteBuffer.allocate(length);
		channel.position(position);
		while (bytes.hasRemaining() && channel.read(bytes) != -1) {
			continue;
		}
		return Arrays.copyOf(bytes.array(), bytes.position());
	}

	/**
	 * Read what is there now. When the file was replaced, the rest of the former one
	 * comes before the new one.
	 * @param lines takes each complete line
	 * @throws IOException if the file cannot be read
	 */
	public void read(Consumer<String> lines) throws IOException {
		readToEnd(lines);
		while (isReplaced()) {
			readToEnd(lines);
			finish(lines);
			SeekableByteChannel next;
			try {
				next = Files.newByteChannel(this.file);
			}
			catch (NoSuchFileException ex) {
				return;
			}
			this.channel.close();
			this.channel = next;
			this.mark = new byte[0];
			readToEnd(lines);
		}
	}

	/**
	 * Hand over a last line without an end.
	 * @param lines takes it
	 */
	public void finish(Consumer<String> lines) {
		if (this.line.size() > 0) {
			endLine(lines);
		}
	}

	private void readToEnd(Consumer<String> lines) throws IOException {
		ByteBuffer bytes = ByteBuffer.allocate(BLOCK);
		while (this.channel.read(bytes) > 0) {
			for (int i = 0; i < bytes.position(); i++) {
				byte b = bytes.get(i);
				if (b == '\n' || this.line.size() >= LONGEST_LINE) {
					endLine(lines);
				}
				if (b != '\n' && b != '\r') {
					this.line.write(b);
				}
			}
			remember(Arrays.copyOf(bytes.array(), bytes.position()));
			bytes.clear();
		}
	}

	private void endLine(Consumer<String> lines) {
		lines.accept(this.line.toString(StandardCharsets.UTF_8));
		this.line.reset();
	}

	private void remember(byte[] read) {
		byte[] all = Arrays.copyOf(this.mark, this.mark.length + read.length);
		System.arraycopy(read, 0, all, this.mark.length, read.length);
		this.mark = Arrays.copyOfRange(all, Math.max(0, all.length - MARK), all.length);
	}

	/**
	 * Another file is shorter, or has something else where this one was read last. A file
	 * that is not there yet is waited for.
	 */
	private boolean isReplaced() throws IOException {
		long position = this.channel.position();
		try (SeekableByteChannel now = Files.newByteChannel(this.file)) {
			if (this.mark.length == 0) {
				return now.size() > 0 && this.channel.size() == 0;
			}
			return now.size() < position
					|| !Arrays.equals(read(now, position - this.mark.length, this.mark.length), this.mark);
		}
		catch (NoSuchFileException ex) {
			return false;
		}
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
	}

	/**
	 * Finds out where to begin.
	 */
	@FunctionalInterface
	private interface Begin {

		long of(SeekableByteChannel channel) throws IOException;

	}

}
