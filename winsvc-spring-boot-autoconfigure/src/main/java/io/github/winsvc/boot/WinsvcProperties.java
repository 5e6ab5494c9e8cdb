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

package io.github.winsvc.boot;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;

/**
 * Configuration of the service. Commands and the service read the same properties, so an
 * option of a command may stand in {@code application.yml} just as well.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("winsvc")
public class WinsvcProperties {

	/**
	 * Name under which the service is registered. Default is the name of the application,
	 * else that of its jar without the version.
	 */
	private @Nullable String name;

	/**
	 * Name that Windows shows for the service. Default is the service name.
	 */
	private @Nullable String displayName;

	/**
	 * What the service does, as Windows shows it.
	 */
	private String description = "";

	/**
	 * Time that a command waits for the service to start or to stop.
	 */
	private Duration timeout = Duration.ofMinutes(2);

	/**
	 * Whether a command may change a service that was not installed from this jar.
	 */
	private boolean adopt;

	/**
	 * Form of a command's output.
	 */
	private Output output = Output.TEXT;

	private final Start start = new Start();

	private final Stop stop = new Stop();

	/**
	 * Read the properties where no bean can be had yet.
	 * @param binder the binder of the environment
	 * @return the properties
	 */
	public static WinsvcProperties get(Binder binder) {
		return binder.bindOrCreate("winsvc", WinsvcProperties.class);
	}

	public @Nullable String getName() {
		return this.name;
	}

	public void setName(@Nullable String name) {
		this.name = name;
	}

	public @Nullable String getDisplayName() {
		return this.displayName;
	}

	public void setDisplayName(@Nullable String displayName) {
		this.displayName = displayName;
	}

	public String getDescription() {
		return this.description;
	}

	public void setDescription(String description) {
		this.description = description;
	}

	public Duration getTimeout() {
		return this.timeout;
	}

	public void setTimeout(Duration timeout) {
		this.timeout = timeout;
	}

	public boolean isAdopt() {
		return this.adopt;
	}

	public void setAdopt(boolean adopt) {
		this.adopt = adopt;
	}

	public Output getOutput() {
		return this.output;
	}

	public void setOutput(Output output) {
		this.output = output;
	}

	public Start getStart() {
		return this.start;
	}

	public Stop getStop() {
		return this.stop;
	}

	/**
	 * Form of a command's output.
	 */
	public enum Output {

		/** Lines for people. */
		TEXT,

		/** One JSON object for programs. */
		JSON

	}

	/**
	 * The start of the service.
	 */
	public static class Start {

		/**
		 * Time without any progress of the application after which its start counts as
		 * hung and the service ends.
		 */
		private Duration noProgressTimeout = Duration.ofMinutes(5);

		public Duration getNoProgressTimeout() {
			return this.noProgressTimeout;
		}

		public void setNoProgressTimeout(Duration noProgressTimeout) {
			this.noProgressTimeout = noProgressTimeout;
		}

	}

	/**
	 * The stop of the service.
	 */
	public static class Stop {

		/**
		 * Whole time that a stop may take before the process is ended by force.
		 */
		private Duration timeout = Duration.ofMinutes(2);

		public Duration getTimeout() {
			return this.timeout;
		}

		public void setTimeout(Duration timeout) {
			this.timeout = timeout;
		}

	}

}
