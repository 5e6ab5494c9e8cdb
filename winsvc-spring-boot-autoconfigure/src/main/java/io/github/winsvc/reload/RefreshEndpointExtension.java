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

package io.github.winsvc.reload;

import java.util.List;
import java.util.Map;

import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;
import org.springframework.cloud.endpoint.RefreshEndpoint;

/**
 * Has Spring Cloud's endpoint {@code refresh} answer a change that is rejected with 409
 * (Conflict) and the reasons, rather than with an error of the server.
 *
 * @since 0.1.0
 */
@EndpointWebExtension(endpoint = RefreshEndpoint.class)
public final class RefreshEndpointExtension {

	private static final int CONFLICT = 409;

	private final TransactionalContextRefresher refresher;

	/**
	 * Create the extension.
	 * @param refresher what reloads
	 */
	public RefreshEndpointExtension(TransactionalContextRefresher refresher) {
		this.refresher = refresher;
	}

	/**
	 * Reload the configuration.
	 * @return the keys that have changed, as Spring Cloud answers, or the reasons
	 */
	@WriteOperation
	public WebEndpointResponse<Object> refresh() {
		try {
			return new WebEndpointResponse<>(List.copyOf(this.refresher.refresh()), WebEndpointResponse.STATUS_OK);
		}
		catch (ReloadRefusedException ex) {
			return new WebEndpointResponse<>(Map.of("outcome", "rejected", "reasons", ex.reasons()), CONFLICT);
		}
	}

}
