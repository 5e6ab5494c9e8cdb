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

import java.util.function.Supplier;

import com.sun.jna.platform.win32.Win32Exception;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.Win32Error;

/**
 * Turns what jna-platform throws of the registry into an {@link ScmException}.
 */
final class Registry {

	/** The key below which each service has its own. */
	static final String SERVICES = "SYSTEM\\CurrentControlSet\\Services\\";

	private Registry() {
	}

	static <T> T call(String function, Supplier<T> action) {
		try {
			return action.get();
		}
		catch (Win32Exception ex) {
			throw new ScmException(function, new Win32Error(ex.getErrorCode()));
		}
	}

}
