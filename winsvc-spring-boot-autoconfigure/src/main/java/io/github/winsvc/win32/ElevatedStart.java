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

import com.sun.jna.platform.win32.COM.COMUtils;
import com.sun.jna.platform.win32.Ole32;
import com.sun.jna.platform.win32.Shell32;
import com.sun.jna.platform.win32.ShellAPI.SHELLEXECUTEINFO;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HRESULT;
import com.sun.jna.platform.win32.WinUser;
import io.github.winsvc.scm.ElevatedProgram;
import io.github.winsvc.scm.OutputPipe;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.Win32Error;

/**
 * Starts a program with the verb {@code runas}, which has Windows ask the user.
 */
final class ElevatedStart {

	/** A thread without a message loop has to wait in the call. */
	private static final int SEE_MASK_NOASYNC = 0x100;

	private ElevatedStart() {
	}

	/**
	 * Start a program and wait for the answer of the user.
	 * @return the handle of the process, to be closed
	 * @throws ScmException if nothing was started
	 */
	static HANDLE of(ElevatedProgram program, OutputPipe pipe) {
		if (!Desktop.isVisible()) {
			throw new ScmException("ShellExecuteEx", Win32Error.REQUIRES_INTERACTIVE_WINDOWSTATION);
		}
		// Extensions of the shell may need COM
		HRESULT initialized = Ole32.INSTANCE.CoInitializeEx(null,
				Ole32.COINIT_APARTMENTTHREADED | Ole32.COINIT_DISABLE_OLE1DDE);
		try {
			return execute(program, pipe);
		}
		finally {
			if (COMUtils.SUCCEEDED(initialized)) {
				Ole32.INSTANCE.CoUninitialize();
			}
		}
	}

	private static HANDLE execute(ElevatedProgram program, OutputPipe pipe) {
		SHELLEXECUTEINFO info = new SHELLEXECUTEINFO();
		info.fMask = Shell32.SEE_MASK_NOCLOSEPROCESS | SEE_MASK_NOASYNC | Shell32.SEE_MASK_FLAG_NO_UI;
		info.lpVerb = "runas";
		info.lpFile = program.java();
		info.lpParameters = pipe.option() + " " + program.parameters();
		info.lpDirectory = program.directory();
		info.nShow = WinUser.SW_HIDE;
		ServiceHandle.check("ShellExecuteEx", Shell32.INSTANCE.ShellExecuteEx(info));
		if (info.hProcess == null) {
			throw new ScmException("ShellExecuteEx", new Win32Error(WinError.ERROR_INVALID_HANDLE));
		}
		return info.hProcess;
	}

}
