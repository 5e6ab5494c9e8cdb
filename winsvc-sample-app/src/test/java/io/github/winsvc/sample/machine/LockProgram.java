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

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import com.sun.jna.Native;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.W32Errors;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.ptr.IntByReference;

/**
 * Writes a file and keeps it open, so that no other process can, as an editor or a virus
 * scanner may do for a while.
 */
public final class LockProgram {

	private static final long PATIENCE = 60_000;

	private LockProgram() {
	}

	/**
	 * Run the program until the file is to be let go of.
	 * @param machine where to run it
	 * @param file the file
	 * @param text what to write
	 * @param release lets go of the file once it exists
	 * @return a future that is complete when the file is written and held
	 */
	public static CompletableFuture<Void> run(WindowsMachine machine, MachineDirectory file, String text,
			MachineDirectory release) {
		MachineDirectory directory = machine.directory("lock-" + System.nanoTime());
		String classPath = MachineClassPath.copy(directory, LockProgram.class, Native.class, Kernel32.class);
		CompletableFuture<Void> held = new CompletableFuture<>();
		Thread thread = new Thread(() -> {
			try {
				int status = machine.show(directory, WindowsMachine.PATIENCE,
						Commands.of(machine.javaExecutable(), List.of("-Xmx64m", "-cp", classPath,
								LockProgram.class.getName(), file.windows(), text, release.windows())),
						(line) -> {
							if (line.startsWith("held")) {
								held.complete(null);
							}
						});
				held.completeExceptionally(new IllegalStateException("The program has ended with " + status));
			}
			catch (RuntimeException | Error ex) {
				held.completeExceptionally(ex);
			}
		}, "lock");
		thread.setDaemon(true);
		thread.start();
		return held;
	}

	public static void main(String[] args) throws InterruptedException {
		HANDLE file = open(args[0]);
		byte[] text = args[1].getBytes(StandardCharsets.UTF_8);
		if (!Kernel32.INSTANCE.WriteFile(file, text, text.length, new IntByReference(), null)) {
			throw new IllegalStateException("WriteFile failed: " + Native.getLastError());
		}
		System.out.println("held");
		long deadline = System.currentTimeMillis() + PATIENCE;
		while (!Files.exists(Path.of(args[2])) && System.currentTimeMillis() < deadline) {
			Thread.sleep(10);
		}
		Kernel32.INSTANCE.CloseHandle(file);
	}

	/**
	 * The service may be reading the file.
	 */
	private static HANDLE open(String file) throws InterruptedException {
		long deadline = System.currentTimeMillis() + PATIENCE;
		while (true) {
			HANDLE handle = Kernel32.INSTANCE.CreateFile(file, WinNT.GENERIC_READ | WinNT.GENERIC_WRITE, 0, null,
					WinNT.CREATE_ALWAYS, WinNT.FILE_ATTRIBUTE_NORMAL, null);
			if (!WinBase.INVALID_HANDLE_VALUE.equals(handle)) {
				return handle;
			}
			int error = Native.getLastError();
			if (error != W32Errors.ERROR_SHARING_VIOLATION || System.currentTimeMillis() > deadline) {
				throw new IllegalStateException("CreateFile failed: " + error);
			}
			Thread.sleep(1);
		}
	}

}
