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

package io.github.winsvc.reload;

import java.time.Duration;

import io.github.winsvc.validation.Time;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the configuration changes while the service runs.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("winsvc.reload")
public class ReloadProperties {

	/**
	 * Whether the configuration can be reloaded.
	 */
	private boolean enabled = true;

	/**
	 * Whether a change of its files reloads it.
	 */
	private boolean watch = true;

	/**
	 * Time between two looks at the files.
	 */
	@Time(min = "1ms")
	private Duration interval = Duration.ofSeconds(1);

	/**
	 * Time for which the files, or the registry, must have remained as they are before
	 * they are read.
	 */
	@Time
	private Duration quietPeriod = Duration.ofMillis(500);

	/**
	 * Time that transactions may still use a pool of connections after another one has
	 * taken its place. Then their connections are closed.
	 */
	@Time
	private Duration drainTimeout = Duration.ofSeconds(30);

	/**
	 * Whether a change of the service's key of the registry reloads it.
	 */
	private boolean registry = true;

	/**
	 * Whether a reload takes what has changed of the environment of the service in the
	 * registry.
	 */
	private boolean environment = true;

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public boolean isWatch() {
		return this.watch;
	}

	public void setWatch(boolean watch) {
		this.watch = watch;
	}

	public Duration getInterval() {
		return this.interval;
	}

	public void setInterval(Duration interval) {
		this.interval = interval;
	}

	public Duration getQuietPeriod() {
		return this.quietPeriod;
	}

	public void setQuietPeriod(Duration quietPeriod) {
		this.quietPeriod = quietPeriod;
	}

	public Duration getDrainTimeout() {
		return this.drainTimeout;
	}

	public void setDrainTimeout(Duration drainTimeout) {
		this.drainTimeout = drainTimeout;
	}

	public boolean isRegistry() {
		return this.registry;
	}

	public void setRegistry(boolean registry) {
		this.registry = registry;
	}

	public boolean isEnvironment() {
		return this.environment;
	}

	public void setEnvironment(boolean environment) {
		this.environment = environment;
	}

}
