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

package io.github.winsvc.event;

import io.github.winsvc.scm.ServiceState;

/**
 * The service has told the SCM that it has moved to another state. Published in the order
 * in which the states were reported, on the thread {@code winsvc-news}, while the context
 * of the application is active: neither the first state nor {@link ServiceState#STOPPED},
 * which nothing may follow, is heard of.
 *
 * @param from the state before
 * @param to the state now
 * @since 0.1.0
 */
public record ServiceStateChangedEvent(ServiceState from, ServiceState to) {

}
