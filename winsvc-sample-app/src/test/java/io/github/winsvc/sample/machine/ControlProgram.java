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

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.sun.jna.Native;
import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.W32Errors;
import com.sun.jna.platform.win32.W32Service;
import com.sun.jna.platform.win32.W32ServiceManager;
import com.sun.jna.platform.win32.Winsvc;

/**
 * Sends controls to a service from a single process, much faster than one program for
 * each could.
 */
public final class ControlProgram {

	private static final int ACCESS = Winsvc.SERVICE_QUERY_STATUS | Winsvc.SERVICE_PAUSE_CONTINUE
			| Winsvc.SERVICE_USER_DEFINED_CONTROL | Winsvc.SERVICE_STOP;

	private static final long PATIENCE = 120_000;

	private final W32Service service;

	private ControlProgram(W32Service service) {
		this.service = service;
	}

	/**
	 * Run the program.
	 * @param machine where to run it
	 * @param service the name of the service
	 * @param what {@code send <code> <times>}, {@code pause <times>} or {@code insist
	 * <code>}
	 * @return its output
	 */
	public static ProgramResult run(WindowsMachine machine, String service, String... what) {
		MachineDirectory directory = machine.directory("control-" + System.nanoTime());
		String classPath = MachineClassPath.copy(directory, ControlProgram.class, Native.class, W32Service.class);
		return machine.java(directory,
				Stream
					.concat(Stream.of("-Xmx64m", "-cp", classPath, ControlProgram.class.getName(), service),
							Stream.of(what))
					.toArray(String[]::new));
	}

	public static void main(String[] args) throws InterruptedException {
		W32ServiceManager manager = new W32ServiceManager(Winsvc.SC_MANAGER_CONNECT);
		W32Service service = manager.openService(args[0], ACCESS);
		ControlProgram program = new ControlProgram(service);
		switch (args[1]) {
			case "send" -> program.send(Integer.parseInt(args[2]), Integer.parseInt(args[3]));
			case "pause" -> program.pause(Integer.parseInt(args[2]));
			case "insist" -> program.insist(Integer.parseInt(args[2]));
			default -> throw new IllegalArgumentException(args[1]);
		}
		service.close();
		manager.close();
	}

	/**
	 * Send a control several times and print how long that took in microseconds.
	 */
	private void send(int control, int times) {
		long[] took = new long[times];
		for (int i = 0; i < times; i++) {
			long begin = System.nanoTime();
			control(control);
			took[i] = (System.nanoTime() - begin) / 1000;
		}
		Arrays.sort(took);
		System.out.printf("sent %d p50 %d p99 %d max %d%n", times, took[times / 2], took[times * 99 / 100],
				took[times - 1]);
	}

	/**
	 * Pause and continue several times, as soon as the service is where it was sent to.
	 */
	private void pause(int times) throws InterruptedException {
		for (int i = 0; i < times; i++) {
			control(Winsvc.SERVICE_CONTROL_PAUSE);
			await(Winsvc.SERVICE_PAUSED);
			control(Winsvc.SERVICE_CONTROL_CONTINUE);
			await(Winsvc.SERVICE_RUNNING);
		}
		System.out.println("paused " + times);
	}

	/**
	 * Send a control every millisecond until it is taken, and print how often it was
	 * refused by which error.
	 */
	private void insist(int control) throws InterruptedException {
		Map<Integer, Integer> refused = new TreeMap<>();
		long deadline = System.currentTimeMillis() + PATIENCE;
		int error = tryControl(control);
		while (error != W32Errors.ERROR_SUCCESS && System.currentTimeMillis() < deadline) {
			refused.merge(error, 1, Integer::sum);
			Thread.sleep(1);
			error = tryControl(control);
		}
		System.out.println("refused " + refused + " taken " + (error == W32Errors.ERROR_SUCCESS));
	}

	private void control(int control) {
		int error = tryControl(control);
		if (error != W32Errors.ERROR_SUCCESS) {
			throw new IllegalStateException("Control " + control + " failed: " + error);
		}
	}

	private int tryControl(int control) {
		boolean taken = Advapi32.INSTANCE.ControlService(this.service.getHandle(), control,
				new Winsvc.SERVICE_STATUS());
		return taken ? W32Errors.ERROR_SUCCESS : Native.getLastError();
	}

	private void await(int state) throws InterruptedException {
		long deadline = System.currentTimeMillis() + PATIENCE;
		int current = this.service.queryStatus().dwCurrentState;
		while (current != state) {
			if (System.currentTimeMillis() > deadline) {
				throw new IllegalStateException("The state is " + current + " instead of " + state);
			}
			Thread.sleep(1);
			current = this.service.queryStatus().dwCurrentState;
		}
	}

}
