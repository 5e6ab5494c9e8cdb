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

package io.github.winsvc.health;

import java.time.Duration;

import io.github.winsvc.validation.Time;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How health checks of a service are watched.
 *
 * @param timeout Time that an answer about the health waits for a check at most. If the
 * check takes longer, its last answer counts.
 * @param downAfter Time after which a check that does not answer counts as down.
 * @param slowThreshold Time after which a check counts as slow. The answer of a slow
 * check is used again for a while.
 * @param slowInterval Time for which the answer of a slow check is used again.
 * @param compactInterval Time for which the compact form of the health uses the answer of
 * any check again.
 * @since 0.1.0
 */
@ConfigurationProperties("winsvc.health")
public record HealthProperties(@Time(min = "1ms") @DefaultValue("2s") Duration timeout,
		@Time(min = "1ms") @DefaultValue("30s") Duration downAfter, @Time @DefaultValue("500ms") Duration slowThreshold,
		@Time @DefaultValue("10s") Duration slowInterval, @Time @DefaultValue("1s") Duration compactInterval) {

}
