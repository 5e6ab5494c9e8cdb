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

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.Winsvc;
import com.sun.jna.platform.win32.Winsvc.SC_STATUS_TYPE;
import com.sun.jna.platform.win32.Winsvc.SERVICE_STATUS;
import com.sun.jna.platform.win32.Winsvc.SERVICE_STATUS_PROCESS;
import com.sun.jna.ptr.IntByReference;
import io.github.winsvc.scm.AcceptedControl;
import io.github.winsvc.scm.ExitCode;
import io.github.winsvc.scm.Password;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceControl;
import io.github.winsvc.scm.ServiceDefinition;
import io.github.winsvc.scm.ServiceManager;
import io.github.winsvc.scm.ServiceName;
import io.github.winsvc.scm.ServiceProcess;
import io.github.winsvc.scm.ServiceRegistration;
import io.github.winsvc.scm.ServiceSetting;
import io.github.winsvc.scm.ServiceSettings;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.ServiceStatus;
import io.github.winsvc.scm.UnsupportedSettingException;
import io.github.winsvc.scm.Win32Error;

/**
 * The operator's door to the SCM of this machine.
 *
 * @since 0.1.0
 */
public final class WindowsServiceManager implements ServiceManager {

	private static final int ONLY_WINDOWS = 0;

	private static final int WRITE_RECOVERY = Winsvc.SERVICE_CHANGE_CONFIG | Winsvc.SERVICE_START;

	private final ServiceHandle manager;

	private WindowsServiceManager(ServiceHandle manager) {
		this.manager = manager;
	}

	/**
	 * Connect to the SCM with the right to look, which every user has.
	 * @return the door
	 * @throws ScmException if the SCM cannot be reached
	 */
	public static WindowsServiceManager open() {
		return new WindowsServiceManager(ServiceHandle.openManager(Winsvc.SC_MANAGER_CONNECT));
	}

	@Override
	public Optional<ServiceRegistration> find(ServiceName name) {
		return ifInstalled(name, Winsvc.SERVICE_QUERY_CONFIG, (service) -> {
			List<ServiceSetting> settings = new ArrayList<>(BasicConfig.read(service));
			Set<Class<? extends ServiceSetting>> unsupported = new HashSet<>();
			for (ConfigLevel level : ConfigLevel.values()) {
				try {
					settings.add(OptionalConfig.read(service, level));
				}
				catch (UnsupportedSettingException ex) {
					unsupported.add(level.kind());
				}
			}
			readSecurity(name, settings, unsupported);
			settings.add(new ServiceSetting.Environment(ServiceEnvironment.read(name)));
			settings.add(new ServiceSetting.EventSource(EventSources.isRegistered(name)));
			return new ServiceRegistration(name, ServiceSettings.of(settings), unsupported);
		});
	}

	/**
	 * Not everyone who may look at a service may look at its security descriptor. One
	 * that lets nobody do anything is none: the service was just opened.
	 */
	private void readSecurity(ServiceName name, List<ServiceSetting> settings,
			Set<Class<? extends ServiceSetting>> unsupported) {
		try (ServiceHandle service = this.manager.openService(name, ServiceSecurity.READ)) {
			ServiceSetting.SecurityDescriptor descriptor = ServiceSecurity.read(service);
			if (descriptor.isEmpty()) {
				unsupported.add(descriptor.getClass());
			}
			else {
				settings.add(descriptor);
			}
		}
		catch (ScmException ex) {
			if (!ex.error().equals(Win32Error.ACCESS_DENIED)) {
				throw ex;
			}
		}
	}

	@Override
	public Optional<ServiceProcess> query(ServiceName name) {
		return ifInstalled(name, Winsvc.SERVICE_QUERY_STATUS, (service) -> {
			SERVICE_STATUS_PROCESS status = new SERVICE_STATUS_PROCESS();
			ServiceHandle.check("QueryServiceStatusEx", Advapi32.INSTANCE.QueryServiceStatusEx(service.handle(),
					SC_STATUS_TYPE.SC_STATUS_PROCESS_INFO, status, status.size(), new IntByReference()));
			return new ServiceProcess(
					new ServiceStatus(ServiceState.of(status.dwCurrentState),
							AcceptedControl.of(status.dwControlsAccepted),
							ExitCode.of(status.dwWin32ExitCode, status.dwServiceSpecificExitCode), status.dwCheckPoint,
							Duration.ofMillis(Integer.toUnsignedLong(status.dwWaitHint))),
					Integer.toUnsignedLong(status.dwProcessId));
		});
	}

