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

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import io.github.winsvc.scm.FailureAction;
import io.github.winsvc.scm.ServiceSetting.Recovery;

/**
 * Recovery in memory: {@code SERVICE_FAILURE_ACTIONS}, which points to its texts and to
 * an array of {@code SC_ACTION}. Each of its DWORDs takes the room of a pointer.
 */
final class RecoveryMemory {

	private static final int REBOOT_MESSAGE = Native.POINTER_SIZE;

	private static final int COMMAND = 2 * Native.POINTER_SIZE;

	private static final int COUNT = 3 * Native.POINTER_SIZE;

	private static final int ACTIONS = 4 * Native.POINTER_SIZE;

	private static final int INFO_SIZE = 5 * Native.POINTER_SIZE;

	private static final int ACTION_SIZE = 2 * Integer.BYTES;

	private RecoveryMemory() {
	}

	/**
	 * Write a recovery. An absent text or array would mean "unchanged", so even an empty
	 * one is there.
	 * @return one piece of memory, with the structure at its beginning
	 */
	static Memory write(Recovery recovery) {
		byte[] message = WideText.bytes(recovery.rebootMessage());
		byte[] command = WideText.bytes(recovery.command());
		int count = recovery.actions().size();
		long texts = INFO_SIZE + (long) Math.max(1, count) * ACTION_SIZE;
		Memory memory = new Memory(texts + message.length + command.length);
		memory.clear();
		memory.setInt(0, (int) recovery.resetPeriod().toSeconds());
		memory.setPointer(REBOOT_MESSAGE, memory.share(texts));
		memory.write(texts, message, 0, message.length);
		memory.setPointer(COMMAND, memory.share(texts + message.length));
		memory.write(texts + message.length, command, 0, command.length);
		memory.setInt(COUNT, count);
		memory.setPointer(ACTIONS, memory.share(INFO_SIZE));
		for (int i = 0; i < count; i++) {
			FailureAction action = recovery.actions().get(i);
			memory.setInt(INFO_SIZE + (long) i * ACTION_SIZE, action.kind().code());
			memory.setInt(INFO_SIZE + (long) i * ACTION_SIZE + Integer.BYTES, (int) action.delay().toMillis());
		}
		return memory;
	}

	/**
	 * Read a recovery.
	 * @param info where the structure begins
	 */
	static Recovery read(Pointer info) {
		List<FailureAction> actions = new ArrayList<>();
		Pointer array = info.getPointer(ACTIONS);
		for (int i = 0; array != null && i < info.getInt(COUNT); i++) {
			int[] action = array.getIntArray((long) i * ACTION_SIZE, 2);
			actions.add(new FailureAction(FailureAction.Kind.of(action[0]),
					Duration.ofMillis(Integer.toUnsignedLong(action[1]))));
		}
		return new Recovery(actions, Duration.ofSeconds(Integer.toUnsignedLong(info.getInt(0))),
				WideText.read(info.getPointer(COMMAND)), WideText.read(info.getPointer(REBOOT_MESSAGE)));
	}

}
