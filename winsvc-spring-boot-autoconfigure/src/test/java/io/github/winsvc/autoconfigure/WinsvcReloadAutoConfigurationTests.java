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
import io.github.winsvc.reload.ReloadThread;
import io.github.winsvc.reload.StartEnvironment;
import io.github.winsvc.reload.TransactionalContextRefresher;
import io.github.winsvc.reload.TransactionalRefreshScope;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.cloud.autoconfigure.ConfigurationPropertiesRebinderAutoConfiguration;
import org.springframework.cloud.autoconfigure.RefreshAutoConfiguration;
import org.springframework.cloud.context.properties.ConfigurationPropertiesRebinder;
import org.springframework.cloud.context.refresh.ContextRefresher;
import org.springframework.cloud.context.scope.refresh.RefreshScope;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link WinsvcReloadAutoConfiguration}.
 */
class WinsvcReloadAutoConfigurationTests {

	private static final AutoConfigurations CONFIGURATIONS = AutoConfigurations.of(WinsvcAutoConfiguration.class,
			WinsvcReloadAutoConfiguration.class, RefreshAutoConfiguration.class,
			ConfigurationPropertiesRebinderAutoConfiguration.class);

	private final StartEnvironment startEnvironment = new StartEnvironment(new SpringApplication(Object.class),
			(environment) -> {
			}, null);

	private final ApplicationContextRunner service = new ApplicationContextRunner().withConfiguration(CONFIGURATIONS)
		.withBean("winsvcServiceHost", ServiceHost.class, () -> mock(ServiceHost.class))
		.withBean(StartEnvironment.BEAN_NAME, StartEnvironment.class, () -> this.startEnvironment)
		.withPropertyValues("winsvc.reload.watch=false");

	@Test
	void whenApplicationIsNoServiceThenSpringCloudIsAsItIs() {
		new ApplicationContextRunner().withConfiguration(CONFIGURATIONS)
			.run((context) -> assertThat(context).doesNotHaveBean(ConfigReloader.class)
				.hasSingleBean(ContextRefresher.class)
				.doesNotHaveBean(TransactionalContextRefresher.class)
				.doesNotHaveBean(TransactionalRefreshScope.class));
	}

	@Test
	void whenApplicationIsServiceThenEachRefreshIsAReload() {
		this.service.run((context) -> {
			assertThat(context).hasSingleBean(ConfigReloader.class)
				.hasSingleBean(ReloadThread.class)
				.hasSingleBean(ReloadControl.class)
				.hasSingleBean(ContextRefresher.class)
				.hasSingleBean(RefreshScope.class)
				.hasSingleBean(ConfigurationPropertiesRebinder.class);
			assertThat(context.getBean(ContextRefresher.class)).isInstanceOf(TransactionalContextRefresher.class);
			assertThat(context.getBean(RefreshScope.class)).isInstanceOf(TransactionalRefreshScope.class);
		});
	}

	@Test
	void whenThereIsNoSpringCloudThenReloadWorksWithoutIt() {
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(WinsvcAutoConfiguration.class, WinsvcReloadAutoConfiguration.class))
			.withBean("winsvcServiceHost", ServiceHost.class, () -> mock(ServiceHost.class))
			.withBean(StartEnvironment.BEAN_NAME, StartEnvironment.class, () -> this.startEnvironment)
			.withPropertyValues("winsvc.reload.watch=false")
			.withClassLoader(new FilteredClassLoader("org.springframework.cloud"))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(ConfigReloader.class));
	}

	@Test
	void whenReloadIsOffThenSpringCloudIsAsItIs() {
		this.service.withPropertyValues("winsvc.reload.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(ConfigReloader.class)
				.doesNotHaveBean(ReloadControl.class)
				.doesNotHaveBean(TransactionalContextRefresher.class)
				.hasSingleBean(ContextRefresher.class));
	}

	@Test
	void whenSpringCloudRunsInBootstrapModeThenItIsAsItIs() {
		this.service.withPropertyValues("spring.cloud.bootstrap.enabled=true")
			.run((context) -> assertThat(context).doesNotHaveBean(ConfigReloader.class)
				.doesNotHaveBean(TransactionalContextRefresher.class));
	}

	@Test
	void whenApplicationHasAScopeOfItsOwnThenSpringCloudIsAsItIs() {
		this.service.withUserConfiguration(Own.class)
			.withBean(RefreshScope.class)
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(ConfigReloader.class)
				.doesNotHaveBean(TransactionalContextRefresher.class)
				.hasSingleBean(ContextRefresher.class));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties
	static class Own {

	}

}