	private <T> Optional<T> ifInstalled(ServiceName name, int access, Function<ServiceHandle, T> reader) {
		try (ServiceHandle service = this.manager.openService(name, access)) {
			return Optional.of(reader.apply(service));
		}
		catch (ScmException ex) {
			if (ex.error().equals(Win32Error.SERVICE_DOES_NOT_EXIST)) {
				return Optional.empty();
			}
			throw ex;
		}
	}

	@Override
	public void create(ServiceDefinition definition) {
		ServiceSettings settings = definition.settings();
		try (ServiceHandle creator = ServiceHandle.openManager(Winsvc.SC_MANAGER_CREATE_SERVICE)) {
			ServiceHandle.of("CreateService",
					Advapi32.INSTANCE.CreateService(creator.handle(), definition.name().value(),
							settings.get(ServiceSetting.DisplayName.class).value(), Winsvc.SERVICE_QUERY_STATUS,
							WinNT.SERVICE_WIN32_OWN_PROCESS, settings.get(ServiceSetting.Start.class).value().code(),
							WinNT.SERVICE_ERROR_NORMAL, settings.get(ServiceSetting.ImagePath.class).value(), null,
							null, null, settings.get(ServiceSetting.Account.class).value(), null))
				.close();
		}
	}

	@Override
	public void apply(ServiceName name, ServiceSetting setting) {
		if (setting instanceof ServiceSetting.EventSource source) {
			EventSources.set(name, source.value());
		}
		else if (setting instanceof ServiceSetting.Environment environment) {
			ServiceEnvironment.write(name, environment.value());
		}
		else if (setting instanceof ServiceSetting.SecurityDescriptor descriptor) {
			with(name, ServiceSecurity.WRITE, (service) -> ServiceSecurity.write(service, descriptor));
		}
		else {
			int access = (setting instanceof ServiceSetting.Recovery) ? WRITE_RECOVERY : Winsvc.SERVICE_CHANGE_CONFIG;
			with(name, access,
					(service) -> ConfigLevel.of(setting)
						.ifPresentOrElse((level) -> OptionalConfig.write(service, level, setting),
								() -> BasicConfig.write(service, setting)));
		}
	}

	@Override
	public void applyAccount(ServiceName name, ServiceSetting.Account account, Password password) {
		with(name, Winsvc.SERVICE_CHANGE_CONFIG, (service) -> BasicConfig.writeAccount(service, account, password));
	}

	@Override
	public void start(ServiceName name) {
		with(name, Winsvc.SERVICE_START, (service) -> ServiceHandle.check("StartService",
				Advapi32.INSTANCE.StartService(service.handle(), 0, null)));
	}

	@Override
	public void control(ServiceName name, ServiceControl control) {
		int access = accessFor(control);
		if (access == ONLY_WINDOWS) {
			throw new ScmException("ControlService", Win32Error.INVALID_PARAMETER);
		}
		with(name, access, (service) -> ServiceHandle.check("ControlService",
				Advapi32.INSTANCE.ControlService(service.handle(), control.code(), new SERVICE_STATUS())));
	}

	private static int accessFor(ServiceControl control) {
		if (control instanceof ServiceControl.Custom) {
			return Winsvc.SERVICE_USER_DEFINED_CONTROL;
		}
		return (control instanceof ServiceControl.Standard standard) ? switch (standard) {
			case STOP -> Winsvc.SERVICE_STOP;
			case INTERROGATE -> Winsvc.SERVICE_INTERROGATE;
			case PAUSE, CONTINUE, PARAMCHANGE, NETBINDADD, NETBINDREMOVE, NETBINDENABLE, NETBINDDISABLE ->
				Winsvc.SERVICE_PAUSE_CONTINUE;
			case SHUTDOWN, PRESHUTDOWN, TRIGGEREVENT, USERMODEREBOOT -> ONLY_WINDOWS;
		} : ONLY_WINDOWS;
	}

	@Override
	public List<ServiceName> dependents(ServiceName name) {
		try (ServiceHandle service = this.manager.openService(name, Winsvc.SERVICE_ENUMERATE_DEPENDENTS)) {
			return DependentServices.read(service);
		}
	}

	@Override
	public void delete(ServiceName name) {
		with(name, WinNT.DELETE,
				(service) -> ServiceHandle.check("DeleteService", Advapi32.INSTANCE.DeleteService(service.handle())));
	}

	private void with(ServiceName name, int access, Consumer<ServiceHandle> action) {
		try (ServiceHandle service = this.manager.openService(name, access)) {
			action.accept(service);
		}
	}

	@Override
	public void close() {
		this.manager.close();
	}

}
