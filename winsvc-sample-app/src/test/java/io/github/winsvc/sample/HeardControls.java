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

package io.github.winsvc.sample;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.winsvc.scm.DeviceEvent;
import io.github.winsvc.scm.HardwareProfileChange;
import io.github.winsvc.scm.PowerEvent;
import io.github.winsvc.scm.ServiceControl;
import io.github.winsvc.scm.SessionChange;
import io.github.winsvc.scm.TimeChange;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.EventListener;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A part of an application that tells which controls it has heard. A test adds it to the
 * packaged sample.
 */
@RestController
@ConditionalOnProperty("orders.hear")
class HeardControls {

	private final List<String> heard = new CopyOnWriteArrayList<>();

	@EventListener({ ServiceControl.Standard.class, ServiceControl.Other.class, SessionChange.class, PowerEvent.class,
			TimeChange.class, DeviceEvent.class, HardwareProfileChange.class })
	void hear(ServiceControl control) {
		this.heard.add(control.toString());
	}

	@GetMapping("/heard")
	List<String> heard() {
		return this.heard;
	}

}
