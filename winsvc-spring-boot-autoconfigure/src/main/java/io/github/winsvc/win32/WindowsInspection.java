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

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.AclFileAttributeView;
import java.util.List;
import java.util.Optional;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.Win32Exception;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinReg;
import com.sun.jna.ptr.IntByReference;
import io.github.winsvc.scm.FileRole;
import io.github.winsvc.scm.ServiceInspection;
import io.github.winsvc.scm.ServiceName;
import io.github.winsvc.scm.Win32Error;

/**
 * Looks into access control lists and the registry of this machine. The list is read with
 * SIDs rather than by Java, whose names of accounts depend on Windows' language.
 *
 * @since 0.1.0
 */
public final class WindowsInspection implements ServiceInspection {

	private static final int INFORMATION = WinNT.OWNER_SECURITY_INFORMATION | WinNT.DACL_SECURITY_INFORMATION;

	private static final Win32Error PATH_NOT_FOUND = new Win32Error(3);

	private final Administrators administrators = new Administrators();

	@Override
	public Optional<List<String>> otherWriters(Path path, FileRole role, ServiceName name) throws IOException {
		if (!keepsLists(path.toAbsolutePath().getRoot())) {
			return Optional.empty();
		}
		List<String> others = others(path, role, name);
		// One without lists may be mounted below the root, and lets everyone write
		return (others.isEmpty() || keepsLists(path)) ? Optional.of(others) : Optional.empty();
	}

	private static boolean keepsLists(Path path) throws IOException {
		return Files.getFileStore(path).supportsFileAttributeView(AclFileAttributeView.class);
	}

	private List<String> others(Path path, FileRole role, ServiceName name) throws IOException {
		SecurityDescriptor descriptor = new SecurityDescriptor(read(path));
		return ((role == FileRole.WAY) ? descriptor.renamers() : descriptor.writers()).stream()
			.filter((sid) -> !TrustedAccounts.contain(sid, role, name) && !this.administrators.contain(sid))
			.map(this::accountName)
			.toList();
	}

	private ByteBuffer read(Path path) throws IOException {
		IntByReference size = new IntByReference();
		if (!Advapi32.INSTANCE.GetFileSecurity(path.toString(), INFORMATION, null, 0, size) && size.getValue() == 0) {
			throw failure(path);
		}
		try (Memory descriptor = new Memory(size.getValue())) {
			if (!Advapi32.INSTANCE.GetFileSecurity(path.toString(), INFORMATION, descriptor, size.getValue(), size)) {
				throw failure(path);
			}
			return ByteBuffer.wrap(descriptor.getByteArray(0, (int) descriptor.size()));
		}
	}

	private IOException failure(Path path) {
		Win32Error error = new Win32Error(Native.getLastError());
		if (error.equals(Win32Error.ACCESS_DENIED)) {
			return new AccessDeniedException(path.toString());
		}
		return (error.equals(Win32Error.FILE_NOT_FOUND) || error.equals(PATH_NOT_FOUND))
				? new NoSuchFileException(path.toString())
				: new IOException("GetFileSecurity failed for '" + path + "': " + error);
	}

	private String accountName(String sid) {
		try {
			return Advapi32Util.getAccountBySid(sid).fqn;
		}
		catch (Win32Exception ex) {
			return sid;
		}
	}

	@Override
	public boolean isMarkedForDeletion(ServiceName name) {
		return Registry.call("RegQueryValueEx",
				() -> Advapi32Util.registryValueExists(WinReg.HKEY_LOCAL_MACHINE, Registry.SERVICES + name,
						"DeleteFlag")
						&& Advapi32Util.registryGetIntValue(WinReg.HKEY_LOCAL_MACHINE, Registry.SERVICES + name,
								"DeleteFlag") != 0);
	}

}
