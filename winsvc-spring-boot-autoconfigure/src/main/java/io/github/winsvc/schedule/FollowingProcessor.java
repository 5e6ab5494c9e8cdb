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

package io.github.winsvc.schedule;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.SingletonBeanRegistry;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ApplicationContextEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.core.KotlinDetector;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.core.log.LogMessage;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.util.StringValueResolver;

/**
 * Schedules methods as Spring does, and keeps at hand those whose annotation names
 * properties of the environment. Such methods end with their beans, as Spring's do.
 */
final class FollowingProcessor extends ScheduledAnnotationBeanPostProcessor {

	private final ScheduledTaskRegistrar registrar;

	private final Map<Object, List<ScheduledMethod>> methods = new IdentityHashMap<>();

	/** Beans whose destruction is not the context's business. */
	private final Set<Object> unmanaged = Collections.newSetFromMap(new IdentityHashMap<>());

	private final Set<ScheduleText> fixed = ConcurrentHashMap.newKeySet();

	private @Nullable StringValueResolver resolver;

	private @Nullable ApplicationContext context;

	private volatile boolean registered;

	FollowingProcessor() {
		this(new ScheduledTaskRegistrar());
	}

	private FollowingProcessor(ScheduledTaskRegistrar registrar) {
		super(registrar);
		this.registrar = registrar;
	}

	@Override
	public void setEmbeddedValueResolver(StringValueResolver resolver) {
		super.setEmbeddedValueResolver(resolver);
		this.resolver = resolver;
	}

	@Override
	public void setApplicationContext(ApplicationContext applicationContext) {
		super.setApplicationContext(applicationContext);
		this.context = applicationContext;
	}

	/**
	 * Return the methods that can follow.
	 */
	List<ScheduledMethod> methods() {
		synchronized (this.methods) {
			return this.methods.values().stream().flatMap(Collection::stream).toList();
		}
	}

	/**
	 * Return the annotations that name properties or beans and cannot follow.
	 */
	Set<ScheduleText> fixed() {
		return Set.copyOf(this.fixed);
	}

	@Override
	protected void processScheduled(Scheduled scheduled, Method method, Object bean) {
		ScheduledMethod followed = follow(scheduled, method, bean);
		if (followed == null) {
			super.processScheduled(scheduled, method, bean);
			return;
		}
		synchronized (this.methods) {
			this.methods.computeIfAbsent(bean, (key) -> new ArrayList<>(2)).add(followed);
		}
		boolean late = this.registered;
		followed.start(late);
		if (!late && this.registered) {
			followed.registered();
		}
	}

	/**
	 * What is wrong with an annotation is left to Spring to say.
	 */
	private @Nullable ScheduledMethod follow(Scheduled scheduled, Method method, Object bean) {
		try {
			ScheduleText text = ScheduleText.of(scheduled);
			if (!text.hasPlaceholder() && !text.hasExpression()) {
				return null;
			}
			ScheduleText resolved = isReactive(method) ? null : resolve(text);
			if (resolved == null) {
				this.fixed.add(text);
				return null;
			}
			return new ScheduledMethod(this.registrar, createRunnable(bean, method, scheduled.scheduler()), text,
					resolved);
		}
		catch (IllegalArgumentException ex) {
			this.logger.debug(LogMessage.format("%s cannot be scheduled", method), ex);
			return null;
		}
	}

	private static boolean isReactive(Method method) {
		return KotlinDetector.isSuspendingFunction(method)
				|| ReactiveAdapterRegistry.getSharedInstance().getAdapter(method.getReturnType()) != null;
	}

	/**
	 * Resolve a text if what it says comes from the environment alone.
	 */
	private @Nullable ScheduleText resolve(ScheduleText text) {
		if (this.context == null || this.resolver == null || text.hasExpression()) {
			return null;
		}
		ScheduleText resolved = text.resolve(this.context.getEnvironment()::resolvePlaceholders);
		return (!resolved.hasExpression() && resolved.equals(text.resolve(this.resolver::resolveStringValue)))
				? resolved : null;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		Object processed = super.postProcessAfterInitialization(bean, beanName);
		synchronized (this.methods) {
			if (this.methods.containsKey(bean) && !isManaged(beanName)) {
				this.unmanaged.add(bean);
			}
		}
		return processed;
	}

	private boolean isManaged(String beanName) {
		if (this.context == null) {
			return true;
		}
		BeanFactory beans = this.context.getAutowireCapableBeanFactory();
		return beans.containsBean(beanName) && beans.isSingleton(beanName)
				&& !(beans instanceof SingletonBeanRegistry singletons && singletons.containsSingleton(beanName));
	}

	@Override
	public Set<ScheduledTask> getScheduledTasks() {
		Set<ScheduledTask> tasks = new LinkedHashSet<>(super.getScheduledTasks());
		for (ScheduledMethod method : methods()) {
			ScheduledTask task = method.task();
			if (task != null) {
				tasks.add(task);
			}
		}
		return tasks;
	}

	@Override
	public boolean requiresDestruction(Object bean) {
		synchronized (this.methods) {
			return this.methods.containsKey(bean) || super.requiresDestruction(bean);
		}
	}

	@Override
	public void postProcessBeforeDestruction(Object bean, String beanName) {
		super.postProcessBeforeDestruction(bean, beanName);
		retire(List.of(bean));
	}

	@Override
	public void onApplicationEvent(ApplicationContextEvent event) {
		super.onApplicationEvent(event);
		if (event.getApplicationContext() == this.context) {
			if (event instanceof ContextRefreshedEvent) {
				this.registered = true;
				methods().forEach(ScheduledMethod::registered);
			}
			else if (event instanceof ContextClosedEvent) {
				synchronized (this.methods) {
					retire(List.copyOf(this.unmanaged));
				}
			}
		}
	}

	@Override
	public void destroy() {
		synchronized (this.methods) {
			retire(List.copyOf(this.methods.keySet()));
		}
		super.destroy();
	}

	private void retire(List<Object> beans) {
		synchronized (this.methods) {
			for (Object bean : beans) {
				this.methods.getOrDefault(bean, List.of()).forEach(ScheduledMethod::retire);
				this.methods.remove(bean);
				this.unmanaged.remove(bean);
			}
		}
	}

}
