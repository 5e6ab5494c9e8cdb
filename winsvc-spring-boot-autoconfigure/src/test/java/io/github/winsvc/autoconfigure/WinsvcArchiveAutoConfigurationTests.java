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

import io.github.winsvc.archive.ArchiveWatch;
import io.github.winsvc.host.ServiceFacts;
import io.github.winsvc.host.ServiceHost;
import io.github.winsvc.scm.OwnProcess;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link WinsvcArchiveAutoConfiguration}.
 */
class WinsvcArchiveAutoConfigurationTests {

	private final ApplicationContextRunner plain = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(WinsvcArchiveAutoConfiguration.class));

	private final ApplicationContextRunner service = this.plain
		.withBean("winsvcServiceHost", ServiceHost.class, () -> mock(ServiceHost.class))
		.withBean("winsvcServiceFacts", ServiceFacts.class,
				() -> new ServiceFacts("orders", "demand", OwnProcess.UNKNOWN, null, null));

	@Test
	void whenApplicationIsNoServiceThenNothingIsConfigured() {
		this.plain.withPropertyValues("winsvc.home=orders")
			.run((context) -> assertThat(context).doesNotHaveBean(ArchiveWatch.class));
	}

	@Test
	void whenServiceWasNotInstalledThenNothingIsConfigured() {
		this.service.run((context) -> assertThat(context).doesNotHaveBean(ArchiveWatch.class));
	}

	@Test
	void whenServiceWasInstalledThenItsArchiveIsKept() {
		this.service.withPropertyValues("winsvc.home=orders")
			.run((context) -> assertThat(context).hasSingleBean(ArchiveWatch.class));
	}

	@Test
	void whenContextHasAParentWithAWatchThenThatIsTheOnlyOne() {
		this.service.withPropertyValues("winsvc.home=orders")
			.run((parent) -> this.service.withPropertyValues("winsvc.home=orders")
				.withParent(parent)
				.run((context) -> assertThat(context.getBeansOfType(ArchiveWatch.class)).isEmpty()));
	}

}
