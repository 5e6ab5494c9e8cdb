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

import io.github.winsvc.launch.ServiceCommandLine;
import org.apache.commons.logging.LogFactory;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * A run in a process that claims to be a service but was not started by the SCM. It is a
 * plain one, except that it says so.
 */
class UnconnectedRun implements ActiveRun {

	@Override
	public void contextPrepared(ConfigurableApplicationContext context) {
		LogFactory.getLog(UnconnectedRun.class)
			.warn("The SCM did not start this process although -D%s says so: running as a plain application"
				.formatted(ServiceCommandLine.MARKER));
	}

}
