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
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.winsvc.reload.ConfigReloadRejectedEvent;
import io.github.winsvc.reload.ConfigReloadedEvent;
import io.github.winsvc.reload.ReloadResult;

import org.springframework.context.event.EventListener;

/**
 * A bean that remembers what became of reloads.
 */
class HeardReloads {

	final List<ReloadResult> results = new CopyOnWriteArrayList<>();

	@EventListener
	void reloaded(ConfigReloadedEvent event) {
		this.results.add(event.result());
	}

	@EventListener
	void rejected(ConfigReloadRejectedEvent event) {
		this.results.add(event.result());
	}

}
