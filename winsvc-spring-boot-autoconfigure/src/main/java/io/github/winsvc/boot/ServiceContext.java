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

import java.util.ArrayList;
import java.util.List;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.log.LogMessage;

/**
 * The application context of the service: of a family of contexts the youngest, which is
 * the application itself.
 */
class ServiceContext {

	private static final Log logger = LogFactory.getLog(ServiceContext.class);

	private volatile @Nullable ConfigurableApplicationContext youngest;

	private volatile boolean started;

	void prepared(ConfigurableApplicationContext context) {
		this.started = false;
		this.youngest = context;
	}

	void started() {
		this.started = true;
	}

	/**
	 * Whether the application has been started, so that beans can be had of it.
	 */
	boolean isStarted() {
		return this.started;
	}

	/**
	 * Return the context.
	 * @return the context, {@code null} if there is none yet
	 */
	@Nullable ConfigurableApplicationContext get() {
		return this.youngest;
	}

	/**
	 * Return the context and all those above it that are runs of this service.
	 * @return the contexts, the youngest first
	 */
	List<ConfigurableApplicationContext> family() {
		List<ConfigurableApplicationContext> family = new ArrayList<>();
		for (ApplicationContext context = this.youngest; context != null; context = context.getParent()) {
			if (context instanceof ConfigurableApplicationContext configurable
					&& context.containsLocalBean(RunningService.BEAN_NAME)) {
				family.add(configurable);
			}
		}
		return family;
	}

	/**
	 * Publish an event if the context is there to hear of it. A listener that fails is
	 * none of the publisher's business.
	 */
	void publish(Object event) {
		ConfigurableApplicationContext context = this.youngest;
		if (context == null || !context.isActive()) {
			return;
		}
		try {
			context.publishEvent(event);
		}
		catch (RuntimeException ex) {
			if (context.isActive()) {
				logger.error(LogMessage.format("A listener has failed on %s", event), ex);
			}
		}
	}

}
