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

import io.github.winsvc.health.CompactHealth.Report;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;

/**
 * What the endpoint {@code winsvc} has on the web alone: {@code winsvc/health}, the
 * compact form of the health, with 503 if it is bad.
 *
 * @since 0.1.0
 */
@EndpointWebExtension(endpoint = ServiceEndpoint.class)
public final class ServiceEndpointWebExtension {

	private static final String HEALTH = "health";

	private final CompactHealth health;

	/**
	 * Create the extension.
	 * @param health the health
	 */
	public ServiceEndpointWebExtension(CompactHealth health) {
		this.health = health;
	}

	/**
	 * Tell the health.
	 * @param part what to tell, {@code health}
	 * @return the health, {@code null} if something else is asked for
	 */
	@ReadOperation
	public @Nullable WebEndpointResponse<Map<String, Object>> part(@Selector String part) {
		if (!part.equals(HEALTH)) {
			return null;
		}
		Report report = this.health.report();
		return new WebEndpointResponse<>(report.body(), (report.severity() != Severity.UNHEALTHY)
				? WebEndpointResponse.STATUS_OK : WebEndpointResponse.STATUS_SERVICE_UNAVAILABLE);
	}

}
