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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.Winsvc;
import org.jspecify.annotations.Nullable;

/**
 * The least that is a service. Writes the arguments and controls it gets to the file that
 * its argument names, if there is one, and ends with the exit code 7.
 */
public final class SmokeService {

	private static final int EVENT_DATA_LENGTH = 8;

	private final BlockingQueue<Integer> controls = new LinkedBlockingQueue<>();

	private final @Nullable Path log;

	private final Winsvc.HandlerEx handler = this::handle;

	private final Winsvc.SERVICE_MAIN_FUNCTION main = (count,
			arguments) -> start(arguments.getWideStringArray(0, count));

	private Winsvc.SERVICE_STATUS_HANDLE handle;

	private SmokeService(@Nullable Path log) {
		this.log = log;
	}

	/**
	 * Create a service that writes no file.
	 * @param machine where to create it
	 * @param name its name
	 */
	public static void create(WindowsMachine machine, String name) {
		MachineDirectory directory = machine.directory(name);
		String classPath = MachineClassPath.copy(directory, SmokeService.class, Native.class, Kernel32.class);
		machine
			.sc("create", name, "binPath=",
					"\"%s\" -Xmx64m -Xrs -cp \"%s\" %s".formatted(machine.javaExecutable(), classPath,
							SmokeService.class.getName()))
			.orFail();
	}

	public static void main(String[] args) throws InterruptedException {
		SmokeService service = new SmokeService((args.length > 0) ? Path.of(args[0]) : null);
		Winsvc.SERVICE_TABLE_ENTRY[] table = (Winsvc.SERVICE_TABLE_ENTRY[]) new Winsvc.SERVICE_TABLE_ENTRY().toArray(2);
		table[0].lpServiceName = "";
		table[0].lpServiceProc = service.main;
		Thread stopper = new Thread(service::awaitStop, "stopper");
		stopper.start();
		if (!Advapi32.INSTANCE.StartServiceCtrlDispatcher(table)) {
			System.exit(Native.getLastError());
		}
		stopper.join();
		System.exit(7);
	}

	private void start(String[] arguments) {
		log("start " + String.join("|", arguments));
		WinNT.HANDLE source = Advapi32.INSTANCE.RegisterEventSource(null, arguments[0]);
		Advapi32.INSTANCE.ReportEvent(source, WinNT.EVENTLOG_INFORMATION_TYPE, 0, 1000, null, 1, 0,
				new String[] { "started" }, null);
		Advapi32.INSTANCE.DeregisterEventSource(source);
		this.handle = Advapi32.INSTANCE.RegisterServiceCtrlHandlerEx("", this.handler, null);
		report(Winsvc.SERVICE_START_PENDING, 0, 1, 3000);
		report(Winsvc.SERVICE_RUNNING, Winsvc.SERVICE_ACCEPT_STOP | Winsvc.SERVICE_ACCEPT_PRESHUTDOWN, 0, 0);
	}

	private int handle(int control, int type, Pointer data, Pointer context) {
		byte[] bytes = (control >= 128 && data != null) ? data.getByteArray(0, EVENT_DATA_LENGTH) : new byte[0];
		log("control " + control + " " + HexFormat.of().formatHex(bytes));
		this.controls.add(control);
		return 0;
	}

	private void log(String line) {
		if (this.log == null) {
			return;
		}
		try {
			Files.writeString(this.log, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void awaitStop() {
		try {
			int control = this.controls.take();
			while (control != Winsvc.SERVICE_CONTROL_STOP && control != Winsvc.SERVICE_CONTROL_PRESHUTDOWN) {
				control = this.controls.take();
			}
			report(Winsvc.SERVICE_STOP_PENDING, 0, 1, 2000);
			report(Winsvc.SERVICE_STOPPED, 0, 0, 0);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void report(int state, int accepted, int checkpoint, int waitHint) {
		Winsvc.SERVICE_STATUS status = new Winsvc.SERVICE_STATUS();
		status.dwServiceType = 0x10;
		status.dwCurrentState = state;
		status.dwControlsAccepted = accepted;
		status.dwCheckPoint = checkpoint;
		status.dwWaitHint = waitHint;
		Advapi32.INSTANCE.SetServiceStatus(this.handle, status);
	}

}
