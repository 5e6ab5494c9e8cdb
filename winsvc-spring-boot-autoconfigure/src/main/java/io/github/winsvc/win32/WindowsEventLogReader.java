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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import com.sun.jna.platform.win32.Advapi32Util.EventLogIterator;
import com.sun.jna.platform.win32.Advapi32Util.EventLogRecord;
import com.sun.jna.platform.win32.Win32Exception;
import com.sun.jna.platform.win32.WinNT;
import io.github.winsvc.scm.EventLogReader;
import io.github.winsvc.scm.EventRecord;
import io.github.winsvc.scm.EventType;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.Win32Error;

/**
 * Reads the Application log of this machine, from the newest entry back.
 *
 * @since 0.1.0
 */
public final class WindowsEventLogReader implements EventLogReader {

	private static final String LOG = "Application";

	@Override
	public List<EventRecord> last(String source, int count) {
		try {
			return read(source, count);
		}
		catch (Win32Exception ex) {
			throw new ScmException("ReadEventLog", new Win32Error(ex.getErrorCode()));
		}
	}

	private static List<EventRecord> read(String source, int count) {
		Deque<EventRecord> found = new ArrayDeque<>();
		EventLogIterator records = new EventLogIterator(null, LOG, WinNT.EVENTLOG_BACKWARDS_READ);
		try {
			while (found.size() < count && records.hasNext()) {
				EventLogRecord next = records.next();
				if (source.equalsIgnoreCase(next.getSource())) {
					found.addFirst(record(next));
				}
			}
		}
		finally {
			records.close();
		}
		return List.copyOf(found);
	}

	private static EventRecord record(EventLogRecord read) {
		WinNT.EVENTLOGRECORD fields = read.getRecord();
		String[] strings = read.getStrings();
		return new EventRecord(Instant.ofEpochSecond(fields.TimeGenerated.longValue()),
				EventType.of(fields.EventType.intValue()), fields.EventCategory.intValue(), read.getStatusCode(),
				(strings != null) ? String.join("\n", strings) : "");
	}

}
