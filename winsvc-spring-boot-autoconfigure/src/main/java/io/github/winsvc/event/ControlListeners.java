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

package io.github.winsvc.event;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.winsvc.scm.DeviceEvent;
import io.github.winsvc.scm.HardwareProfileChange;
import io.github.winsvc.scm.PowerEvent;
import io.github.winsvc.scm.ServiceControl;
import io.github.winsvc.scm.ServiceControl.Custom;
import io.github.winsvc.scm.ServiceControl.Standard;
import io.github.winsvc.scm.SessionChange;
import io.github.winsvc.scm.TimeChange;

import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.GenericApplicationListener;
import org.springframework.context.event.GenericApplicationListenerAdapter;
import org.springframework.core.ResolvableType;

/**
 * Finds out which controls somebody listens to. A listener to events of any kind does not
 * count: it would make every service accept everything.
 *
 * @since 0.1.0
 */
public final class ControlListeners {

	private static final Map<Class<? extends ServiceControl>, Set<Integer>> CODES = Map.of(Standard.class,
			Set.of(Standard.PARAMCHANGE.code(), Standard.NETBINDADD.code(), Standard.NETBINDREMOVE.code(),
					Standard.NETBINDENABLE.code(), Standard.NETBINDDISABLE.code(), Standard.TRIGGEREVENT.code(),
					Standard.USERMODEREBOOT.code()),
			DeviceEvent.class, Set.of(DeviceEvent.CODE), HardwareProfileChange.class,
			Set.of(HardwareProfileChange.CODE), PowerEvent.class, Set.of(PowerEvent.CODE), SessionChange.class,
			Set.of(SessionChange.CODE), TimeChange.class, Set.of(TimeChange.CODE), Custom.class,
			IntStream.rangeClosed(Custom.FIRST, Custom.LAST).boxed().collect(Collectors.toUnmodifiableSet()));

	private ControlListeners() {
	}

	/**
	 * Whether a control is one to listen to. The others are acted on by the service
	 * itself.
	 */
	static boolean canBeHeard(int code) {
		return CODES.values().stream().anyMatch((codes) -> codes.contains(code));
	}

	/**
	 * Return the codes of the controls that somebody listens to.
	 * @param listeners the listeners of a context
	 * @return the codes
	 */
	public static Set<Integer> codes(Collection<ApplicationListener<?>> listeners) {
		Set<Integer> codes = new HashSet<>();
		for (ApplicationListener<?> listener : listeners) {
			if (listener instanceof OnServiceControlListener own) {
				codes.addAll(own.codes());
			}
			else if (!hears(listener, Object.class)) {
				CODES.forEach((type, typeCodes) -> {
					if (hears(listener, type)) {
						codes.addAll(typeCodes);
					}
				});
			}
		}
		return codes;
	}

	private static boolean hears(ApplicationListener<?> listener, Class<?> payload) {
		GenericApplicationListener generic = (listener instanceof GenericApplicationListener own) ? own
				: new GenericApplicationListenerAdapter(listener);
		return generic.supportsEventType(ResolvableType.forClassWithGenerics(PayloadApplicationEvent.class, payload));
	}

}
