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

import org.springframework.core.metrics.ApplicationStartup;
import org.springframework.core.metrics.StartupStep;

/**
 * Notes each step of a start, such as the creation of a bean, before it hands it to the
 * application's own recorder of steps.
 *
 * @param delegate the application's own recorder
 * @param progress called at the beginning of each step
 */
record StartupProgress(ApplicationStartup delegate, Runnable progress) implements ApplicationStartup {

	@Override
	public StartupStep start(String name) {
		this.progress.run();
		return this.delegate.start(name);
	}

}
