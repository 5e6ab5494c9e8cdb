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

package io.github.winsvc.host;

/**
 * The parts of a start, in order.
 *
 * @since 0.1.0
 */
public enum StartPhase {

	/** From the start of the process until the SCM is connected. */
	CONNECT,

	/** Until the configuration is read and logging has begun. */
	PREPARE,

	/** Until the beans of the application are there. */
	REFRESH,

	/** Until the application is ready, which includes its runners. */
	READY,

	/** Until the service has answered itself, if it is a web application: RUNNING. */
	ANSWER

}
