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

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import io.github.winsvc.scm.RegistryWatch;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.Win32Error;
import org.jspecify.annotations.Nullable;

/**
 * Watches a key with {@code RegNotifyChangeKeyValue}. A notification belongs to the
 * thread that has asked for it, and is asked for anew before what has changed is told, so
 * that no change falls between two of them.
 */
final class WindowsRegistryWatch implements RegistryWatch {

	/** {@code REG_NOTIFY_CHANGE_NAME | REG_NOTIFY_CHANGE_LAST_SET}. */
	private static final int FILTER = 1 | 4;

	private static final int WAIT_TIMEOUT = 258;

	private static final Duration REOPEN_INTERVAL = Duration.ofSeconds(1);

	private final String path;

	private @Nullable RegistryKey key;

	private @Nullable Pointer changed;

	private @Nullable Pointer cancel;

	private boolean cancelled;

	private boolean closed;

	WindowsRegistryWatch(String path) {
		this.path = path;
	}

	@Override
	public Event await(Duration atMost) {
		Pointer cancelEvent = cancelEvent();
		if (cancelEvent == null) {
			return Event.CANCELLED;
		}
		if (this.key == null) {
			return open() ? Event.CHANGED : waitFor(min(atMost, REOPEN_INTERVAL), cancelEvent);
		}
		Event event = waitFor(atMost, cancelEvent, event());
		if (event == Event.CHANGED) {
			ask(this.key);
		}
		return event;
	}

	private static Duration min(Duration one, Duration other) {
		return (one.compareTo(other) < 0) ? one : other;
	}

	private boolean open() {
		RegistryKey opened = RegistryKey.open(this.path, RegistryKey.NOTIFY);
		if (opened == null) {
			return false;
		}
		this.key = opened;
		ask(opened);
		return this.key != null;
	}

	/**
	 * Ask for the next notification. A key that has been deleted gives none any more, but
	 * there may be another one of its name later.
	 */
	private void ask(RegistryKey opened) {
		int error = RegistryFunctions.RegNotifyChangeKeyValue(opened.handle(), 1, FILTER, event(), 1);
		if (error != 0) {
			this.key = null;
			opened.close();
			if (!RegistryKey.isMissing(error)) {
				throw new ScmException("RegNotifyChangeKeyValue", new Win32Error(error));
			}
		}
	}

	private Event waitFor(Duration atMost, Pointer... events) {
		try (Memory handles = new Memory((long) events.length * Native.POINTER_SIZE)) {
			handles.write(0, events, 0, events.length);
			int result = EventFunctions.WaitForMultipleObjects(events.length, handles, 0, (int) atMost.toMillis());
			return switch (result) {
				case 0 -> Event.CANCELLED;
				case 1 -> Event.CHANGED;
				case WAIT_TIMEOUT -> Event.QUIET;
				default -> throw new ScmException("WaitForMultipleObjects", new Win32Error(Native.getLastError()));
			};
		}
	}

	private Pointer event() {
		if (this.changed == null) {
			this.changed = createEvent();
		}
		return this.changed;
	}

	/**
	 * Return the event that ends each wait, {@code null} if none is to begin.
	 */
	private synchronized @Nullable Pointer cancelEvent() {
		if (!this.cancelled && !this.closed && this.cancel == null) {
			this.cancel = createEvent();
		}
		return (this.cancelled || this.closed) ? null : this.cancel;
	}

	private static Pointer createEvent() {
		Pointer event = EventFunctions.CreateEventW(null, 0, 0, null);
		if (event == null) {
			throw new ScmException("CreateEvent", new Win32Error(Native.getLastError()));
		}
		return event;
	}

	@Override
	public synchronized void cancel() {
		this.cancelled = true;
		if (this.cancel != null) {
			EventFunctions.SetEvent(this.cancel);
		}
	}

	@Override
	public synchronized void close() {
		this.closed = true;
		if (this.key != null) {
			this.key.close();
			this.key = null;
		}
		if (this.changed != null) {
			EventFunctions.CloseHandle(this.changed);
			this.changed = null;
		}
		if (this.cancel != null) {
			EventFunctions.CloseHandle(this.cancel);
			this.cancel = null;
		}
	}

}
