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
 * What can happen to a service, in the words of whoever says so.
 */
enum LifecycleInput {

	/** The SCM has started the service. */
	START,

	/** The application is ready for work. */
	READY,

	/** The SCM wants the service to pause. */
	PAUSE,

	/** The application has paused. */
	PAUSED,

	/** The application could not pause and works on. */
	PAUSE_FAILED,

	/** The SCM wants the service to work again. */
	CONTINUE,

	/** The application works again. */
	CONTINUED,

	/** The application could not take up work and is still paused. */
	CONTINUE_FAILED,

	/** The SCM wants the service to end. */
	STOP,

	/** The application goes down. */
	STOPPING,

	/** The process ends. */
	END

}
