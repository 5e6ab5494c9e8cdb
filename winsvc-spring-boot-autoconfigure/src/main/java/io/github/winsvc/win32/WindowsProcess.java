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

import java.time.Instant;
import java.util.Optional;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import io.github.winsvc.scm.OwnProcess;
import io.github.winsvc.scm.ProcessCounters;
import io.github.winsvc.scm.ProcessCounters.Transfer;
import io.github.winsvc.scm.ProcessPriority;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceName;
import io.github.winsvc.scm.ServiceRegistration;
import io.github.winsvc.scm.Win32Error;

/**
 * What the process of a service finds out about itself on Windows. Nothing is loaded
 * before somebody asks.
 */
final class WindowsProcess implements OwnProcess {

	/** What {@code GetCurrentProcess} returns. */
	private static final Pointer CURRENT = Pointer.createConstant(-1L);

	private static final int GR_GDIOBJECTS = 0;

	private static final int GR_USEROBJECTS = 1;

	@Override
	public Optional<ServiceRegistration> registration(ServiceName name) {
		try (WindowsServiceManager manager = WindowsServiceManager.open()) {
			return manager.find(name);
		}
	}

	@Override
	public Optional<Instant> systemStart() {
		try {
			long millis = Function.getFunction("kernel32", "GetTickCount64").invokeLong(new Object[0]);
			return Optional.of(Instant.now().minusMillis(millis));
		}
		catch (UnsatisfiedLinkError ex) {
			// A Windows older than the function
			return Optional.empty();
		}
	}

	@Override
	public Optional<ProcessCounters> counters() {
		try (Memory memory = new Memory(ProcessMemory.COUNTERS_SIZE); Memory io = new Memory(ProcessMemory.IO_SIZE)) {
			memory.clear();
			memory.setInt(0, ProcessMemory.COUNTERS_SIZE);
			IntByReference handles = new IntByReference();
			call("kernel32", "GetProcessHandleCount", CURRENT, handles);
			call("kernel32", "K32GetProcessMemoryInfo", CURRENT, memory, ProcessMemory.COUNTERS_SIZE);
			call("kernel32", "GetProcessIoCounters", CURRENT, io);
			return Optional.of(new ProcessCounters(Integer.toUnsignedLong(handles.getValue()),
					guiResources(GR_GDIOBJECTS), guiResources(GR_USEROBJECTS), ProcessMemory.workingSet(memory),
					ProcessMemory.privateBytes(memory), ProcessMemory.pageFaults(memory),
					new Transfer(ProcessMemory.readOperations(io), ProcessMemory.readBytes(io)),
					new Transfer(ProcessMemory.writeOperations(io), ProcessMemory.writtenBytes(io))));
		}
	}

	@Override
	public void adopt(long processId, ProcessPriority priority) {
		ChildProcess.adopt((int) processId, priority);
	}

	private static long guiResources(int kind) {
		return Integer.toUnsignedLong(
				Function.getFunction("user32", "GetGuiResources").invokeInt(new Object[] { CURRENT, kind }));
	}

	private static void call(String library, String function, Object... arguments) {
		if (Function.getFunction(library, function).invokeInt(arguments) == 0) {
			throw new ScmException(function, new Win32Error(Native.getLastError()));
		}
	}

}
