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

import java.util.ArrayList;
import java.util.List;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.Winsvc;
import com.sun.jna.ptr.IntByReference;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceName;
import io.github.winsvc.scm.Win32Error;

/**
 * The services that depend on another one, {@code EnumDependentServices}. Windows tells
 * them in the reverse of the order in which it would start them.
 */
final class DependentServices {

	private static final int STATUS_SIZE = 7 * Integer.BYTES;

	private DependentServices() {
	}

	static List<ServiceName> read(ServiceHandle service) {
		IntByReference needed = new IntByReference();
		IntByReference count = new IntByReference();
		if (enumerate(service, Pointer.NULL, 0, needed, count)) {
			return List.of();
		}
		// More of them may start between the calls
		while (true) {
			try (Memory services = new Memory(needed.getValue())) {
				if (enumerate(service, services, (int) services.size(), needed, count)) {
					return names(services, count.getValue());
				}
			}
		}
	}

	/**
	 * Read the names of an array of {@code ENUM_SERVICE_STATUS}: two strings and a
	 * {@code SERVICE_STATUS}, rounded up to a multiple of the pointer size.
	 */
	static List<ServiceName> names(Pointer services, int count) {
		List<ServiceName> names = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			names.add(new ServiceName(services.getPointer((long) i * size()).getWideString(0)));
		}
		return names;
	}

	static int size() {
		int size = 2 * Native.POINTER_SIZE + STATUS_SIZE;
		return (size + Native.POINTER_SIZE - 1) / Native.POINTER_SIZE * Native.POINTER_SIZE;
	}

	/**
	 * Ask for the services.
	 * @return whether they found room
	 */
	private static boolean enumerate(ServiceHandle service, Pointer services, int size, IntByReference needed,
			IntByReference count) {
		if (Advapi32.INSTANCE.EnumDependentServices(service.handle(), Winsvc.SERVICE_ACTIVE, services, size, needed,
				count)) {
			return true;
		}
		ScmException failure = ServiceHandle.failure("EnumDependentServices");
		if (!failure.error().equals(Win32Error.MORE_DATA)) {
			throw failure;
		}
		return false;
	}

}
