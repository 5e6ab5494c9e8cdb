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
import com.sun.jna.Pointer;
import com.sun.jna.WString;
import com.sun.jna.platform.win32.Kernel32Util;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import io.github.winsvc.scm.RegistryValue;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.Win32Error;
import org.jspecify.annotations.Nullable;

/**
 * An open key of the registry.
 *
 * @param handle the handle
 */
record RegistryKey(Pointer handle) implements AutoCloseable {

	static final int READ = 0x20019;

	static final int NOTIFY = 0x10;

	private static final Pointer LOCAL_MACHINE = Pointer.createConstant((long) 0x80000002);

	private static final int NO_MORE_ITEMS = 259;

	private static final int KEY_DELETED = 1018;

	/** A name of a value has 16,383 characters at most, one of a key 255. */
	private static final int NAME_LENGTH = 16_384;

	private static final int DATA_SIZE = 4096;

	/**
	 * Open a key.
	 * @param path its path below {@code HKEY_LOCAL_MACHINE}
	 * @return the key, {@code null} if there is none
	 * @throws ScmException if Windows refuses it
	 */
	static @Nullable RegistryKey open(String path, int access) {
		return open(LOCAL_MACHINE, path, access);
	}

	private static @Nullable RegistryKey open(Pointer parent, String path, int access) {
		PointerByReference opened = new PointerByReference();
		int error = RegistryFunctions.RegOpenKeyExW(parent, new WString(path), 0, access, opened);
		if (isMissing(error)) {
			return null;
		}
		check("RegOpenKeyEx", error);
		return new RegistryKey(opened.getValue());
	}

	static boolean isMissing(int error) {
		return error == Win32Error.FILE_NOT_FOUND.code() || error == KEY_DELETED;
	}

	static void check(String call, int error) {
		if (error != 0) {
			throw new ScmException(call, new Win32Error(error));
		}
	}

	/**
	 * Read all values of the key and of those below it.
	 * @param path the path that the values shall have
	 */
	void collect(String path, List<RegistryValue> values) {
		values.addAll(values(path));
		for (String name : subkeys()) {
			try (RegistryKey subkey = open(this.handle, name, READ)) {
				if (subkey != null) {
					subkey.collect(path.isEmpty() ? name : path + "\\" + name, values);
				}
			}
		}
	}

	private List<String> subkeys() {
		List<String> names = new ArrayList<>();
		try (Memory name = new Memory((long) NAME_LENGTH * Character.BYTES)) {
			while (true) {
				IntByReference length = new IntByReference(NAME_LENGTH);
				int error = RegistryFunctions.RegEnumKeyExW(this.handle, names.size(), name, length, null, null, null,
						null);
				if (error == NO_MORE_ITEMS || isMissing(error)) {
					return names;
				}
				check("RegEnumKeyEx", error);
				names.add(text(name, length));
			}
		}
	}

	List<RegistryValue> values(String path) {
		List<RegistryValue> values = new ArrayList<>();
		int size = DATA_SIZE;
		try (Memory name = new Memory((long) NAME_LENGTH * Character.BYTES)) {
			while (true) {
				try (Memory data = new Memory(size)) {
					IntByReference length = new IntByReference(NAME_LENGTH);
					IntByReference type = new IntByReference();
					IntByReference used = new IntByReference(size);
					int error = RegistryFunctions.RegEnumValueW(this.handle, values.size(), name, length, null, type,
							data, used);
					if (error == NO_MORE_ITEMS || isMissing(error)) {
						return values;
					}
					if (error == Win32Error.MORE_DATA.code()) {
						size = Math.max(2 * size, used.getValue());
						continue;
					}
					check("RegEnumValue", error);
					values.add(new RegistryValue(path, text(name, length), RegistryData.typeName(type.getValue()),
							RegistryData.read(type.getValue(), data.getByteArray(0, used.getValue()),
									Kernel32Util::expandEnvironmentStrings)));
				}
			}
		}
	}

	private static String text(Memory characters, IntByReference length) {
		return new String(characters.getCharArray(0, length.getValue()));
	}

	@Override
	public void close() {
		RegistryFunctions.RegCloseKey(this.handle);
	}

}
