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

package io.github.winsvc.health;

import java.util.Map;

import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/**
 * The endpoint {@code winsvc}: the service, as it tells of itself.
 *
 * @since 0.1.0
 */
@Endpoint(id = "winsvc", defaultAccess = Access.READ_ONLY)
public final class ServiceEndpoint {

	private final ServiceDescription description;

	/**
	 * Create the endpoint.
	 * @param description describes the service
	 */
	public ServiceEndpoint(ServiceDescription description) {
		this.description = description;
	}

	/**
	 * Describe the service.
	 * @return the description
	 */
	@ReadOperation
	public Map<String, Object> service() {
		return this.description.describe();
	}

}
