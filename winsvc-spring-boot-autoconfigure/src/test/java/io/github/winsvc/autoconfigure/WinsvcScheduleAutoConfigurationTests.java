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

import io.github.winsvc.host.ServiceHost;
import io.github.winsvc.reload.ConfigReloader;
import io.github.winsvc.schedule.ScheduleParticipant;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link WinsvcScheduleAutoConfiguration}.
 */
class WinsvcScheduleAutoConfigurationTests {

	private final ApplicationContextRunner plain = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(WinsvcScheduleAutoConfiguration.class));

	private final ApplicationContextRunner service = this.plain
		.withBean("winsvcServiceHost", ServiceHost.class, () -> mock(ServiceHost.class))
		.withBean("winsvcConfigReloader", ConfigReloader.class, () -> mock(ConfigReloader.class));

	@Test
	void whenMethodsAreScheduledThenTheyFollow() {
		this.service.withUserConfiguration(Scheduling.class).run((context) -> {
			assertThat(context).hasSingleBean(ScheduleParticipant.class)
				.hasSingleBean(ScheduledAnnotationBeanPostProcessor.class);
			assertThat(context.getBean(ScheduledAnnotationBeanPostProcessor.class).getClass())
				.isNotEqualTo(ScheduledAnnotationBeanPostProcessor.class);
		});
	}

	@Test
	void whenNothingIsReloadedThenProcessorIsThatOfSpring() {
		this.plain.withUserConfiguration(Scheduling.class).run((context) -> {
			assertThat(context).doesNotHaveBean(ScheduleParticipant.class);
			assertThat(context.getBean(ScheduledAnnotationBeanPostProcessor.class).getClass())
				.isEqualTo(ScheduledAnnotationBeanPostProcessor.class);
		});
	}

	@EnableScheduling
	static class Scheduling {

	}

}
