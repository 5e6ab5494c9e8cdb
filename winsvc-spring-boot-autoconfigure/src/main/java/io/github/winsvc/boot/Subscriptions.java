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

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import io.github.winsvc.scm.ControlSubscriber;
import io.github.winsvc.scm.ScmException;
import org.apache.commons.logging.LogFactory;

import org.springframework.core.log.LogMessage;

/**
 * Subscribes to what the configuration names. What Windows refuses is no reason not to
 * run.
 */
final class Subscriptions {

	private Subscriptions() {
	}

	static void make(WinsvcProperties.Controls controls, ControlSubscriber subscriber) {
		make("winsvc.controls.power-settings", controls.getPowerSettings(), subscriber::powerSetting);
		make("winsvc.controls.device-classes", controls.getDeviceClasses(), subscriber::deviceClass);
	}

	private static void make(String property, List<UUID> ids, Consumer<UUID> subscription) {
		for (UUID id : ids) {
			try {
				subscription.accept(id);
			}
			catch (ScmException ex) {
				LogFactory.getLog(Subscriptions.class)
					.warn(LogMessage.format("Windows tells nothing of %s, which %s names: %s", id, property,
							ex.getMessage()));
			}
		}
	}

}
