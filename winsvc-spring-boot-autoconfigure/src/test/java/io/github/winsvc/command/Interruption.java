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

package io.github.winsvc.command;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

import io.github.winsvc.scm.AccountRights;
import io.github.winsvc.scm.ProtectedDirectories;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceManager;
import io.github.winsvc.scm.Win32Error;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a command at one of its calls to Windows, before the call does
 * anything.
 */
final class Interruption {

	private final @Nullable Win32Error error;

	private int callsLeft;

	private boolean happened;

	private Interruption(int call, @Nullable Win32Error error) {
		this.callsLeft = call;
		this.error = error;
	}

	/**
	 * Nothing happens.
	 */
	static Interruption none() {
		return new Interruption(Integer.MAX_VALUE, null);
	}

	/**
	 * The process of the command dies at a call.
	 * @param call the number of the call, from 1
	 */
	static Interruption death(int call) {
		return new Interruption(call, null);
	}

	/**
	 * A call fails.
	 * @param call the number of the call, from 1
	 */
	static Interruption error(int call, Win32Error error) {
		return new Interruption(call, error);
	}

	boolean happened() {
		return this.happened;
	}

	ServiceManager at(ServiceManager manager) {
		return at(ServiceManager.class, manager);
	}

	ProtectedDirectories at(ProtectedDirectories directories) {
		return at(ProtectedDirectories.class, directories);
	}

	AccountRights at(AccountRights accounts) {
		return at(AccountRights.class, accounts);
	}

	private <T> T at(Class<T> type, T target) {
		return type.cast(
				Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { type }, (proxy, method, args) -> {
					if (!method.getName().equals("close")) {
						call(method.getName(), target instanceof ProtectedDirectories);
					}
					try {
						return method.invoke(target, args);
					}
					catch (InvocationTargetException ex) {
						throw ex.getCause();
					}
				}));
	}

	private void call(String name, boolean file) throws IOException {
		this.callsLeft--;
		if (this.callsLeft != 0) {
			return;
		}
		this.happened = true;
		if (this.error == null) {
			throw new Death();
		}
		ScmException failure = new ScmException(name, this.error);
		if (file) {
			throw new IOException("'<dir>' cannot be protected: " + failure.getMessage(), failure);
		}
		throw failure;
	}

	/**
	 * The process is gone: nothing that it had still to do happens.
	 */
	static final class Death extends Error {

		private Death() {
			super("The process of the command has died", null, false, false);
		}

	}

}
