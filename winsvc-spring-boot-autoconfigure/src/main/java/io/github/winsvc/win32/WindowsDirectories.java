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
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.AccCtrl;
import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import io.github.winsvc.scm.ProtectedDirectories;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceName;
import io.github.winsvc.scm.Win32Error;

/**
 * Protects directories with an owner and an access control list of their own, which
 * nothing is inherited into.
 *
 * @since 0.1.0
 */
public final class WindowsDirectories implements ProtectedDirectories {

	private static final int SDDL_REVISION_1 = 1;

	private static final String ADMINISTRATORS = "O:BAD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)";

	private static final String USERS_READ = "(A;OICI;0x1200a9;;;BU)";

	private static final String SERVICE_WRITES = "(A;OICI;0x1301bf;;;%s)";

	@Override
	public void createForAdministrators(Path directory) throws IOException {
		create(directory, ADMINISTRATORS + USERS_READ);
	}

	@Override
	public void createForService(Path directory, ServiceName name) throws IOException {
		create(directory, ADMINISTRATORS + SERVICE_WRITES.formatted(ServiceSidText.of(name)));
	}

	private void create(Path directory, String securityDescriptor) throws IOException {
		try {
			Files.createDirectory(directory);
		}
		catch (FileAlreadyExistsException ex) {
			BasicFileAttributes attributes = Files.readAttributes(directory, BasicFileAttributes.class,
					LinkOption.NOFOLLOW_LINKS);
			if (!attributes.isDirectory() || attributes.isOther()) {
				throw new IOException("'" + directory + "' is not a directory of its own but a file or a link. "
						+ "Remove it, then try again.");
			}
		}
		try {
			protect(directory, securityDescriptor);
		}
		catch (ScmException ex) {
			throw new IOException("'" + directory + "' cannot be protected: " + ex.getMessage(), ex);
		}
	}

	private void protect(Path directory, String text) {
		PointerByReference descriptor = new PointerByReference();
		ServiceHandle.check("ConvertStringSecurityDescriptorToSecurityDescriptor", AccessControlFunctions.INSTANCE
			.ConvertStringSecurityDescriptorToSecurityDescriptor(text, SDDL_REVISION_1, descriptor, null));
		try {
			PointerByReference owner = new PointerByReference();
			PointerByReference dacl = new PointerByReference();
			IntByReference flag = new IntByReference();
			ServiceHandle.check("GetSecurityDescriptorOwner",
					AccessControlFunctions.INSTANCE.GetSecurityDescriptorOwner(descriptor.getValue(), owner, flag));
			ServiceHandle.check("GetSecurityDescriptorDacl", AccessControlFunctions.INSTANCE
				.GetSecurityDescriptorDacl(descriptor.getValue(), new IntByReference(), dacl, flag));
			int error = Advapi32.INSTANCE.SetNamedSecurityInfo(directory.toString(),
					AccCtrl.SE_OBJECT_TYPE.SE_FILE_OBJECT,
					WinNT.OWNER_SECURITY_INFORMATION | WinNT.DACL_SECURITY_INFORMATION
							| WinNT.PROTECTED_DACL_SECURITY_INFORMATION,
					owner.getValue(), Pointer.NULL, dacl.getValue(), Pointer.NULL);
			if (error != 0) {
				throw new ScmException("SetNamedSecurityInfo", new Win32Error(error));
			}
		}
		finally {
			Kernel32.INSTANCE.LocalFree(descriptor.getValue());
		}
	}

}
