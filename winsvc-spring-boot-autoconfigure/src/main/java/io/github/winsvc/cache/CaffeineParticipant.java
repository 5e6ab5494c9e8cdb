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

package io.github.winsvc.cache;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.CaffeineSpec;
import io.github.winsvc.reload.ConfigChange;
import io.github.winsvc.reload.ReloadParticipant;
import io.github.winsvc.reload.ReloadRefusedException;
import io.github.winsvc.reload.ReloadStep;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.cache.caffeine.CaffeineCacheManager;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;

/**
 * Has the caches of the manager that Spring Boot makes follow
 * {@code spring.cache.caffeine.spec}. Whatever the application makes itself is left
 * alone. All other properties of caches take effect at the next start.
 *
 * @since 0.1.0
 */
public final class CaffeineParticipant implements ReloadParticipant, Ordered {

	private static final String BOOT = "org.springframework.boot.cache.autoconfigure.CaffeineCacheConfiguration";

	private final ConfigurableListableBeanFactory beans;

	private final boolean dynamic;

	private @Nullable CaffeineCaches caches;

	/**
	 * Create a participant.
	 * @param context the context of the application
	 */
	public CaffeineParticipant(ConfigurableApplicationContext context) {
		this.beans = context.getBeanFactory();
		this.dynamic = Binder.get(context.getEnvironment())
			.bind("spring.cache.cache-names", Bindable.listOf(String.class))
			.orElseGet(List::of)
			.isEmpty();
	}

	@Override
	public int getOrder() {
		return CacheRestartParticipant.ORDER;
	}

	@Override
	public ReloadStep prepare(ConfigChange change) {
		Set<String> keysForRestart = new TreeSet<>(change.keysOf(CacheRestartParticipant.PREFIX));
		Set<String> keys = change.keysOf(CacheSpec.KEY);
		CaffeineCaches caches = keys.isEmpty() ? null : caches();
		if (caches == null) {
			return new RestartStep(keysForRestart);
		}
		CacheSpec former = CacheSpec.of(change.live());
		CacheSpec next = CacheSpec.of(change.candidate());
		boolean loading = caches.areLoading() || hasBean(CacheLoader.class);
		CacheLimits limits = limits(next, loading, caches.areAsynchronous(), change, keys.iterator().next());
		if (isBuiltByApplication(former, next) || !caches.have(former.limits(loading, caches.areAsynchronous()))) {
			return new RestartStep(keysForRestart);
		}
		keysForRestart.removeAll(keys);
		return new CaffeineStep(caches, new SpecChange(former, next, limits, this.dynamic), keysForRestart);
	}

	private static CacheLimits limits(CacheSpec spec, boolean loading, boolean async, ConfigChange change, String key) {
		try {
			return spec.limits(loading, async);
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			throw new ReloadRefusedException(List.of(change.reason(key,
					"%s. Write it like maximumSize=500,expireAfterWrite=10m".formatted(ex.getMessage()))));
		}
	}

	/**
	 * Whether Spring Boot takes a bean of the application in the place of a text.
	 */
	private boolean isBuiltByApplication(CacheSpec former, CacheSpec next) {
		return (former.isEmpty() || next.isEmpty()) && (hasBean(Caffeine.class) || hasBean(CaffeineSpec.class));
	}

	private boolean hasBean(Class<?> type) {
		return this.beans.getBeanNamesForType(type, true, false).length > 0;
	}

	private @Nullable CaffeineCaches caches() {
		if (this.caches == null) {
			for (String name : this.beans.getBeanNamesForType(CaffeineCacheManager.class, false, false)) {
				if (isOfBoot(name) && this.beans.getSingleton(name) instanceof CaffeineCacheManager manager
						&& manager.getClass() == CaffeineCacheManager.class) {
					this.caches = new CaffeineCaches(manager);
				}
			}
		}
		return this.caches;
	}

	private boolean isOfBoot(String name) {
		if (!this.beans.containsBeanDefinition(name)) {
			return false;
		}
		BeanDefinition definition = this.beans.getBeanDefinition(name);
		return BOOT.equals(definition.getFactoryBeanName());
	}

}
