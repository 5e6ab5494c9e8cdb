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

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;
import org.springframework.scheduling.config.TaskManagementConfigUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ScheduledProcessorReplacement}.
 */
class ScheduledProcessorReplacementTests {

	private static final String NAME = TaskManagementConfigUtils.SCHEDULED_ANNOTATION_PROCESSOR_BEAN_NAME;

	private final SimpleBeanDefinitionRegistry registry = new SimpleBeanDefinitionRegistry();

	private BeanDefinition replace(Class<?> type) {
		RootBeanDefinition definition = new RootBeanDefinition(type);
		definition.getPropertyValues().add("scheduler", "mine");
		this.registry.registerBeanDefinition(NAME, definition);
		new ScheduledProcessorReplacement().postProcessBeanDefinitionRegistry(this.registry);
		return this.registry.getBeanDefinition(NAME);
	}

	@Test
	void whenProcessorIsThatOfSpringThenItIsReplacedAndKeepsItsProperties() {
		BeanDefinition definition = replace(ScheduledAnnotationBeanPostProcessor.class);
		assertThat(definition.getBeanClassName()).isEqualTo(FollowingProcessor.class.getName());
		assertThat(definition.getPropertyValues().get("scheduler")).isEqualTo("mine");
	}

	@Test
	void whenProcessorIsThatOfApplicationThenItRemains() {
		assertThat(replace(Own.class).getBeanClassName()).isEqualTo(Own.class.getName());
	}

	@Test
	void whenNothingIsScheduledThenThereIsNoProcessor() {
		new ScheduledProcessorReplacement().postProcessBeanDefinitionRegistry(this.registry);
		assertThat(this.registry.getBeanDefinitionNames()).isEmpty();
	}

	static class Own extends ScheduledAnnotationBeanPostProcessor {

	}

}
