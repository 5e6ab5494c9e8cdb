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

import java.io.InputStream;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinDef.ULONGByReference;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import io.github.winsvc.scm.OutputPipe;
import io.github.winsvc.scm.ScmException;

/**
 * The end of an {@link OutputPipe} that reads. Only administrators of this machine can
 * open the other end, and only the process that is expected there is listened to.
 */
final class OutputPipeServer extends InputStream {

	private static final int SDDL_REVISION_1 = 1;

	private static final String ADMINISTRATORS = "D:P(A;;GA;;;SY)(A;;GA;;;BA)";

	private static final int FILE_FLAG_FIRST_PIPE_INSTANCE = 0x80000;

	private static final int BUFFER_SIZE = 0x10000;

	private static final int OVERLAPPED_SIZE = 3 * Native.POINTER_SIZE + 2 * Integer.BYTES;

	private static final int OVERLAPPED_EVENT = 2 * Native.POINTER_SIZE + 2 * Integer.BYTES;

	private final HANDLE pipe;

	private final HANDLE event;

	private final Memory overlapped = new Memory(OVERLAPPED_SIZE);

	private final Memory buffer = new Memory(BUFFER_SIZE);

	private OutputPipeServer(HANDLE pipe, HANDLE event) {
		this.pipe = pipe;
		this.event = event;
		this.overlapped.clear();
		this.overlapped.setPointer(OVERLAPPED_EVENT, event.getPointer());
	}

	/**
	 * Create a pipe that nobody else has created.
	 */
	static OutputPipeServer create(OutputPipe name) {
		HANDLE event = Kernel32.INSTANCE.CreateEvent(null, true, false, null);
		if (event == null) {
			throw ServiceHandle.failure("CreateEvent");
		}
		try {
			return new OutputPipeServer(createPipe(name), event);
		}
		catch (RuntimeException | Error ex) {
			Kernel32.INSTANCE.CloseHandle(event);
			throw ex;
		}
	}

	private static HANDLE createPipe(OutputPipe name) {
		PointerByReference descriptor = new PointerByReference();
		ServiceHandle.check("ConvertStringSecurityDescriptorToSecurityDescriptor", AccessControlFunctions.INSTANCE
			.ConvertStringSecurityDescriptorToSecurityDescriptor(ADMINISTRATORS, SDDL_REVISION_1, descriptor, null));
		try {
			WinBase.SECURITY_ATTRIBUTES security = new WinBase.SECURITY_ATTRIBUTES();
			security.lpSecurityDescriptor = descriptor.getValue();
			HANDLE pipe = Kernel32.INSTANCE.CreateNamedPipe(name.name(),
					WinBase.PIPE_ACCESS_INBOUND | WinNT.FILE_FLAG_OVERLAPPED | FILE_FLAG_FIRST_PIPE_INSTANCE,
					WinBase.PIPE_TYPE_BYTE | WinBase.PIPE_READMODE_BYTE | WinBase.PIPE_WAIT
							| WinBase.PIPE_REJECT_REMOTE_CLIENTS,
					1, 0, BUFFER_SIZE, 0, security);
			ServiceHandle.check("CreateNamedPipe", !WinBase.INVALID_HANDLE_VALUE.equals(pipe));
			return pipe;
		}
		finally {
			Kernel32.INSTANCE.LocalFree(descriptor.getValue());
		}
	}

	/**
	 * Wait until a process has connected. Any other one is turned away.
	 * @return whether it has; {@code false} if it has ended instead
	 */
	boolean await(HANDLE process) {
		int expected = Kernel32.INSTANCE.GetProcessId(process);
		ServiceHandle.check("GetProcessId", expected != 0);
		while (awaitAny(process)) {
			if (isClient(expected)) {
				return true;
			}
			ServiceHandle.check("DisconnectNamedPipe", Kernel32.INSTANCE.DisconnectNamedPipe(this.pipe));
		}
		return false;
	}

	/**
	 * Windows may not tell who it was that has left again.
	 */
	private boolean isClient(int processId) {
		ULONGByReference client = new ULONGByReference();
		return Kernel32.INSTANCE.GetNamedPipeClientProcessId(this.pipe, client)
				&& client.getValue().intValue() == processId;
	}

	private boolean awaitAny(HANDLE process) {
		if (PipeFunctions.INSTANCE.ConnectNamedPipe(this.pipe, this.overlapped)) {
			return true;
		}
		return switch (Native.getLastError()) {
			// Somebody was faster than the call, and may even have left again
			case WinError.ERROR_PIPE_CONNECTED, WinError.ERROR_NO_DATA -> true;
			case WinError.ERROR_IO_PENDING -> awaitPending(process);
			default -> throw ServiceHandle.failure("ConnectNamedPipe");
		};
	}

	private boolean awaitPending(HANDLE process) {
		HANDLE[] either = { this.event, process };
		int first = Kernel32.INSTANCE.WaitForMultipleObjects(either.length, either, false, WinBase.INFINITE);
		ScmException failure = (first == WinBase.WAIT_FAILED) ? ServiceHandle.failure("WaitForMultipleObjects") : null;
		if (first != WinBase.WAIT_OBJECT_0) {
			PipeFunctions.INSTANCE.CancelIoEx(this.pipe, this.overlapped);
		}
		// Windows writes to the memory until this returns
		boolean connected = PipeFunctions.INSTANCE.GetOverlappedResult(this.pipe, this.overlapped, new IntByReference(),
				true);
		if (failure != null) {
			throw failure;
		}
		return connected;
	}

	@Override
	public int read() {
		byte[] single = new byte[1];
		return (read(single, 0, 1) != -1) ? single[0] & 0xFF : -1;
	}

	/**
	 * Wait for what the process writes, until it closes its end.
	 */
	@Override
	public int read(byte[] bytes, int offset, int length) {
		IntByReference count = new IntByReference();
		while (length > 0 && count.getValue() == 0) {
			if (!read(Math.min(length, BUFFER_SIZE), count)) {
				return -1;
			}
		}
		this.buffer.read(0, bytes, offset, count.getValue());
		return count.getValue();
	}

	private boolean read(int length, IntByReference count) {
		boolean started = PipeFunctions.INSTANCE.ReadFile(this.pipe, this.buffer, length, null, this.overlapped);
		boolean done = (started || Native.getLastError() == WinError.ERROR_IO_PENDING)
				&& PipeFunctions.INSTANCE.GetOverlappedResult(this.pipe, this.overlapped, count, true);
		ServiceHandle.check("ReadFile", done || Native.getLastError() == WinError.ERROR_BROKEN_PIPE);
		return done;
	}

	@Override
	public void close() {
		Kernel32.INSTANCE.CloseHandle(this.pipe);
		Kernel32.INSTANCE.CloseHandle(this.event);
		this.overlapped.close();
		this.buffer.close();
	}

}
