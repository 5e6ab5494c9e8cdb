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

import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.winsvc.cache.CacheRestartParticipant;
import io.github.winsvc.cache.CaffeineParticipant;
import io.github.winsvc.host.ServiceHost;
import io.github.winsvc.reload.ConfigReloader;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.cache.autoconfigure.CacheAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.cache.annotation.EnableCaching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link WinsvcCacheAutoConfiguration}.
 */
class WinsvcCacheAutoConfigurationTests {

	private final ApplicationContextRunner cached = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(CacheAutoConfiguration.class, WinsvcCacheAutoConfiguration.class))
		.withUserConfiguration(Cached.class);

	private final ApplicationContextRunner service = this.cached
		.withBean("winsvcServiceHost", ServiceHost.class, () -> mock(ServiceHost.class))
		.withBean("winsvcConfigReloader", ConfigReloader.class, () -> mock(ConfigReloader.class));

	@Test
	void whenThereIsCaffeineThenCachesFollow() {
		this.service.run((context) -> assertThat(context).hasSingleBean(CaffeineParticipant.class)
			.doesNotHaveBean(CacheRestartParticipant.class));
	}

	@Test
	void whenThereIsNoCaffeineThenChangesAreToldToNeedRestart() {
		this.service.withClassLoader(new FilteredClassLoader(Caffeine.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(CacheRestartParticipant.class)
				.doesNotHaveBean("winsvcCaffeineParticipant"));
	}

	@Test
	void whenNothingIsReloadedThenThereIsNothing() {
		this.cached.run((context) -> assertThat(context).doesNotHaveBean(CaffeineParticipant.class)
			.doesNotHaveBean(CacheRestartParticipant.class));
	}

	@EnableCaching
	static class Cached {

	}

}
