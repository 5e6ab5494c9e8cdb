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

import io.github.winsvc.command.ScriptFormat;
import io.github.winsvc.validation.Time;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration of commands. An option of a command may stand in {@code application.yml}
 * just as well.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("winsvc")
public class CommandProperties {

	/**
	 * Name under which the service is registered. Default is the name of the application,
	 * else that of its jar without the version.
	 */
	private @Nullable String name;

	/**
	 * Time that a command waits for the service to start, to stop or to reload.
	 */
	@Time
	private Duration timeout = Duration.ofMinutes(2);

	/**
	 * Whether a command may change a service that was not installed from this jar.
	 */
	private boolean adopt;

	/**
	 * Form of a command's output.
	 */
	private Output output = Output.TEXT;

	/**
	 * Whether a command waits until the service has started, stopped, paused, continued
	 * or reloaded. If not, it returns as soon as Windows has taken the request.
	 */
	private boolean wait = true;

	/**
	 * Whether a command stops running services that depend on the service too. A restart
	 * starts them again.
	 */
	private boolean force;

	/**
	 * Whether a reload restarts the service if what has changed takes effect at a start
	 * only.
	 */
	private boolean restartIfNeeded;

	/**
	 * Whether install and update show what they would do instead of doing it.
	 */
	private boolean dryRun;

	/**
	 * Whether install only registers the service and does not start it.
	 */
	private boolean noStart;

	/**
	 * Whether a command that changes something asks Windows for elevation if its process
	 * is not elevated.
	 */
	private boolean elevate;

	/**
	 * Where install and update get the password of the account from: prompt, stdin or
	 * env:VARIABLE. Default is the prompt, if the password is needed.
	 */
	private @Nullable String passwordFrom;

	/**
	 * Language of an exported script.
	 */
	private ScriptFormat format = ScriptFormat.SC;

	/**
	 * Whether the verb logs goes on with what the service logs.
	 */
	private boolean follow;

	public @Nullable String getName() {
		return this.name;
	}

	public void setName(@Nullable String name) {
		this.name = name;
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

	public boolean isWait() {
		return this.wait;
	}

	public void setWait(boolean wait) {
		this.wait = wait;
	}

	public boolean isForce() {
		return this.force;
	}

	public void setForce(boolean force) {
		this.force = force;
	}

	public boolean isRestartIfNeeded() {
		return this.restartIfNeeded;
	}

	public void setRestartIfNeeded(boolean restartIfNeeded) {
		this.restartIfNeeded = restartIfNeeded;
	}

	public boolean isDryRun() {
		return this.dryRun;
	}

	public void setDryRun(boolean dryRun) {
		this.dryRun = dryRun;
	}

	public boolean isNoStart() {
		return this.noStart;
	}

	public void setNoStart(boolean noStart) {
		this.noStart = noStart;
	}

	public boolean isElevate() {
		return this.elevate;
	}

	public void setElevate(boolean elevate) {
		this.elevate = elevate;
	}

	public @Nullable String getPasswordFrom() {
		return this.passwordFrom;
	}

	public void setPasswordFrom(@Nullable String passwordFrom) {
		this.passwordFrom = passwordFrom;
	}

	public ScriptFormat getFormat() {
		return this.format;
	}

	public void setFormat(ScriptFormat format) {
		this.format = format;
	}

	public boolean isFollow() {
		return this.follow;
	}

	public void setFollow(boolean follow) {
		this.follow = follow;
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

}
