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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.github.winsvc.reload.ConfigChange;
import io.github.winsvc.reload.ReloadParticipant;
import io.github.winsvc.reload.ReloadRefusedException;
import io.github.winsvc.reload.ReloadStep;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;
import org.springframework.scheduling.annotation.Schedules;

/**
 * Has methods that are {@link Scheduled @Scheduled} follow the properties that their
 * annotations name. Those whose timing does not change are not touched.
 *
 * @since 0.1.0
 */
public final class ScheduleParticipant implements ReloadParticipant, Ordered {

	private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 40;

	private final ConfigurableListableBeanFactory beans;

	/**
	 * Create a participant.
	 * @param context the context of the application
	 */
	public ScheduleParticipant(ConfigurableApplicationContext context) {
		this.beans = context.getBeanFactory();
	}

	@Override
	public int getOrder() {
		return ORDER;
	}

	@Override
	public ReloadStep prepare(ConfigChange change) {
		Map<ScheduledMethod, ScheduleText> changes = new LinkedHashMap<>();
		Set<String> keysForRestart = new TreeSet<>();
		Set<String> reasons = new TreeSet<>();
		for (ScheduledAnnotationBeanPostProcessor processor : this.beans
			.getBeanProvider(ScheduledAnnotationBeanPostProcessor.class)) {
			if (processor instanceof FollowingProcessor following) {
				following.methods().forEach((method) -> prepare(method, change, changes, keysForRestart, reasons));
				following.fixed().forEach((text) -> addAllKeys(text, change, keysForRestart));
			}
			else {
				annotations().forEach((text) -> addAllKeys(text, change, keysForRestart));
			}
		}
		if (!reasons.isEmpty()) {
			throw new ReloadRefusedException(List.copyOf(reasons));
		}
		return new ScheduleStep(changes, keysForRestart);
	}

	private static void prepare(ScheduledMethod method, ConfigChange change, Map<ScheduledMethod, ScheduleText> changes,
			Set<String> keysForRestart, Set<String> reasons) {
		try {
			ScheduleText next = method.text().resolve(change.candidate()::resolveRequiredPlaceholders);
			if (next.hasExpression()) {
				addKeys(method.text().keys(), change, keysForRestart);
			}
			else if (!next.timing().equals(method.timing())) {
				if (!method.hasBegun() || !next.timing().hasRhythmOf(method.timing())) {
					changes.put(method, next);
				}
				else {
					addKeys(method.text().keys(ScheduleAttribute.INITIAL_DELAY), change, keysForRestart);
				}
			}
		}
		catch (InvalidScheduleException ex) {
			reasons.add(reason(method, change, ex));
		}
	}

	private static String reason(ScheduledMethod method, ConfigChange change, InvalidScheduleException ex) {
		Set<String> keys = new TreeSet<>();
		addKeys(method.text().keys(ex.attribute()), change, keys);
		if (keys.isEmpty()) {
			addKeys(method.text().keys(), change, keys);
		}
		String problem = "%s (for %s)".formatted(ex.getMessage(), method);
		return keys.isEmpty() ? problem : change.reason(keys.iterator().next(), problem);
	}

	/**
	 * Expressions ask beans, which may have their values from the configuration.
	 */
	private void addAllKeys(ScheduleText text, ConfigChange change, Set<String> keys) {
		addKeys(text.keys(), change, keys);
		for (ScheduleText.BeanValue value : text.beanValues()) {
			ConfigurationProperties properties = this.beans.containsBean(value.bean())
					? this.beans.findAnnotationOnBean(value.bean(), ConfigurationProperties.class) : null;
			if (properties != null) {
				addKeys(Set.of(properties.prefix() + "." + value.property()), change, keys);
			}
		}
	}

	private static void addKeys(Set<String> names, ConfigChange change, Set<String> keys) {
		names.forEach((name) -> keys.addAll(change.keysOf(name)));
	}

	/**
	 * Find the annotations of methods that a processor of the application schedules.
	 */
	private List<ScheduleText> annotations() {
		List<ScheduleText> texts = new ArrayList<>();
		for (String name : this.beans.getBeanDefinitionNames()) {
			Object bean = this.beans.containsSingleton(name) ? this.beans.getSingleton(name) : null;
			if (bean != null) {
				Map<Method, Set<Scheduled>> methods = MethodIntrospector.selectMethods(AopUtils.getTargetClass(bean),
						(MethodIntrospector.MetadataLookup<Set<Scheduled>>) ScheduleParticipant::annotations);
				methods.values().forEach((found) -> found.forEach((one) -> texts.add(ScheduleText.of(one))));
			}
		}
		return texts;
	}

	private static @Nullable Set<Scheduled> annotations(Method method) {
		Set<Scheduled> found = AnnotatedElementUtils.getMergedRepeatableAnnotations(method, Scheduled.class,
				Schedules.class);
		return found.isEmpty() ? null : found;
	}

	private static final class ScheduleStep implements ReloadStep {

		private final Map<ScheduledMethod, ScheduleText> changes;

		private final Set<String> keysForRestart;

		private final Deque<Runnable> undo = new ArrayDeque<>();

		private ScheduleStep(Map<ScheduledMethod, ScheduleText> changes, Set<String> keysForRestart) {
			this.changes = changes;
			this.keysForRestart = keysForRestart;
		}

		@Override
		public void apply() {
			this.changes.forEach((method, next) -> {
				ScheduleText former = method.resolved();
				this.undo.push(() -> method.follow(former));
				method.follow(next);
			});
		}

		@Override
		public void undo() {
			this.undo.forEach(Runnable::run);
		}

		@Override
		public Set<String> keysForRestart() {
			return this.keysForRestart;
		}

	}

}
