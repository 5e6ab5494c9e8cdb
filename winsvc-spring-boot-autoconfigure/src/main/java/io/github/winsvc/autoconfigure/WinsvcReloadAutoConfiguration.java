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
import io.github.winsvc.eventlog.ServiceEventLog;
import io.github.winsvc.metrics.ReloadMetrics;
import io.github.winsvc.registry.RegistryConfiguration;
import io.github.winsvc.registry.RegistryThread;
import io.github.winsvc.reload.ChangedBeansRebinder;
import io.github.winsvc.reload.ConfigReloadCheck;
import io.github.winsvc.reload.ConfigReloader;
import io.github.winsvc.reload.EnvironmentChangeParticipant;
import io.github.winsvc.reload.LogLevelParticipant;
import io.github.winsvc.reload.PropertiesParticipant;
import io.github.winsvc.reload.RefreshScopeParticipant;
import io.github.winsvc.reload.ReloadHistory;
import io.github.winsvc.reload.ReloadLoggingRebinder;
import io.github.winsvc.reload.ReloadParticipant;
import io.github.winsvc.reload.ReloadProperties;
import io.github.winsvc.reload.ReloadThread;
import io.github.winsvc.reload.ReloadTransaction;
import io.github.winsvc.reload.StartEnvironment;
import io.github.winsvc.reload.TransactionalContextRefresher;
import io.github.winsvc.reload.TransactionalRefreshScope;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.logging.LoggerGroups;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.autoconfigure.RefreshAutoConfiguration.RefreshProperties;
import org.springframework.cloud.context.properties.ConfigurationPropertiesBeans;
import org.springframework.cloud.context.properties.ConfigurationPropertiesRebinder;
import org.springframework.cloud.context.refresh.ContextRefresher;
import org.springframework.cloud.context.scope.refresh.RefreshScope;
import org.springframework.cloud.logging.LoggingRebinder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * {@link EnableAutoConfiguration Auto-configuration} of changes of the configuration
 * without a restart. Where Spring Cloud reads a part of the configuration in its
 * bootstrap mode, it keeps its own refresh.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = WinsvcAutoConfiguration.class,
		beforeName = { "org.springframework.cloud.autoconfigure.RefreshAutoConfiguration",
				"org.springframework.cloud.autoconfigure.ConfigurationPropertiesRebinderAutoConfiguration" })
@ConditionalOnService
@ConditionalOnBean(name = StartEnvironment.BEAN_NAME)
@ConditionalOnBooleanProperty(name = "winsvc.reload.enabled", matchIfMissing = true)
@ConditionalOnBooleanProperty(name = "spring.cloud.bootstrap.enabled", havingValue = false, matchIfMissing = true)
@ConditionalOnMissingClass("org.springframework.cloud.bootstrap.marker.Marker")
@EnableConfigurationProperties(ReloadProperties.class)
public final class WinsvcReloadAutoConfiguration {

	/** For conditions, so that a plain run does not load its class. */
	static final String RELOADER_BEAN_NAME = "winsvcConfigReloader";

	@Bean
	ReloadHistory winsvcReloadHistory() {
		return ReloadHistory.begin();
	}

	@Bean
	ConfigReloader winsvcConfigReloader(ConfigurableApplicationContext context, StartEnvironment startEnvironment,
			ObjectProvider<ReloadParticipant> participants, ObjectProvider<ConfigReloadCheck> checks,
			ReloadHistory history) {
		return new ConfigReloader(new ReloadTransaction(context, startEnvironment, participants, checks, history));
	}

	@Bean
	ReloadThread winsvcReloadThread(ConfigurableApplicationContext context, StartEnvironment startEnvironment,
			ConfigReloader reloader, ReloadProperties properties) {
		return new ReloadThread(context, startEnvironment, reloader, properties);
	}

	@Bean
	@ConditionalOnBean(name = RegistryConfiguration.BEAN_NAME)
	@ConditionalOnBooleanProperty(name = "winsvc.reload.registry", matchIfMissing = true)
	RegistryThread winsvcRegistryThread(RegistryConfiguration registry, ReloadThread thread,
			ReloadProperties properties) {
		return new RegistryThread(registry, properties.getQuietPeriod(), () -> thread.request("registry"));
	}

	@Bean
	ReloadControl winsvcReloadControl(ReloadThread thread) {
		return new ReloadControl(thread);
	}

	@Bean
	ReloadDetail winsvcReloadDetail(ReloadHistory history) {
		return new ReloadDetail(history);
	}

	@Bean
	@ConditionalOnBean(ServiceEventLog.class)
	ReloadEvents winsvcReloadEvents(ServiceEventLog log) {
		return new ReloadEvents(log);
	}

	@Bean
	PropertiesParticipant winsvcPropertiesParticipant(ConfigurableApplicationContext context) {
		return new PropertiesParticipant(context);
	}

	@Bean
	@ConditionalOnBean(LoggingSystem.class)
	LogLevelParticipant winsvcLogLevelParticipant(LoggingSystem system, ObjectProvider<LoggerGroups> groups) {
		return new LogLevelParticipant(system, groups.getIfAvailable());
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterBinder.class)
	static class MetricsConfiguration {

		@Bean
		ReloadMetrics winsvcReloadMetrics(ReloadHistory history) {
			return new ReloadMetrics(history);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ RefreshScope.class, ContextRefresher.class })
	@ConditionalOnBooleanProperty(name = "spring.cloud.refresh.enabled", matchIfMissing = true)
	@ConditionalOnMissingBean({ RefreshScope.class, ContextRefresher.class, ConfigurationPropertiesRebinder.class })
	static class CloudConfiguration {

		@Bean
		static TransactionalRefreshScope winsvcRefreshScope() {
			return new TransactionalRefreshScope();
		}

		@Bean
		TransactionalContextRefresher winsvcContextRefresher(ConfigurableApplicationContext context, RefreshScope scope,
				ObjectProvider<RefreshProperties> properties, ConfigReloader reloader) {
			return new TransactionalContextRefresher(context, scope, properties.getIfAvailable(RefreshProperties::new),
					reloader);
		}

		@Bean
		ChangedBeansRebinder winsvcPropertiesRebinder(ConfigurableApplicationContext context,
				ObjectProvider<ConfigurationPropertiesBeans> beans, ObjectProvider<RefreshProperties> properties) {
			return new ChangedBeansRebinder(context, beans.getIfAvailable(ConfigurationPropertiesBeans::new),
					properties.getIfAvailable(RefreshProperties::new));
		}

		@Bean
		@ConditionalOnMissingBean(LoggingRebinder.class)
		static ReloadLoggingRebinder winsvcLoggingRebinder() {
			return new ReloadLoggingRebinder();
		}

		@Bean
		RefreshScopeParticipant winsvcRefreshScopeParticipant(ConfigurableApplicationContext context,
				TransactionalRefreshScope scope) {
			return new RefreshScopeParticipant(context, scope);
		}

		@Bean
		EnvironmentChangeParticipant winsvcEnvironmentChangeParticipant(ConfigurableApplicationContext context) {
			return new EnvironmentChangeParticipant(context);
		}

	}

}
