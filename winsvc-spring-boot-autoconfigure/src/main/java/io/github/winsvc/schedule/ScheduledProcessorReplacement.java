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

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.GenericBeanDefinition;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;
import org.springframework.scheduling.annotation.SchedulingConfiguration;
import org.springframework.scheduling.config.TaskManagementConfigUtils;

/**
 * Puts a processor whose methods can follow in the place of that of
 * {@link EnableScheduling @EnableScheduling} or Spring's XML. One that the application
 * brings remains.
 *
 * @since 0.1.0
 */
public final class ScheduledProcessorReplacement implements BeanDefinitionRegistryPostProcessor {

	private static final String NAME = TaskManagementConfigUtils.SCHEDULED_ANNOTATION_PROCESSOR_BEAN_NAME;

	@Override
	public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
		if (!registry.containsBeanDefinition(NAME)) {
			return;
		}
		BeanDefinition definition = registry.getBeanDefinition(NAME);
		if (SchedulingConfiguration.class.getName().equals(definition.getFactoryBeanName())) {
			RootBeanDefinition replacement = new RootBeanDefinition(FollowingProcessor.class);
			replacement.setRole(BeanDefinition.ROLE_INFRASTRUCTURE);
			replace(registry, replacement);
		}
		else if (ScheduledAnnotationBeanPostProcessor.class.getName().equals(definition.getBeanClassName())) {
			GenericBeanDefinition replacement = new GenericBeanDefinition(definition);
			replacement.setBeanClass(FollowingProcessor.class);
			replace(registry, replacement);
		}
	}

	private static void replace(BeanDefinitionRegistry registry, BeanDefinition replacement) {
		registry.removeBeanDefinition(NAME);
		registry.registerBeanDefinition(NAME, replacement);
	}

}
