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

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import com.sun.jna.Callback;
import com.sun.jna.CallbackReference;
import com.sun.jna.CallbackThreadInitializer;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.WString;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinDef;
import io.github.winsvc.scm.AcceptedControl;
import io.github.winsvc.scm.DeviceEvent;
import io.github.winsvc.scm.EventLog;
import io.github.winsvc.scm.HardwareProfileChange;
import io.github.winsvc.scm.HostedService;
import io.github.winsvc.scm.OwnProcess;
import io.github.winsvc.scm.PowerEvent;
import io.github.winsvc.scm.ProcessPriority;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceControl;
import io.github.winsvc.scm.ServiceDispatcher;
import io.github.winsvc.scm.ServiceKey;
import io.github.winsvc.scm.ServiceStart;
import io.github.winsvc.scm.ServiceStatus;
import io.github.winsvc.scm.SessionChange;
import io.github.winsvc.scm.TimeChange;
import io.github.winsvc.scm.Win32Error;
import org.jspecify.annotations.Nullable;

/**
 * The service's door to the SCM of this machine.
 *
 * @since 0.1.0
 */
public final class NativeServiceDispatcher implements ServiceDispatcher {

	private static final int SERVICE_WIN32_OWN_PROCESS = 0x10;

	private static final int[] REHEARSED = { DeviceEvent.CODE, HardwareProfileChange.CODE, PowerEvent.CODE,
			SessionChange.CODE, TimeChange.CODE, ServiceControl.Custom.FIRST };

	private static final int REHEARSED_SIZE = 32;

	private static final AtomicBoolean DISPATCHED = new AtomicBoolean();

	// Native code holds the callbacks weakly: they live as long as this object, which
	// dispatch() keeps alive

	private final DispatcherFunctions.ServiceMain serviceMain = this::serviceMain;

	private final DispatcherFunctions.HandlerEx handler = this::handle;

	private @Nullable HostedService service;

	@Override
	public void dispatch(HostedService service) {
		if (!DISPATCHED.compareAndSet(false, true)) {
			throw new ScmException("StartServiceCtrlDispatcher", Win32Error.SERVICE_ALREADY_RUNNING);
		}
		this.service = service;
		// A callback thread that is not a daemon would keep a failed application alive
		setThread(this.serviceMain, "winsvc-main");
		setThread(this.handler, "winsvc-control");
		try (Memory table = new Memory(4L * Native.POINTER_SIZE); Memory name = new Memory(Native.WCHAR_SIZE)) {
			// The name is ignored in a process of one service, but must be there
			name.clear();
			table.clear();
			table.setPointer(0, name);
			table.setPointer(Native.POINTER_SIZE, CallbackReference.getFunctionPointer(this.serviceMain));
			if (!DispatcherFunctions.StartServiceCtrlDispatcherW(table)) {
				throw failure("StartServiceCtrlDispatcher");
			}
		}
	}

	@Override
	public void setPriority(ProcessPriority priority) {
		if (!Kernel32.INSTANCE.SetPriorityClass(Kernel32.INSTANCE.GetCurrentProcess(),
				new WinDef.DWORD(priority.code()))) {
			throw failure("SetPriorityClass");
		}
	}

	@Override
	public void setWorkingDirectory(Path directory) {
		if (!ProcessFunctions.INSTANCE.SetCurrentDirectory(directory.toString())) {
			throw failure("SetCurrentDirectory");
		}
	}

	@Override
	public EventLog eventLog(String source) {
		return new WindowsEventLog(source);
	}

	@Override
	public OwnProcess ownProcess() {
		return new WindowsProcess();
	}

	@Override
	public ServiceKey serviceKey(String service) {
		return new WindowsServiceKey(service);
	}

	private static void setThread(Callback callback, String name) {
		Native.setCallbackThreadInitializer(callback, new CallbackThreadInitializer(true, true, name));
	}

	private static ScmException failure(String call) {
		return new ScmException(call, new Win32Error(Native.getLastError()));
	}

	private void serviceMain(int argumentCount, Pointer arguments) {
		String[] names = arguments.getWideStringArray(0, argumentCount);
		Pointer handle = DispatcherFunctions.RegisterServiceCtrlHandlerExW(new WString(names[0]), this.handler,
				Pointer.NULL);
		if (handle == null) {
			throw failure("RegisterServiceCtrlHandlerEx");
		}
		service()
			.started(
					new ServiceStart(names[0], List.of(names).subList(1, names.length),
							() -> StartReasonQuery.ask(handle), new NotificationSubscriber(handle)),
					(status) -> report(handle, status));
		rehearse();
	}

	/**
	 * Load what decodes controls before the first one comes: the handler must return at
	 * once.
	 */
	private static void rehearse() {
		try (Memory data = new Memory(REHEARSED_SIZE)) {
			data.clear();
			for (int control : REHEARSED) {
				ControlDecoder.decode(control, 0, EventData.copy(control, data));
			}
		}
	}

	private int handle(int control, int eventType, @Nullable Pointer eventData, Pointer context) {
		return service().control(ControlDecoder.decode(control, eventType, EventData.copy(control, eventData))).code();
	}

	private HostedService service() {
		if (this.service == null) {
			throw new IllegalStateException("Not dispatching");
		}
		return this.service;
	}

	private void report(Pointer handle, ServiceStatus status) {
		try (Memory memory = new Memory(7L * Integer.BYTES)) {
			memory.write(0, new int[] { SERVICE_WIN32_OWN_PROCESS, status.state().code(),
					AcceptedControl.mask(status.accepted()), status.exitCode().win32(),
					status.exitCode().serviceSpecific(), status.checkpoint(), (int) status.waitHint().toMillis() }, 0,
					7);
			if (!DispatcherFunctions.SetServiceStatus(handle, memory)) {
				throw failure("SetServiceStatus");
			}
		}
	}

}
