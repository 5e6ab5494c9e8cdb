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

package io.github.winsvc.autoconfigure;

import io.github.winsvc.boot.ConditionalOnService;
import io.github.winsvc.schedule.ScheduleParticipant;
import io.github.winsvc.schedule.ScheduledProcessorReplacement;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;

/**
 * {@link EnableAutoConfiguration Auto-configuration} of scheduled methods that follow the
 * configuration.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = WinsvcReloadAutoConfiguration.class)
@ConditionalOnService
@ConditionalOnBean(name = WinsvcReloadAutoConfiguration.RELOADER_BEAN_NAME)
public final class WinsvcScheduleAutoConfiguration {

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBean(ScheduledAnnotationBeanPostProcessor.class)
	static class ScheduledConfiguration {

		@Bean
		static ScheduledProcessorReplacement winsvcScheduledProcessorReplacement() {
			return new ScheduledProcessorReplacement();
		}

		@Bean
		ScheduleParticipant winsvcScheduleParticipant(ConfigurableApplicationContext context) {
			return new ScheduleParticipant(context);
		}

	}

}
