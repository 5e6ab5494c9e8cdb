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

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.github.winsvc.boot.ConditionalOnService;
import io.github.winsvc.datasource.DataSourceParticipant;
import io.github.winsvc.datasource.FollowingDataSources;
import io.github.winsvc.reload.ConfigReloader;
import io.github.winsvc.reload.ReloadProperties;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} of pools of connections that follow
 * the configuration.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = WinsvcReloadAutoConfiguration.class,
		afterName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
@ConditionalOnService
@ConditionalOnClass({ HikariDataSource.class, DataSourceProperties.class })
@ConditionalOnBean({ ConfigReloader.class, DataSource.class })
public final class WinsvcDataSourceAutoConfiguration {

	@Bean
	static FollowingDataSources winsvcFollowingDataSources() {
		return new FollowingDataSources();
	}

	@Bean
	DataSourceParticipant winsvcDataSourceParticipant(ApplicationContext context, FollowingDataSources dataSources,
			ReloadProperties properties) {
		return new DataSourceParticipant(context, dataSources, properties.getDrainTimeout());
	}

}
