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

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The owner and the access control list of a file, {@code SECURITY_DESCRIPTOR} in its
 * self-relative form.
 */
final class SecurityDescriptor {

	private static final String EVERYONE = "S-1-1-0";

	private static final int DACL_PRESENT = 0x4;

	private static final int ALLOWED = 0;

	private static final int DENIED = 1;

	private static final int ALLOWED_CONDITIONALLY = 9;

	/** The entry is for what will be created below the directory, not for itself. */
	private static final int INHERIT_ONLY = 0x8;

	/**
	 * FILE_WRITE_DATA, FILE_APPEND_DATA, FILE_DELETE_CHILD, DELETE, WRITE_DAC,
	 * WRITE_OWNER, GENERIC_ALL, GENERIC_WRITE.
	 */
	private static final int WRITE = 0x2 | 0x4 | 0x40 | 0x10000 | 0x40000 | 0x80000 | 0x10000000 | 0x40000000;

	/**
	 * FILE_DELETE_CHILD, DELETE, WRITE_DAC, WRITE_OWNER, GENERIC_ALL.
	 */
	private static final int RENAME = 0x40 | 0x10000 | 0x40000 | 0x80000 | 0x10000000;

	private final ByteBuffer bytes;

	SecurityDescriptor(ByteBuffer bytes) {
		this.bytes = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
	}

	/**
	 * Return the SIDs of those who may write, in the order of the list. The owner is
	 * among them, because he can give himself the right. Without a list everyone may.
	 */
	Set<String> writers() {
		return holders(WRITE);
	}

	/**
	 * As {@link #writers()}, but of those who may rename or delete a directory or what is
	 * in it.
	 */
	Set<String> renamers() {
		return holders(RENAME);
	}

	private Set<String> holders(int rights) {
		Set<String> holders = new LinkedHashSet<>();
		int owner = this.bytes.getInt(4);
		if (owner != 0) {
			holders.add(sid(owner));
		}
		int list = this.bytes.getInt(16);
		if ((this.bytes.getShort(2) & DACL_PRESENT) == 0 || list == 0) {
			holders.add(EVERYONE);
		}
		else {
			addHolders(list, rights, holders);
		}
		return holders;
	}

	/**
	 * A right that was denied to everyone or to the same SID before is not granted. The
	 * members of groups are not known here, so other denials do not count.
	 */
	private void addHolders(int list, int rights, Set<String> holders) {
		Map<String, Integer> denied = new HashMap<>();
		int entry = list + 8;
		for (int i = Short.toUnsignedInt(this.bytes.getShort(list + 4)); i > 0; i--) {
			int type = this.bytes.get(entry);
			if (isForTheFileItself(entry, type)) {
				int mask = this.bytes.getInt(entry + 4) & rights;
				String sid = sid(entry + 8);
				if (type == DENIED) {
					denied.merge(sid, mask, (left, right) -> left | right);
				}
				else if ((mask & ~denied.getOrDefault(sid, 0) & ~denied.getOrDefault(EVERYONE, 0)) != 0) {
					holders.add(sid);
				}
			}
			entry += Short.toUnsignedInt(this.bytes.getShort(entry + 2));
		}
	}

	private boolean isForTheFileItself(int entry, int type) {
		return (type == ALLOWED || type == DENIED || type == ALLOWED_CONDITIONALLY)
				&& (this.bytes.get(entry + 1) & INHERIT_ONLY) == 0;
	}

	private String sid(int offset) {
		return SidText.of(this.bytes, offset);
	}

}
