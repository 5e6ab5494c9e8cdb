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

package io.github.winsvc.test.scm;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import io.github.winsvc.scm.ControlAnswer;
import io.github.winsvc.scm.Password;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceControl;
import io.github.winsvc.scm.ServiceDefinition;
import io.github.winsvc.scm.ServiceManager;
import io.github.winsvc.scm.ServiceName;
import io.github.winsvc.scm.ServiceProcess;
import io.github.winsvc.scm.ServiceRegistration;
import io.github.winsvc.scm.ServiceSetting;
import io.github.winsvc.scm.UnsupportedSettingException;
import io.github.winsvc.scm.Win32Error;
import io.github.winsvc.test.scm.Utterance.Speaker;
import org.jspecify.annotations.Nullable;

/**
 * The operator's door to a {@link FakeScm}.
 */
final class FakeServiceManager implements ServiceManager {

	private static final Win32Error INVALID_HANDLE = new Win32Error(6);

	private final FakeScm scm;

	private final Monitor monitor;

	private volatile boolean closed;

	FakeServiceManager(FakeScm scm) {
		this.scm = scm;
		this.monitor = scm.monitor();
	}

	@Override
	public Optional<ServiceRegistration> find(ServiceName name) {
		return call(ManagerCall.FIND, name.value(), () -> this.scm.find(name)
			.map((service) -> this.monitor.call(() -> service.registration(this.scm.unsupported()))));
	}

	@Override
	public Optional<ServiceProcess> query(ServiceName name) {
		return call(ManagerCall.QUERY, name.value(), () -> this.scm.find(name).map(FakeService::query));
	}

	@Override
	public void create(ServiceDefinition definition) {
		run(ManagerCall.CREATE, definition.name().value(), () -> {
			requireElevated(ManagerCall.CREATE);
			this.scm.add(definition);
		});
	}

	@Override
	public void apply(ServiceName name, ServiceSetting setting) {
		apply(name, setting, null);
	}

	@Override
	public void applyAccount(ServiceName name, ServiceSetting.Account account, Password password) {
		apply(name, account, password.use(String::new));
	}

	private void apply(ServiceName name, ServiceSetting setting, @Nullable String password) {
		run(ManagerCall.APPLY, name + ", " + setting.label() + ": " + setting.text(), () -> {
			FakeService service = get(ManagerCall.APPLY, name);
			requireElevated(ManagerCall.APPLY);
			this.scm.failApply(setting.getClass());
			this.monitor.run(() -> apply(service, setting, password));
		});
	}

	@Override
	public void start(ServiceName name) {
		run(ManagerCall.START, name.value(), () -> {
			FakeService service = get(ManagerCall.START, name);
			requireElevated(ManagerCall.START);
			service.start();
		});
	}

	@Override
	public void control(ServiceName name, ServiceControl control) {
		run(ManagerCall.CONTROL, name + ", " + control, () -> {
			FakeService service = get(ManagerCall.CONTROL, name);
			boolean custom = control instanceof ServiceControl.Custom;
			if (!custom && control != ServiceControl.Standard.INTERROGATE) {
				requireElevated(ManagerCall.CONTROL);
			}
			if (!custom && !isForOperators(control)) {
				throw new ScmException(ManagerCall.CONTROL.function(), Win32Error.INVALID_PARAMETER);
			}
			if (control == ServiceControl.Standard.STOP && !this.scm.dependents(service).isEmpty()) {
				throw new ScmException(ManagerCall.CONTROL.function(), Win32Error.DEPENDENT_SERVICES_RUNNING);
			}
			ControlAnswer answer = service.send(control);
			if (answer != ControlAnswer.HANDLED) {
				throw new ScmException(ManagerCall.CONTROL.function(), new Win32Error(answer.code()));
			}
		});
	}

	@Override
	public List<ServiceName> dependents(ServiceName name) {
		return call(ManagerCall.DEPENDENTS, name.value(), () -> this.scm.dependents(get(ManagerCall.DEPENDENTS, name)));
	}

	@Override
	public void delete(ServiceName name) {
		run(ManagerCall.DELETE, name.value(), () -> {
			FakeService service = get(ManagerCall.DELETE, name);
			requireElevated(ManagerCall.DELETE);
			this.monitor.run(service::mark);
		});
	}

	@Override
	public void close() {
		this.closed = true;
	}

	private void apply(FakeService service, ServiceSetting setting, @Nullable String password) {
		String function = ManagerCall.APPLY.function();
		if (service.isMarked()) {
			throw new ScmException(function, Win32Error.SERVICE_MARKED_FOR_DELETE);
		}
		if (this.scm.unsupported().contains(setting.getClass())) {
			throw new UnsupportedSettingException(function, Win32Error.INVALID_LEVEL);
		}
		if (setting instanceof ServiceSetting.DisplayName displayName) {
			this.scm.requireFree(function, displayName, service.name());
		}
		if (setting instanceof ServiceSetting.Account account) {
			if (account.isOfUser() && this.scm.accounts().find(account).isEmpty()) {
				throw new ScmException(function, Win32Error.INVALID_SERVICE_ACCOUNT);
			}
			service.put(account, password);
		}
		service.put(setting);
	}

	private FakeService get(ManagerCall call, ServiceName name) {
		return this.scm.find(name)
			.orElseThrow(() -> new ScmException(call.function(), Win32Error.SERVICE_DOES_NOT_EXIST));
	}

	private void requireElevated(ManagerCall call) {
		if (!this.scm.isElevated()) {
			throw new ScmException(call.function(), Win32Error.ACCESS_DENIED);
		}
	}

	private boolean isForOperators(ServiceControl control) {
		return control instanceof ServiceControl.Standard standard && switch (standard) {
			case STOP, PAUSE, CONTINUE, INTERROGATE, PARAMCHANGE, NETBINDADD, NETBINDREMOVE, NETBINDENABLE,
					NETBINDDISABLE ->
				true;
			case SHUTDOWN, PRESHUTDOWN, TRIGGEREVENT, USERMODEREBOOT -> false;
		};
	}

	private void run(ManagerCall call, String what, Runnable action) {
		call(call, what, () -> {
			action.run();
			return true;
		});
	}

	private <T> T call(ManagerCall call, String what, Supplier<T> action) {
		this.scm.say(Speaker.OPERATOR, call.function() + " " + what);
		try {
			if (this.closed) {
				throw new ScmException(call.function(), INVALID_HANDLE);
			}
			this.scm.fail(call);
			return action.get();
		}
		catch (ScmException ex) {
			this.scm.say(Speaker.SCM, ex.getMessage());
			throw ex;
		}
	}

}
