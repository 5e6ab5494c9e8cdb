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

package io.github.winsvc.datasource;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.zaxxer.hikari.HikariConfigMXBean;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import io.github.winsvc.reload.FollowedBeans;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.DestructionAwareBeanPostProcessor;
import org.springframework.boot.context.properties.ConfigurationPropertiesBean;
import org.springframework.boot.jdbc.metadata.DataSourcePoolMetadataProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;

/**
 * The pools of Hikari that are bound to properties, be it that of Spring Boot or of the
 * application. Each becomes a proxy that is a {@link HikariDataSource} too, and stays the
 * same while the pool behind it is exchanged. All that wraps data sources wraps the
 * proxy.
 *
 * @since 0.1.0
 */
public final class FollowingDataSources
		implements DestructionAwareBeanPostProcessor, FollowedBeans, ApplicationContextAware, PriorityOrdered {

	private final Map<String, SwappablePool> pools = new ConcurrentHashMap<>();

	private @Nullable ApplicationContext context;

	@Override
	public void setApplicationContext(ApplicationContext context) {
		this.context = context;
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public boolean contains(String beanName) {
		return this.pools.containsKey(beanName);
	}

	Map<String, SwappablePool> pools() {
		return Map.copyOf(this.pools);
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean instanceof DataSourcePoolMetadataProvider provider) {
			return new PoolMetadataProvider(provider);
		}
		// Another pool would not be of a class that an application derives
		if (bean.getClass() == HikariDataSource.class) {
			String prefix = prefixOfSingleton(bean, beanName);
			if (!prefix.isEmpty()) {
				SwappablePool pool = new SwappablePool(prefix, (HikariDataSource) bean);
				this.pools.put(beanName, pool);
				return proxy(pool);
			}
		}
		return bean;
	}

	private String prefixOfSingleton(Object bean, String beanName) {
		if (this.context == null || !this.context.containsBean(beanName) || !this.context.isSingleton(beanName)) {
			return "";
		}
		ConfigurationPropertiesBean bound = ConfigurationPropertiesBean.get(this.context, bean, beanName);
		return (bound != null) ? bound.getAnnotation().prefix() : "";
	}

	private Object proxy(SwappablePool pool) {
		ProxyFactory factory = new ProxyFactory();
		factory.setTargetSource(pool);
		factory.setProxyTargetClass(true);
		factory.addAdvice((MethodInterceptor) this::invoke);
		return factory.getProxy(HikariDataSource.class.getClassLoader());
	}

	private @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
		@Nullable Object[] arguments = invocation.getArguments();
		switch (invocation.getMethod().getName()) {
			case "unwrap" -> {
				// Who keeps what is unwrapped must not keep a pool that will be closed
				if (invocation instanceof ProxyMethodInvocation proxied && arguments[0] instanceof Class<?> type
						&& HikariConfigMXBean.class.isAssignableFrom(type)
						&& type.isAssignableFrom(HikariDataSource.class)) {
					return proxied.getProxy();
				}
			}
			case "setMetricsTrackerFactory" -> {
				if (arguments[0] instanceof MetricsTrackerFactory factory) {
					arguments[0] = new PoolMetrics(factory);
				}
			}
			default -> {
			}
		}
		return invocation.proceed();
	}

	@Override
	public boolean requiresDestruction(Object bean) {
		return bean instanceof HikariDataSource;
	}

	@Override
	public void postProcessBeforeDestruction(Object bean, String beanName) {
		SwappablePool pool = this.pools.remove(beanName);
		if (pool != null) {
			pool.close();
		}
	}

}
