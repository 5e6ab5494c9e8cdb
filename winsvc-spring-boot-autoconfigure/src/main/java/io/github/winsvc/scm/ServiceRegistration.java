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

import java.util.Set;

/**
 * A service as it is registered.
 *
 * @param name the name as Windows spells it
 * @param settings the settings that this SCM told
 * @param unsupported the kinds of settings that this SCM neither stores nor tells
 * @since 0.1.0
 */
public record ServiceRegistration(ServiceName name, ServiceSettings settings,
		Set<Class<? extends ServiceSetting>> unsupported) {

	public ServiceRegistration {
		unsupported = Set.copyOf(unsupported);
	}

}
