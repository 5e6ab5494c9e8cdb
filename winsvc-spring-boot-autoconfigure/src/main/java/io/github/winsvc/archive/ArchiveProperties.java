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

package io.github.winsvc.archive;

import java.time.Duration;

import io.github.winsvc.validation.Time;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What makes the next start of the service fast.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("winsvc.archive")
public class ArchiveProperties {

	/**
	 * Whether the service prepares an archive of its classes, which makes its next start
	 * fast.
	 */
	private boolean enabled = true;

	/**
	 * Time that the service must have been running before the archive is built. Then it
	 * is built as soon as the service is idle.
	 */
	@Time(min = "1s")
	private Duration delay = Duration.ofMinutes(2);

	/**
	 * Whether the archive is an ahead-of-time cache where Java can make one, from 25 on.
	 * With it the service starts faster still, but once for each version of the
	 * application or of Java it stands still for seconds, or stops as much later.
	 */
	private boolean aotCache;

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public Duration getDelay() {
		return this.delay;
	}

	public void setDelay(Duration delay) {
		this.delay = delay;
	}

	public boolean isAotCache() {
		return this.aotCache;
	}

	public void setAotCache(boolean aotCache) {
		this.aotCache = aotCache;
	}

}
