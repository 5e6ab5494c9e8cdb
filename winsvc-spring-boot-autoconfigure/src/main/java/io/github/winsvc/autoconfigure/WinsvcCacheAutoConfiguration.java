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
import io.github.winsvc.boot.ConditionalOnService;
import io.github.winsvc.cache.CacheRestartParticipant;
import io.github.winsvc.cache.CaffeineParticipant;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.cache.CacheManager;
import org.springframework.cache.caffeine.CaffeineCacheManager;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * {@link EnableAutoConfiguration Auto-configuration} of caches that follow the
 * configuration.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = WinsvcReloadAutoConfiguration.class,
		afterName = "org.springframework.boot.cache.autoconfigure.CacheAutoConfiguration")
@ConditionalOnService
@ConditionalOnBean(name = WinsvcReloadAutoConfiguration.RELOADER_BEAN_NAME)
public final class WinsvcCacheAutoConfiguration {

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ Caffeine.class, CaffeineCacheManager.class })
	@ConditionalOnBean(CacheManager.class)
	static class CaffeineConfiguration {

		@Bean
		CaffeineParticipant winsvcCaffeineParticipant(ConfigurableApplicationContext context) {
			return new CaffeineParticipant(context);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingClass("com.github.benmanes.caffeine.cache.Caffeine")
	@ConditionalOnBean(CacheManager.class)
	static class OtherConfiguration {

		@Bean
		CacheRestartParticipant winsvcCacheRestartParticipant() {
			return new CacheRestartParticipant();
		}

	}

}
