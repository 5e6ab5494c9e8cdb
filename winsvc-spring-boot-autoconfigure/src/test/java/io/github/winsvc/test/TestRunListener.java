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

package io.github.winsvc.test;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.test.context.support.TestPropertySourceUtils;

/**
 * Follows an application that runs in a {@link TestProcess}, after the run listener of
 * winsvc. Any other application is left alone.
 */
class TestRunListener implements SpringApplicationRunListener, Ordered {

	private final @Nullable TestProcess process = TestProcess.current();

	TestRunListener(SpringApplication application, String[] arguments) {
		if (this.process != null) {
			application.addListeners(new TestProperties(this.process.properties()));
		}
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public void contextPrepared(ConfigurableApplicationContext context) {
		if (this.process != null) {
			this.process.prepared(context);
		}
	}

	/**
	 * Adds the properties of the test before the configuration is read.
	 *
	 * @param properties the properties
	 */
	private record TestProperties(
			String[] properties) implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

		@Override
		public int getOrder() {
			return Ordered.HIGHEST_PRECEDENCE;
		}

		@Override
		public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
			TestPropertySourceUtils.addInlinedPropertiesToEnvironment(event.getEnvironment(), this.properties);
		}

	}

}
