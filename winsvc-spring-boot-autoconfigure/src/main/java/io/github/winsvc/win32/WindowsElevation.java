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

import java.io.OutputStream;

import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.Win32Exception;
import io.github.winsvc.scm.ElevatedProcess;
import io.github.winsvc.scm.ElevatedProgram;
import io.github.winsvc.scm.Elevation;
import io.github.winsvc.scm.OutputPipe;

/**
 * The elevation of this Windows, User Account Control.
 *
 * @since 0.1.0
 */
public final class WindowsElevation implements Elevation {

	@Override
	public boolean isElevated() {
		try {
			return Advapi32Util.isCurrentProcessElevated();
		}
		catch (Win32Exception ex) {
			// Windows does not tell
			return false;
		}
	}

	/**
	 * The pipe is there before the process is, so that nobody else can create it.
	 */
	@Override
	public ElevatedProcess start(ElevatedProgram program) {
		OutputPipe name = OutputPipe.random();
		OutputPipeServer pipe = OutputPipeServer.create(name);
		try {
			return new RelayedProcess(ElevatedStart.of(program, name), pipe);
		}
		catch (RuntimeException | Error ex) {
			pipe.close();
			throw ex;
		}
	}

	@Override
	public OutputStream connect(OutputPipe pipe) {
		return OutputPipeClient.connect(pipe);
	}

}
