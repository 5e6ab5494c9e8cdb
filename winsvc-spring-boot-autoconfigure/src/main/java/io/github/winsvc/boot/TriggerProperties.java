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

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.github.winsvc.scm.TriggerEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event on which Windows starts or stops the service.
 *
 * @since 0.1.0
 */
public class TriggerProperties {

	/**
	 * The event.
	 */
	private @Nullable TriggerEvent on;

	/**
	 * What Windows does with the service.
	 */
	private Action action = Action.START;

	/**
	 * GUID of the device interface class, or of the ETW provider.
	 */
	private @Nullable UUID guid;

	/**
	 * What narrows the event down: port and protocol, the name of a pipe, UUIDs of RPC
	 * interfaces, hardware IDs of devices.
	 */
	private List<String> data = new ArrayList<>();

	public @Nullable TriggerEvent getOn() {
		return this.on;
	}

	public void setOn(@Nullable TriggerEvent on) {
		this.on = on;
	}

	public Action getAction() {
		return this.action;
	}

	public void setAction(Action action) {
		this.action = action;
	}

	public @Nullable UUID getGuid() {
		return this.guid;
	}

	public void setGuid(@Nullable UUID guid) {
		this.guid = guid;
	}

	public List<String> getData() {
		return this.data;
	}

	public void setData(List<String> data) {
		this.data = data;
	}

	/**
	 * What Windows does with the service.
	 */
	public enum Action {

		/** Start it. */
		START,

		/** Stop it. */
		STOP

	}

}
