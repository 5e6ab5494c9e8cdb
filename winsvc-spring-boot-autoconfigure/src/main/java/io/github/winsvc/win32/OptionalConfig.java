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
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.Winsvc;
import com.sun.jna.platform.win32.Winsvc.ChangeServiceConfig2Info;
import com.sun.jna.platform.win32.Winsvc.SC_ACTION;
import com.sun.jna.platform.win32.Winsvc.SERVICE_DESCRIPTION;
import com.sun.jna.platform.win32.Winsvc.SERVICE_FAILURE_ACTIONS;
import com.sun.jna.ptr.IntByReference;
import io.github.winsvc.scm.FailureAction;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceSetting;
import io.github.winsvc.scm.ServiceSidType;
import io.github.winsvc.scm.UnsupportedSettingException;
import io.github.winsvc.scm.Win32Error;
import org.jspecify.annotations.Nullable;

/**
 * What a service may have: the levels of {@code ChangeServiceConfig2}.
 */
final class OptionalConfig {

	/** {@code SERVICE_CONFIG_TRIGGER_INFO}. */
	private static final int TRIGGER_INFO = 8;

	/** What an SCM answers that does not know a level. */
	private static final Set<Integer> UNKNOWN_LEVEL = Set.of(Win32Error.INVALID_LEVEL.code(),
			Win32Error.INVALID_TAG.code());

	private OptionalConfig() {
	}

	static ServiceSetting.Description readDescription(ServiceHandle service) {
		return read(service, Winsvc.SERVICE_CONFIG_DESCRIPTION, (info) -> {
			Pointer text = info.getPointer(0);
			return new ServiceSetting.Description((text != null) ? text.getWideString(0) : "");
		});
	}

	static ServiceSetting.Recovery readRecovery(ServiceHandle service) {
		return read(service, Winsvc.SERVICE_CONFIG_FAILURE_ACTIONS, OptionalConfig::recovery);
	}

	static ServiceSetting.Recovery recovery(Pointer info) {
		SERVICE_FAILURE_ACTIONS actions = new SERVICE_FAILURE_ACTIONS(info);
		actions.read();
		List<FailureAction> list = new ArrayList<>();
		if (actions.cActions > 0 && actions.lpsaActions != null) {
			for (SC_ACTION action : (SC_ACTION[]) actions.lpsaActions.toArray(actions.cActions)) {
				list.add(new FailureAction(FailureAction.Kind.of(action.type),
						Duration.ofMillis(Integer.toUnsignedLong(action.delay))));
			}
		}
		return new ServiceSetting.Recovery(list, Duration.ofSeconds(Integer.toUnsignedLong(actions.dwResetPeriod)),
				text(actions.lpCommand), text(actions.lpRebootMsg));
	}

	private static String text(@Nullable String text) {
		return (text != null) ? text : "";
	}

	static ServiceSetting.RecoveryOnFailureExit readRecoveryOnFailureExit(ServiceHandle service) {
		return read(service, Winsvc.SERVICE_CONFIG_FAILURE_ACTIONS_FLAG,
				(info) -> new ServiceSetting.RecoveryOnFailureExit(info.getInt(0) != 0));
	}

	static ServiceSetting.ServiceSid readServiceSid(ServiceHandle service) {
		return read(service, Winsvc.SERVICE_CONFIG_SERVICE_SID_INFO,
				(info) -> new ServiceSetting.ServiceSid(ServiceSidType.of(info.getInt(0))));
	}

	static ServiceSetting.PreshutdownTimeout readPreshutdownTimeout(ServiceHandle service) {
		return read(service, Winsvc.SERVICE_CONFIG_PRESHUTDOWN_INFO, (info) -> new ServiceSetting.PreshutdownTimeout(
				Duration.ofMillis(Integer.toUnsignedLong(info.getInt(0)))));
	}

	static ServiceSetting.DelayedStart readDelayedStart(ServiceHandle service) {
		return read(service, Winsvc.SERVICE_CONFIG_DELAYED_AUTO_START_INFO,
				(info) -> new ServiceSetting.DelayedStart(info.getInt(0) != 0));
	}

	static ServiceSetting.RequiredPrivileges readRequiredPrivileges(ServiceHandle service) {
		return read(service, Winsvc.SERVICE_CONFIG_REQUIRED_PRIVILEGES_INFO,
				(info) -> new ServiceSetting.RequiredPrivileges(MultiString.read(info.getPointer(0))));
	}

	static ServiceSetting.Triggers readTriggers(ServiceHandle service) {
		return read(service, TRIGGER_INFO, (info) -> new ServiceSetting.Triggers(TriggerMemory.read(info)));
	}

	private static <S> S read(ServiceHandle service, int level, Function<Pointer, S> reader) {
		IntByReference size = new IntByReference();
		// A level of a fixed size wants its room at once, one with text tells how much it
		// needs
		try (Memory info = new Memory(64)) {
			if (Advapi32.INSTANCE.QueryServiceConfig2(service.handle(), level, info, (int) info.size(), size)) {
				return reader.apply(info);
			}
		}
		if (size.getValue() == 0) {
			throw failure("QueryServiceConfig2");
		}
		try (Memory info = new Memory(size.getValue())) {
			if (!Advapi32.INSTANCE.QueryServiceConfig2(service.handle(), level, info, size.getValue(), size)) {
				throw failure("QueryServiceConfig2");
			}
			return reader.apply(info);
		}
	}

