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

package io.github.winsvc.boot;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

import io.github.winsvc.event.ControlListeners;
import io.github.winsvc.scm.AcceptedControl;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.AbstractApplicationContext;

/**
 * The controls that an application wants, beside those that end the service.
 *
 * @param accepted the kinds to accept
 * @param codes the codes of the controls to hand to the application
 */
record WantedControls(Set<AcceptedControl> accepted, Set<Integer> codes) {

	/**
	 * Find out what the beans of a context listen to and what its configuration demands.
	 */
	static WantedControls of(ConfigurableApplicationContext context, WinsvcProperties properties) {
		WinsvcProperties.Controls controls = properties.getControls();
		Set<Integer> codes = new HashSet<>(listenedTo(context));
		codes.add(controls.getThreadDumpCode());
		controls.getAccept().forEach((kind) -> codes.addAll(kind.codes()));
		EnumSet<AcceptedControl> accepted = EnumSet.noneOf(AcceptedControl.class);
		codes.forEach((code) -> AcceptedControl.forCode(code).ifPresent(accepted::add));
		if (properties.getPause().isEnabled()) {
			accepted.add(AcceptedControl.PAUSE_CONTINUE);
		}
		return new WantedControls(accepted, codes);
	}

	private static Set<Integer> listenedTo(ConfigurableApplicationContext context) {
		return (context instanceof AbstractApplicationContext known)
				? ControlListeners.codes(known.getApplicationListeners()) : Set.of();
	}

}
