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

package io.github.winsvc.sample.machine;

import java.util.concurrent.CountDownLatch;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.Winsvc;

/**
 * A service that does nothing at all with what it is told: what the SCM, Java and JNA
 * cost by themselves.
 */
public final class BareService {

	private final CountDownLatch stop = new CountDownLatch(1);

	private final Winsvc.HandlerEx handler = this::handle;

	private final Winsvc.SERVICE_MAIN_FUNCTION main = (count, arguments) -> start();

	private Winsvc.SERVICE_STATUS_HANDLE handle;

	private BareService() {
	}

	/**
	 * Create the service.
	 * @param machine where to create it
	 * @param name its name
	 */
	public static void create(WindowsMachine machine, String name) {
		MachineDirectory directory = machine.directory(name);
		String classPath = MachineClassPath.copy(directory, BareService.class, Native.class, Kernel32.class);
		machine
			.sc("create", name, "binPath=",
					"\"%s\" -Xmx64m -Xrs -cp \"%s\" %s".formatted(machine.javaExecutable(), classPath,
							BareService.class.getName()))
			.orFail();
	}

	public static void main(String[] args) throws InterruptedException {
		BareService service = new BareService();
		Winsvc.SERVICE_TABLE_ENTRY[] table = (Winsvc.SERVICE_TABLE_ENTRY[]) new Winsvc.SERVICE_TABLE_ENTRY().toArray(2);
		table[0].lpServiceName = "";
		table[0].lpServiceProc = service.main;
		Thread stopper = new Thread(service::awaitStop, "stopper");
		stopper.start();
		if (!Advapi32.INSTANCE.StartServiceCtrlDispatcher(table)) {
			System.exit(Native.getLastError());
		}
		stopper.join();
	}

	private void start() {
		this.handle = Advapi32.INSTANCE.RegisterServiceCtrlHandlerEx("", this.handler, null);
		report(Winsvc.SERVICE_RUNNING, Winsvc.SERVICE_ACCEPT_STOP);
	}

	private int handle(int control, int type, Pointer data, Pointer context) {
		if (control == Winsvc.SERVICE_CONTROL_STOP) {
			this.stop.countDown();
		}
		return 0;
	}

	private void awaitStop() {
		try {
			this.stop.await();
			report(Winsvc.SERVICE_STOPPED, 0);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void report(int state, int accepted) {
		Winsvc.SERVICE_STATUS status = new Winsvc.SERVICE_STATUS();
		status.dwServiceType = 0x10;
		status.dwCurrentState = state;
		status.dwControlsAccepted = accepted;
		Advapi32.INSTANCE.SetServiceStatus(this.handle, status);
	}

}
