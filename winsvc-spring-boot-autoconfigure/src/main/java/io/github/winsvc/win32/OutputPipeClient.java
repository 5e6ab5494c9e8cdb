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
import java.io.OutputStream;
import java.util.Arrays;

import com.sun.jna.Native;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.ptr.IntByReference;
import io.github.winsvc.scm.OutputPipe;
import io.github.winsvc.scm.Win32Error;

/**
 * The end of an {@link OutputPipe} that an elevated process writes to. Whoever reads
 * cannot act in its name.
 */
final class OutputPipeClient extends OutputStream {

	private static final int SECURITY_SQOS_PRESENT = 0x100000;

	private static final int SECURITY_ANONYMOUS = 0;

	private final HANDLE pipe;

	private OutputPipeClient(HANDLE pipe) {
		this.pipe = pipe;
	}

	static OutputPipeClient connect(OutputPipe name) {
		HANDLE pipe = Kernel32.INSTANCE.CreateFile(name.name(), WinNT.GENERIC_WRITE, 0, null, WinNT.OPEN_EXISTING,
				SECURITY_SQOS_PRESENT | SECURITY_ANONYMOUS, null);
		ServiceHandle.check("CreateFile", !WinBase.INVALID_HANDLE_VALUE.equals(pipe));
		return new OutputPipeClient(pipe);
	}

	@Override
	public void write(int value) throws IOException {
		write(new byte[] { (byte) value }, 0, 1);
	}

	@Override
	public void write(byte[] bytes, int offset, int length) throws IOException {
		int end = offset + length;
		for (int written = offset; written < end;) {
			byte[] rest = Arrays.copyOfRange(bytes, written, end);
			IntByReference count = new IntByReference();
			if (!Kernel32.INSTANCE.WriteFile(this.pipe, rest, rest.length, count, null)) {
				throw new IOException("WriteFile failed: " + new Win32Error(Native.getLastError()));
			}
			written += count.getValue();
		}
	}

	@Override
	public void close() {
		Kernel32.INSTANCE.CloseHandle(this.pipe);
	}

}
