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
import com.sun.jna.platform.win32.Winsvc;
import com.sun.jna.platform.win32.Winsvc.ChangeServiceConfig2Info;
import com.sun.jna.platform.win32.Winsvc.SC_ACTION;
import com.sun.jna.platform.win32.Winsvc.SERVICE_DESCRIPTION;
import com.sun.jna.platform.win32.Winsvc.SERVICE_FAILURE_ACTIONS;
import com.sun.jna.ptr.IntByReference;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceSetting;
import io.github.winsvc.scm.UnsupportedSettingException;
import io.github.winsvc.scm.Win32Error;

/**
 * What a service may have: the levels of {@code ChangeServiceConfig2}.
 */
final class OptionalConfig {

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
		List<Duration> delays = new ArrayList<>();
		if (actions.cActions > 0 && actions.lpsaActions != null) {
			for (SC_ACTION action : (SC_ACTION[]) actions.lpsaActions.toArray(actions.cActions)) {
				if (action.type == Winsvc.SC_ACTION_RESTART) {
					delays.add(Duration.ofMillis(action.delay));
				}
			}
		}
		return new ServiceSetting.Recovery(delays, Duration.ofSeconds(actions.dwResetPeriod));
	}

	static ServiceSetting.RecoveryOnFailureExit readRecoveryOnFailureExit(ServiceHandle service) {
		return read(service, Winsvc.SERVICE_CONFIG_FAILURE_ACTIONS_FLAG,
				(info) -> new ServiceSetting.RecoveryOnFailureExit(info.getInt(0) != 0));
	}

	static ServiceSetting.ServiceSid readServiceSid(ServiceHandle service) {
		return read(service, Winsvc.SERVICE_CONFIG_SERVICE_SID_INFO,
				(info) -> new ServiceSetting.ServiceSid(info.getInt(0) != 0));
	}

	static ServiceSetting.PreshutdownTimeout readPreshutdownTimeout(ServiceHandle service) {
		return read(service, Winsvc.SERVICE_CONFIG_PRESHUTDOWN_INFO, (info) -> new ServiceSetting.PreshutdownTimeout(
				Duration.ofMillis(Integer.toUnsignedLong(info.getInt(0)))));
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
			write(service, Winsvc.SERVICE_CONFIG_FAILURE_ACTIONS, failureActions(recovery));
		}
		else if (setting instanceof ServiceSetting.RecoveryOnFailureExit flag) {
			write(service, Winsvc.SERVICE_CONFIG_FAILURE_ACTIONS_FLAG, new DwordInfo(flag.value() ? 1 : 0));
		}
		else if (setting instanceof ServiceSetting.ServiceSid sid) {
			write(service, Winsvc.SERVICE_CONFIG_SERVICE_SID_INFO, new DwordInfo(sid.value() ? 1 : 0));
		}
		else if (setting instanceof ServiceSetting.PreshutdownTimeout timeout) {
			write(service, Winsvc.SERVICE_CONFIG_PRESHUTDOWN_INFO, new DwordInfo((int) timeout.value().toMillis()));
		}
		else {
			throw new IllegalArgumentException("No level holds the " + setting.label());
		}
	}

	static SERVICE_FAILURE_ACTIONS failureActions(ServiceSetting.Recovery recovery) {
		SERVICE_FAILURE_ACTIONS actions = new SERVICE_FAILURE_ACTIONS();
		actions.dwResetPeriod = (int) recovery.resetPeriod().toSeconds();
		actions.cActions = recovery.restartDelays().size();
		// An absent array means "unchanged", so even no action needs one
		actions.lpsaActions = new SC_ACTION.ByReference();
		SC_ACTION[] array = (SC_ACTION[]) actions.lpsaActions.toArray(Math.max(1, actions.cActions));
		for (int i = 0; i < actions.cActions; i++) {
			array[i].type = Winsvc.SC_ACTION_RESTART;
			array[i].delay = (int) recovery.restartDelays().get(i).toMillis();
			array[i].write();
		}
		return actions;
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
