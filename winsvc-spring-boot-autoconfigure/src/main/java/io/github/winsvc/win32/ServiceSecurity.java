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
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import io.github.winsvc.scm.ServiceSetting;

/**
 * Who may do what with a service: the access control list of its object in the SCM.
 */
final class ServiceSecurity {

	/** What a handle must be opened for to read the list. */
	static final int READ = WinNT.READ_CONTROL;

	/** What a handle must be opened for to write the list. */
	static final int WRITE = WinNT.WRITE_DAC;

	private static final int SDDL_REVISION_1 = 1;

	private ServiceSecurity() {
	}

	static ServiceSetting.SecurityDescriptor read(ServiceHandle service) {
		IntByReference size = new IntByReference();
		ConfigFunctions.INSTANCE.QueryServiceObjectSecurity(service.handle(), WinNT.DACL_SECURITY_INFORMATION, null, 0,
				size);
		if (size.getValue() == 0) {
			throw ServiceHandle.failure("QueryServiceObjectSecurity");
		}
		try (Memory descriptor = new Memory(size.getValue())) {
			ServiceHandle.check("QueryServiceObjectSecurity", ConfigFunctions.INSTANCE.QueryServiceObjectSecurity(
					service.handle(), WinNT.DACL_SECURITY_INFORMATION, descriptor, size.getValue(), size));
			return new ServiceSetting.SecurityDescriptor(text(descriptor));
		}
	}

	private static String text(Memory descriptor) {
		PointerByReference text = new PointerByReference();
		ServiceHandle.check("ConvertSecurityDescriptorToStringSecurityDescriptor",
				AccessControlFunctions.INSTANCE.ConvertSecurityDescriptorToStringSecurityDescriptor(descriptor,
						SDDL_REVISION_1, WinNT.DACL_SECURITY_INFORMATION, text, null));
		try {
			return text.getValue().getWideString(0);
		}
		finally {
			Kernel32.INSTANCE.LocalFree(text.getValue());
		}
	}

	static void write(ServiceHandle service, ServiceSetting.SecurityDescriptor setting) {
		PointerByReference descriptor = new PointerByReference();
		ServiceHandle.check("ConvertStringSecurityDescriptorToSecurityDescriptor", AccessControlFunctions.INSTANCE
			.ConvertStringSecurityDescriptorToSecurityDescriptor(setting.sddl(), SDDL_REVISION_1, descriptor, null));
		try {
			Pointer value = descriptor.getValue();
			ServiceHandle.check("SetServiceObjectSecurity", ConfigFunctions.INSTANCE
				.SetServiceObjectSecurity(service.handle(), WinNT.DACL_SECURITY_INFORMATION, value));
		}
		finally {
			Kernel32.INSTANCE.LocalFree(descriptor.getValue());
		}
	}

}
