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

import java.util.List;
import java.util.function.Supplier;

/**
 * What the SCM tells a service when it starts it.
 *
 * @param name the name under which the service is registered
 * @param arguments the arguments of {@code StartService}
 * @param reason asks the SCM why it has started the service
 * @param subscriber subscribes to controls for the service
 * @since 0.1.0
 */
public record ServiceStart(String name, List<String> arguments, Supplier<StartReason> reason,
		ControlSubscriber subscriber) {

	public ServiceStart {
		arguments = List.copyOf(arguments);
	}

}
