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
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.Kernel32Util;
import com.sun.jna.platform.win32.Win32Exception;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinDef;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinReg;
import com.sun.jna.ptr.IntByReference;

/**
 * A service whose process hangs on a pipe of this process in the place of the SCM's.
 * <p>
 * Wine's SCM numbers its control pipes and writes the current number to the registry,
 * where the dispatcher of a service finds it. A request is a header of four numbers, the
 * name of the service and the data; the answer is one number.
 */
final class PipeService {

	private static final String CURRENT = "SYSTEM\\CurrentControlSet\\Control\\ServiceCurrent";

	private static final String SERVICES = "SYSTEM\\CurrentControlSet\\Services\\";

	private static final int MAGIC = 0x57494e45;

	private static final int HEADER = 16;

	private static final int START = 0;

	private static final int DETACHED_PROCESS = 0x8;

	// Far from the numbers that the SCM itself will use next.
	private static final int DISTANCE = 100_000;

	private String name = "";

	private WinNT.HANDLE pipe = WinBase.INVALID_HANDLE_VALUE;

	private WinNT.HANDLE process = WinBase.INVALID_HANDLE_VALUE;

	/**
	 * Start the process and the service in it.
	 * @param service the name of the service
	 * @param arguments the arguments of {@code ServiceMain}, the name first
	 * @return the process id
	 */
	long start(String service, List<String> arguments) {
		long processId = launch(service);
		int answer = request(START, (String.join("\0", arguments) + "\0\0").getBytes(StandardCharsets.UTF_16LE));
		if (answer != 0) {
			throw new IllegalStateException("The service answers its start with " + answer);
		}
		return processId;
	}

	/**
	 * Start the process and wait until it has called the dispatcher.
	 * @param service the name of the service
	 * @return the process id
	 */
	long launch(String service) {
		this.name = service;
		int number = Advapi32Util.registryGetIntValue(WinReg.HKEY_LOCAL_MACHINE, CURRENT, "") + DISTANCE;
		String pipeName = "\\\\.\\pipe\\net\\NtControlPipe" + Integer.toUnsignedString(number);
		this.pipe = Kernel32.INSTANCE.CreateNamedPipe(pipeName, WinBase.PIPE_ACCESS_DUPLEX,
				WinBase.PIPE_TYPE_BYTE | WinBase.PIPE_WAIT, 1, 256, 256, 10_000, null);
		require(!WinBase.INVALID_HANDLE_VALUE.equals(this.pipe));
		Advapi32Util.registrySetIntValue(WinReg.HKEY_LOCAL_MACHINE, CURRENT, "", number);
		long processId = createProcess(Kernel32Util.expandEnvironmentStrings(
				Advapi32Util.registryGetStringValue(WinReg.HKEY_LOCAL_MACHINE, SERVICES + service, "ImagePath")));
		Thread watcher = new Thread(() -> unblock(pipeName), "winsvc-process-watcher");
		watcher.setDaemon(true);
		watcher.start();
		require(Kernel32.INSTANCE.ConnectNamedPipe(this.pipe, null)
				|| Kernel32.INSTANCE.GetLastError() == WinError.ERROR_PIPE_CONNECTED);
		if (isEnded(0)) {
			throw new IllegalStateException(
					"The process has ended with exit code " + exitCode() + " before it called the dispatcher");
		}
		return processId;
	}

	/**
	 * Send a control.
	 * @param control the control code
	 * @param data the event data
	 * @return the answer of the handler
	 */
	int control(int control, byte[] data) {
		return request(control, data);
	}

	/**
	 * Wait for the end of the process.
	 * @param milliseconds how long to wait
	 * @return its exit code
	 */
	int awaitExit(int milliseconds) {
		if (!isEnded(milliseconds)) {
			throw new IllegalStateException("The process has not ended");
		}
		return exitCode();
	}

	private long createProcess(String commandLine) {
		WinBase.STARTUPINFO startup = new WinBase.STARTUPINFO();
		WinBase.PROCESS_INFORMATION information = new WinBase.PROCESS_INFORMATION();
		require(Kernel32.INSTANCE.CreateProcess(null, commandLine, null, null, false,
				new WinDef.DWORD(DETACHED_PROCESS), null, "C:\\windows", startup, information));
		this.process = information.hProcess;
		Kernel32.INSTANCE.CloseHandle(information.hThread);
		return information.dwProcessId.longValue();
	}

	/**
	 * Connect in the place of a process that has ended, as nothing else would end the
	 * wait for it.
	 */
	private void unblock(String pipeName) {
		isEnded(WinBase.INFINITE);
		try {
			new RandomAccessFile(pipeName, "rw").close();
		}
		catch (IOException ex) {
			// The process had connected, so nobody waits.
		}
	}

	private int request(int control, byte[] data) {
		byte[] nameBytes = (this.name + "\0").getBytes(StandardCharsets.UTF_16LE);
		ByteBuffer request = ByteBuffer.allocate(HEADER + nameBytes.length + data.length)
			.order(ByteOrder.LITTLE_ENDIAN);
		request.putInt(MAGIC).putInt(request.capacity()).putInt(this.name.length() + 1).putInt(control);
		request.put(nameBytes).put(data);
		IntByReference count = new IntByReference();
		require(Kernel32.INSTANCE.WriteFile(this.pipe, request.array(), request.capacity(), count, null));
		byte[] answer = new byte[Integer.BYTES];
		require(Kernel32.INSTANCE.ReadFile(this.pipe, answer, answer.length, count, null));
		return ByteBuffer.wrap(answer).order(ByteOrder.LITTLE_ENDIAN).getInt();
	}

	private boolean isEnded(int milliseconds) {
		return Kernel32.INSTANCE.WaitForSingleObject(this.process, milliseconds) == WinBase.WAIT_OBJECT_0;
	}

	private int exitCode() {
		IntByReference code = new IntByReference();
		require(Kernel32.INSTANCE.GetExitCodeProcess(this.process, code));
		return code.getValue();
	}

	private static void require(boolean success) {
		if (!success) {
			throw new Win32Exception(Kernel32.INSTANCE.GetLastError());
		}
	}

}
