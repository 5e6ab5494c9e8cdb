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
package io.github.winsvc.win32;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.ptr.IntByReference;
import io.github.winsvc.scm.ElevatedProcess;

/**
 * A process that prints into a pipe.
 *
 * @param handle the process
 * @param pipe the end that reads
 */
record RelayedProcess(HANDLE handle, OutputPipeServer pipe) implements ElevatedProcess {

	private static final int PIECE = 4096;

	@Override
	public int relay(Consumer<String> output) {
		if (this.pipe.await(this.handle)) {
			relay(new InputStreamReader(this.pipe, StandardCharsets.UTF_8), output);
		}
		int reason = Kernel32.INSTANCE.WaitForSingleObject(this.handle, WinBase.INFINITE);
		ServiceHandle.check("WaitForSingleObject", reason == WinBase.WAIT_OBJECT_0);
		IntByReference code = new IntByReference();
		ServiceHandle.check("GetExitCodeProcess", Kernel32.INSTANCE.GetExitCodeProcess(this.handle, code));
		return code.getValue();
	}

	/**
	 * A reader returns what there is, and keeps the first bytes of a character until the
	 * others come.
	 */
	private static void relay(Reader reader, Consumer<String> output) {
		char[] piece = new char[PIECE];
		try {
			for (int count = reader.read(piece); count != -1; count = reader.read(piece)) {
				output.accept(new String(piece, 0, count));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.pipe.close();
		Kernel32.INSTANCE.CloseHandle(this.handle);
	}

}
