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

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * The console, standard input and environment of this process. Standard input is read
 * past {@link System#in}, whose buffer nobody overwrites. Of a variable, Java itself
 * keeps a {@link String} as long as the process lives.
 *
 * @since 0.1.0
 */
public final class ProcessPasswordInput implements PasswordInput {

	private static final int LONGEST = 4096;

	private static final char BYTE_ORDER_MARK = '\uFEFF';

	private final Supplier<InputStream> input;

	/**
	 * Create a new input.
	 */
	public ProcessPasswordInput() {
		this(() -> new FileInputStream(FileDescriptor.in));
	}

	ProcessPasswordInput(Supplier<InputStream> input) {
		this.input = input;
	}

	@Override
	public boolean canAsk() {
		Console console = System.console();
		return console != null && isTerminal(console);
	}

	/**
	 * Since Java 22, there may be a console that is none, which says so.
	 */
	private static boolean isTerminal(Console console) {
		try {
			return (boolean) Console.class.getMethod("isTerminal").invoke(console);
		}
		catch (NoSuchMethodException ex) {
			return true;
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException("The console does not tell whether it is one", ex);
		}
	}

	@Override
	public char[] ask(String prompt) {
		Console console = System.console();
		char[] answer = (console != null) ? console.readPassword("%s", prompt) : null;
		return (answer != null) ? answer : new char[0];
	}

	@Override
	@SuppressWarnings("resource")
	public char[] readLine() throws IOException {
		InputStream stream = this.input.get();
		byte[] bytes = new byte[LONGEST];
		int length = 0;
		try {
			for (int next = stream.read(); next != -1 && next != '\n'; next = stream.read()) {
				if (length == LONGEST) {
					throw new IOException("the line has more than %d bytes".formatted(LONGEST));
				}
				bytes[length++] = (byte) next;
			}
			return decode(ByteBuffer.wrap(bytes, 0, (length > 0 && bytes[length - 1] == '\r') ? length - 1 : length));
		}
		finally {
			Arrays.fill(bytes, (byte) 0);
		}
	}

	/**
	 * Windows PowerShell may put a mark before the text.
	 */
	private static char[] decode(ByteBuffer bytes) throws IOException {
		CharBuffer decoded = CharBuffer.allocate(bytes.remaining() + 1);
		try {
			if (StandardCharsets.UTF_8.newDecoder().decode(bytes, decoded, true).isError()) {
				throw new IOException("the line is not in UTF-8");
			}
			decoded.flip();
			int begin = (decoded.hasRemaining() && decoded.get(0) == BYTE_ORDER_MARK) ? 1 : 0;
			return Arrays.copyOfRange(decoded.array(), begin, decoded.limit());
		}
		finally {
			Arrays.fill(decoded.array(), '\0');
		}
	}

	@Override
	public char @Nullable [] variable(String name) {
		String value = System.getenv(name);
		return (value != null) ? value.toCharArray() : null;
	}

}
