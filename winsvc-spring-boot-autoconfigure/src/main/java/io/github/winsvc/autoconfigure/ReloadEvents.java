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

package io.github.winsvc.autoconfigure;

import io.github.winsvc.eventlog.ServiceEvent;
import io.github.winsvc.eventlog.ServiceEventLog;
import io.github.winsvc.reload.ConfigReloadRejectedEvent;
import io.github.winsvc.reload.ConfigReloadedEvent;
import io.github.winsvc.reload.ReloadReport;
import io.github.winsvc.reload.ReloadResult;

import org.springframework.context.event.EventListener;

/**
 * Tells the event log of Windows what becomes of reloads.
 */
class ReloadEvents {

	private final ServiceEventLog log;

	ReloadEvents(ServiceEventLog log) {
		this.log = log;
	}

	@EventListener
	void reloaded(ConfigReloadedEvent event) {
		ReloadResult.Applied result = event.result();
		String restart = result.keysForRestart().isEmpty() ? "" : "%n%s".formatted(ReloadReport.restartText(result));
		this.log.report(ServiceEvent.RELOADED, ReloadReport.text(result) + restart);
	}

	@EventListener
	void rejected(ConfigReloadRejectedEvent event) {
		this.log.report(ServiceEvent.RELOAD_REJECTED, ReloadReport.text(event.result()));
	}

}
