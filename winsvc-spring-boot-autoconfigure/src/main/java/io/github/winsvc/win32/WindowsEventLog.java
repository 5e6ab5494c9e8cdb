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

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.WString;
import io.github.winsvc.scm.EventLog;
import io.github.winsvc.scm.EventLogEntry;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.Win32Error;
import org.jspecify.annotations.Nullable;

/**
 * Writes to the Application log of this machine.
 */
final class WindowsEventLog implements EventLog {

	private final String source;

	private @Nullable Pointer handle;

	WindowsEventLog(String source) {
		this.source = source;
	}

	@Override
	public void write(EventLogEntry entry) {
		Pointer log = open();
		try (Memory text = new Memory((entry.text().length() + 1L) * Native.WCHAR_SIZE);
				Memory strings = new Memory(Native.POINTER_SIZE)) {
			text.setWideString(0, entry.text());
			strings.setPointer(0, text);
			if (!EventLogFunctions.ReportEventW(log, (short) entry.type().code(), (short) entry.category(), entry.id(),
					null, (short) 1, 0, strings, null)) {
				Win32Error error = new Win32Error(Native.getLastError());
				// The handle is of no use any more if the service of the log was
				// restarted
				close();
				throw new ScmException("ReportEvent", error);
			}
		}
	}

	private Pointer open() {
		Pointer log = this.handle;
		if (log == null) {
			log = EventLogFunctions.RegisterEventSourceW(null, new WString(this.source));
			if (log == null) {
				throw new ScmException("RegisterEventSource", new Win32Error(Native.getLastError()));
			}
			this.handle = log;
		}
		return log;
	}

	/**
	 * Windows may refuse to close what it no longer knows, which is as good as closed.
	 */
	@Override
	public void close() {
		Pointer log = this.handle;
		if (log != null) {
			this.handle = null;
			EventLogFunctions.DeregisterEventSource(log);
		}
	}

}
