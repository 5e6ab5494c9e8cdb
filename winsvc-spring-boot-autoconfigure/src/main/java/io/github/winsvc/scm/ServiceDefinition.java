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

/**
 * A service as it shall be registered.
 *
 * @param name the name
 * @param settings the wanted settings; display name, image path, start type and account
 * are among them
 * @since 0.1.0
 */
public record ServiceDefinition(ServiceName name, ServiceSettings settings) {

	/**
	 * Create a new definition.
	 * @throws IllegalStateException if a setting is missing without which no service can
	 * be created
	 */
	public ServiceDefinition {
		settings.get(ServiceSetting.DisplayName.class);
		settings.get(ServiceSetting.ImagePath.class);
		settings.get(ServiceSetting.Start.class);
		settings.get(ServiceSetting.Account.class);
	}

}
