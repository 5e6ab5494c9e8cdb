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

package io.github.winsvc.scm;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Something that happens on a machine, on which Windows can start or stop a service:
 * {@code SERVICE_TRIGGER_TYPE_...} together with its subtype.
 *
 * @since 0.1.0
 */
public enum TriggerEvent {

	/** The machine gets its first IP address. */
	NETWORK_AVAILABLE(2, "4f27f2de-14e2-430b-a549-7cd48cbc8245"),

	/** The machine loses its last IP address. */
	NETWORK_UNAVAILABLE(2, "cc4ba62a-162e-4648-847a-b6bdf993e335"),

	/** The machine joins a domain. */
	DOMAIN_JOIN(3, "1ce20aba-9851-4421-9430-1ddeb766e809"),

	/** The machine leaves its domain. */
	DOMAIN_LEAVE(3, "ddaf516e-58c2-4866-9574-c3b615d42ea1"),

	/** The firewall opens a port. */
	FIREWALL_PORT_OPEN(4, "b7569e07-8421-4ee0-ad10-86915afdad09"),

	/** The firewall has closed a port, about a minute ago. */
	FIREWALL_PORT_CLOSE(4, "a144ed38-8e12-4de4-9d96-e64740b1a524"),

	/** The group policy of the machine changes. */
	MACHINE_POLICY(5, "659fcae6-5bdb-4da9-b1ff-ca2a178d46e0"),

	/** The group policy of a user changes. */
	USER_POLICY(5, "54fb46c8-f089-464c-b1fd-59d1b62c3b50"),

	/** Someone asks for an RPC interface. */
	RPC_INTERFACE(6, "bc90d167-9470-4139-a9ba-be0bbbf5b74d"),

	/** Someone opens a named pipe. */
	NAMED_PIPE(6, "1f81d131-3fac-4537-9e0c-7e7b0c2f4b55"),

	/** A device of an interface class arrives, or is there when Windows starts. */
	DEVICE(1, null),

	/** A provider of event tracing (ETW) sends an event. */
	ETW(20, null);

	private final int type;

	private final @Nullable UUID subtype;

	TriggerEvent(int type, @Nullable String subtype) {
		this.type = type;
		this.subtype = (subtype != null) ? UUID.fromString(subtype) : null;
	}

	/**
	 * Return the value of {@code dwTriggerType}.
	 * @return 1 to 6, or 20
	 */
	public int type() {
		return this.type;
	}

	/**
	 * Return the GUID of {@code pTriggerSubtype}.
	 * @return the GUID, empty if it is that of a device interface class or a provider
	 */
	public Optional<UUID> subtype() {
		return Optional.ofNullable(this.subtype);
	}

	static Optional<TriggerEvent> of(int type, UUID subtype) {
		for (TriggerEvent event : values()) {
			if (event.type == type && (event.subtype == null || event.subtype.equals(subtype))) {
				return Optional.of(event);
			}
		}
		return Optional.empty();
	}

	/**
	 * Return the event as it is written in the configuration.
	 */
	@Override
	public String toString() {
		return KebabCase.of(this);
	}

}
