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

import io.github.winsvc.boot.ConditionalOnService;
import io.github.winsvc.reload.RefreshEndpointExtension;
import io.github.winsvc.reload.TransactionalContextRefresher;

import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.endpoint.expose.EndpointExposure;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.cloud.endpoint.RefreshEndpoint;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} of what Spring Cloud's endpoint
 * {@code refresh} answers over HTTP.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = WinsvcReloadAutoConfiguration.class,
		afterName = "org.springframework.cloud.autoconfigure.RefreshEndpointAutoConfiguration")
@ConditionalOnService
@ConditionalOnClass({ RefreshEndpoint.class, ConditionalOnAvailableEndpoint.class })
@ConditionalOnBean(value = RefreshEndpoint.class, name = "winsvcContextRefresher")
public final class WinsvcRefreshEndpointAutoConfiguration {

	@Bean
	@ConditionalOnAvailableEndpoint(endpoint = RefreshEndpoint.class, exposure = EndpointExposure.WEB)
	RefreshEndpointExtension winsvcRefreshEndpointExtension(TransactionalContextRefresher refresher) {
		return new RefreshEndpointExtension(refresher);
	}

}
