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

package io.github.winsvc.boot;

import io.github.winsvc.host.ServiceFacts;
import io.github.winsvc.host.ServiceHost;
import io.github.winsvc.scm.ServiceKey;
import io.github.winsvc.scm.ServiceStart;

/**
 * The service that this process is, shared by the runs of a context and its children.
 *
 * @param host the host
 * @param start what the SCM has told
 * @param application the application as the host calls it
 * @param context its context
 * @param failedStart what to do when it fails to start
 * @param events what the event log is told
 * @param history what its runs have left for each other
 * @param facts what is known of this run
 * @param key its key of the registry
 */
record RunningService(ServiceHost host, ServiceStart start, ServiceApplication application, ServiceContext context,
		FailedStart failedStart, ServiceEvents events, RunHistory history, ServiceFacts facts, ServiceKey key) {

	/**
	 * The name of this object among the beans of the service's contexts.
	 */
	static final String BEAN_NAME = "winsvcRunningService";

	/**
	 * The name of the host among these beans.
	 */
	static final String HOST_BEAN_NAME = "winsvcServiceHost";

	/**
	 * The name of the facts among these beans.
	 */
	static final String FACTS_BEAN_NAME = "winsvcServiceFacts";

}
