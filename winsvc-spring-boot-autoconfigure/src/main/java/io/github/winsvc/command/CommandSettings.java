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

package io.github.winsvc.command;

import java.time.Duration;
import java.util.List;

import io.github.winsvc.launch.ApplicationArchive;
import io.github.winsvc.launch.RunningJvm;
import io.github.winsvc.launch.ServiceHome;
import io.github.winsvc.logs.ServiceLog;
import io.github.winsvc.scm.ServiceName;
import io.github.winsvc.scm.ServiceSettings;
import org.jspecify.annotations.Nullable;

/**
 * What a verb works with.
 *
 * @param name the service
 * @param wanted the settings to register, all but the image path
 * @param timeout how long to wait for the service to start or to stop
 * @param adopt whether a service may be touched that was not installed from here
 * @param archive the jar that the command runs from, {@code null} if it runs from none
 * @param jvm the JVM that the command runs on
 * @param arguments the application's arguments
 * @param serverPort where the application listens, {@code null} if unknown
 * @param healthUrl where to look after the running application, {@code null} if unknown
 * @param home the directory of the service
 * @param log the log of the service, unless its registration says otherwise
 * @param manner how the verb shall be done
 * @since 0.1.0
 */
public record CommandSettings(ServiceName name, ServiceSettings wanted, Duration timeout, boolean adopt,
		@Nullable ApplicationArchive archive, RunningJvm jvm, List<String> arguments, @Nullable Integer serverPort,
		@Nullable String healthUrl, ServiceHome home, ServiceLog log, Manner manner) {

	public CommandSettings {
		arguments = List.copyOf(arguments);
	}

	/**
	 * Return the settings of the same command, had it been started with another command
	 * line.
	 */
	CommandSettings startedWith(RunningJvm jvm, List<String> arguments) {
		return new CommandSettings(this.name, this.wanted, this.timeout, this.adopt, this.archive, jvm, arguments,
				this.serverPort, this.healthUrl, this.home, this.log, this.manner);
	}

}
