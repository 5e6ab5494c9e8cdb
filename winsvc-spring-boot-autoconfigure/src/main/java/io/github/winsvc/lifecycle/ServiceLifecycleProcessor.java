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

package io.github.winsvc.lifecycle;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import io.github.winsvc.host.ServiceHost;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.Lifecycle;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.context.support.DefaultLifecycleProcessor;

/**
 * Starts, stops and pauses the beans of the application as Spring does, and tells the
 * host of each step.
 *
 * @since 0.1.0
 */
public final class ServiceLifecycleProcessor extends DefaultLifecycleProcessor {

	/**
	 * Beans of Spring Boot that a pause would stop but must not: that which takes down
	 * the logging system, as nothing would set it up again, and the web server of an
	 * actuator on a port of its own, which has to answer.
	 */
	private static final Set<String> UNPAUSED = Set.of("springBootLoggingLifecycle",
			"childManagementContextInitializer");

	private final ServiceHost host;

	private final Duration timeoutPerShutdownPhase;

	private ServiceLifecycleProcessor(ServiceHost host, Duration timeoutPerShutdownPhase) {
		this.host = host;
		this.timeoutPerShutdownPhase = timeoutPerShutdownPhase;
		setTimeoutPerShutdownPhase(timeoutPerShutdownPhase.toMillis());
	}

	/**
	 * Register a processor in a context, together with a {@link DestructionProgress}. A
	 * processor that the application defines takes its place.
	 * @param beans the beans of the context, before it is refreshed
	 * @param host the host to tell
	 * @param timeoutPerShutdownPhase the time that the beans of one phase get to stop
	 */
	public static void register(ConfigurableListableBeanFactory beans, ServiceHost host,
			Duration timeoutPerShutdownPhase) {
		ServiceLifecycleProcessor processor = new ServiceLifecycleProcessor(host, timeoutPerShutdownPhase);
		processor.setBeanFactory(beans);
		beans.registerSingleton(AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME, processor);
		beans.addBeanPostProcessor(new DestructionProgress(host));
	}

	@Override
	protected Map<String, Lifecycle> getLifecycleBeans() {
		Map<String, Lifecycle> beans = new LinkedHashMap<>();
		super.getLifecycleBeans().forEach((name, bean) -> beans.put(name, follow(name, bean)));
		return beans;
	}

	private Lifecycle follow(String name, Lifecycle bean) {
		return (bean instanceof SmartLifecycle smart)
				? new FollowedSmartLifecycle(smart, smart.isPauseable() && !UNPAUSED.contains(name), this::step)
				: new FollowedLifecycle(bean, getPhase(bean), this::step);
	}

	/**
	 * The next step comes at the latest when the phase has spent its time.
	 */
	private void step() {
		this.host.progress(this.timeoutPerShutdownPhase);
	}

	@Override
	public void onClose() {
		super.onClose();
		// Now beans are destroyed, and nobody knows how long that takes
		this.host.progress();
	}

}