	static void write(ServiceHandle service, ServiceSetting setting) {
		if (setting instanceof ServiceSetting.Description description) {
			SERVICE_DESCRIPTION info = new SERVICE_DESCRIPTION();
			info.lpDescription = description.value();
			write(service, Winsvc.SERVICE_CONFIG_DESCRIPTION, info);
		}
		else if (setting instanceof ServiceSetting.Recovery recovery) {
			writeRecovery(service, recovery);
		}
		else if (setting instanceof ServiceSetting.RecoveryOnFailureExit flag) {
			write(service, Winsvc.SERVICE_CONFIG_FAILURE_ACTIONS_FLAG, new DwordInfo(flag.value() ? 1 : 0));
		}
		else if (setting instanceof ServiceSetting.ServiceSid sid) {
			write(service, Winsvc.SERVICE_CONFIG_SERVICE_SID_INFO, new DwordInfo(sid.value().code()));
		}
		else if (setting instanceof ServiceSetting.PreshutdownTimeout timeout) {
			write(service, Winsvc.SERVICE_CONFIG_PRESHUTDOWN_INFO, new DwordInfo((int) timeout.value().toMillis()));
		}
		else if (setting instanceof ServiceSetting.DelayedStart delayed) {
			write(service, Winsvc.SERVICE_CONFIG_DELAYED_AUTO_START_INFO, new DwordInfo(delayed.value() ? 1 : 0));
		}
		else if (setting instanceof ServiceSetting.RequiredPrivileges privileges) {
			writeRequiredPrivileges(service, privileges.value());
		}
		else if (setting instanceof ServiceSetting.Triggers triggers) {
			try (Memory info = TriggerMemory.write(triggers.value())) {
				write(service, TRIGGER_INFO, info);
			}
		}
		else {
			throw new IllegalArgumentException("No level holds the " + setting.label());
		}
	}

	/**
	 * Who wants Windows to be restarted must be able to do so.
	 */
	private static void writeRecovery(ServiceHandle service, ServiceSetting.Recovery recovery) {
		if (recovery.actions().stream().noneMatch((action) -> action.kind() == FailureAction.Kind.REBOOT)) {
			write(service, Winsvc.SERVICE_CONFIG_FAILURE_ACTIONS, failureActions(recovery));
			return;
		}
		Advapi32Util.Privilege shutdown = new Advapi32Util.Privilege(WinNT.SE_SHUTDOWN_NAME);
		try (shutdown) {
			shutdown.enable();
			write(service, Winsvc.SERVICE_CONFIG_FAILURE_ACTIONS, failureActions(recovery));
		}
	}

	static SERVICE_FAILURE_ACTIONS failureActions(ServiceSetting.Recovery recovery) {
		SERVICE_FAILURE_ACTIONS actions = new SERVICE_FAILURE_ACTIONS();
		actions.dwResetPeriod = (int) recovery.resetPeriod().toSeconds();
		// An absent text means "unchanged" too
		actions.lpCommand = recovery.command();
		actions.lpRebootMsg = recovery.rebootMessage();
		actions.cActions = recovery.actions().size();
		// An absent array means "unchanged", so even no action needs one
		actions.lpsaActions = new SC_ACTION.ByReference();
		SC_ACTION[] array = (SC_ACTION[]) actions.lpsaActions.toArray(Math.max(1, actions.cActions));
		for (int i = 0; i < actions.cActions; i++) {
			array[i].type = recovery.actions().get(i).kind().code();
			array[i].delay = (int) recovery.actions().get(i).delay().toMillis();
			array[i].write();
		}
		return actions;
	}

	private static void writeRequiredPrivileges(ServiceHandle service, List<String> privileges) {
		try (Memory list = MultiString.write(privileges); Memory info = new Memory(Native.POINTER_SIZE)) {
			info.setPointer(0, list);
			write(service, Winsvc.SERVICE_CONFIG_REQUIRED_PRIVILEGES_INFO, info);
		}
	}

	private static void write(ServiceHandle service, int level, Memory info) {
		if (!ConfigFunctions.INSTANCE.ChangeServiceConfig2(service.handle(), level, info)) {
			throw failure("ChangeServiceConfig2");
		}
	}

	private static void write(ServiceHandle service, int level, ChangeServiceConfig2Info info) {
		if (!Advapi32.INSTANCE.ChangeServiceConfig2(service.handle(), level, info)) {
			throw failure("ChangeServiceConfig2");
		}
	}

	private static RuntimeException failure(String call) {
		Win32Error error = new Win32Error(Native.getLastError());
		return UNKNOWN_LEVEL.contains(error.code()) ? new UnsupportedSettingException(call, error)
				: new ScmException(call, error);
	}

}
