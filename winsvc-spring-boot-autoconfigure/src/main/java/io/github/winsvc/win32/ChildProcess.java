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

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import io.github.winsvc.scm.ProcessPriority;

/**
 * A process that this one has started.
 */
final class ChildProcess {

	/** PROCESS_TERMINATE, PROCESS_SET_QUOTA and PROCESS_SET_INFORMATION. */
	private static final int ACCESS = 0x0001 | 0x0100 | 0x0200;

	/** {@code JobObjectExtendedLimitInformation}. */
	private static final int EXTENDED_LIMITS = 9;

	/**
	 * JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE.
	 */
	private static final int KILL_ON_JOB_CLOSE = 0x2000;

	private static final int LIMIT_FLAGS = 16;

	/**
	 * Basic limits, which are two numbers of 64 bits and then of the width of a pointer
	 * or padded to it; six counters of 64 bits; four sizes.
	 */
	static final int LIMITS_SIZE = ((Native.POINTER_SIZE == Long.BYTES) ? 64 : 48) + 6 * Long.BYTES
			+ 4 * Native.POINTER_SIZE;

	private ChildProcess() {
	}

	/**
	 * Have the process end with this one. The handle of the job stays open until Windows
	 * closes it, which is at the end of this process, whatever ends it.
	 */
	static void adopt(int processId, ProcessPriority priority) {
		Pointer process = pointer("OpenProcess", ACCESS, 0, processId);
		try {
			check("SetPriorityClass", process, priority.code());
			Pointer job = pointer("CreateJobObjectW", Pointer.NULL, Pointer.NULL);
			try (Memory limits = new Memory(LIMITS_SIZE)) {
				limits.clear();
				limits.setInt(LIMIT_FLAGS, KILL_ON_JOB_CLOSE);
				check("SetInformationJobObject", job, EXTENDED_LIMITS, limits, LIMITS_SIZE);
			}
			check("AssignProcessToJobObject", job, process);
		}
		finally {
			function("CloseHandle").invokeInt(new Object[] { process });
		}
	}

	private static Pointer pointer(String name, Object... arguments) {
		Pointer pointer = function(name).invokePointer(arguments);
		if (pointer == null) {
			throw ServiceHandle.failure(name);
		}
		return pointer;
	}

	private static void check(String name, Object... arguments) {
		ServiceHandle.check(name, function(name).invokeInt(arguments) != 0);
	}

	private static Function function(String name) {
		return Function.getFunction("kernel32", name, Function.ALT_CONVENTION);
	}

}
