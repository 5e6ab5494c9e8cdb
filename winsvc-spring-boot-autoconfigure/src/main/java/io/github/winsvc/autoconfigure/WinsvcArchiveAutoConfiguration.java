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

import io.github.winsvc.archive.ArchiveProperties;
import io.github.winsvc.archive.ArchiveWatch;
import io.github.winsvc.archive.ServiceArchive;
import io.github.winsvc.boot.ConditionalOnService;
import io.github.winsvc.host.ServiceFacts;
import io.github.winsvc.launch.ServiceCommandLine;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} of the archive of classes that makes
 * the next start fast, for a service that was installed.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = WinsvcAutoConfiguration.class)
@ConditionalOnService
@ConditionalOnProperty(ServiceCommandLine.HOME)
@EnableConfigurationProperties(ArchiveProperties.class)
public final class WinsvcArchiveAutoConfiguration {

	/**
	 * Of a family of contexts the eldest has it.
	 */
	@Bean
	@ConditionalOnMissingBean
	ArchiveWatch winsvcArchiveWatch(ArchiveProperties properties, ServiceFacts facts) {
		return ServiceArchive.watch(properties, facts.ownProcess());
	}

}
