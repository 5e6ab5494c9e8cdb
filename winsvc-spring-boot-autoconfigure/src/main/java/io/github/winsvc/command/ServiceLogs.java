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

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.github.winsvc.launch.ServiceCommandLine;
import io.github.winsvc.logs.ServiceLog;
import io.github.winsvc.scm.ServiceRegistration;
import io.github.winsvc.scm.ServiceSetting.ImagePath;

/**
 * The log of a registered service.
 *
 * @param log the log as it is configured
 * @param file its file
 */
record ServiceLogs(ServiceLog log, Path file) {

	/**
	 * Find the log of a service.
	 * @return the log, empty if nobody can know where it is
	 */
	static Optional<ServiceLogs> of(Context context, ServiceRegistration registration) {
		return registration.settings()
			.find(ImagePath.class)
			.map(ImagePath::value)
			.flatMap(ServiceCommandLine::read)
			.flatMap((line) -> of(context.settings().log().with(line), line));
	}

	private static Optional<ServiceLogs> of(ServiceLog log, ServiceCommandLine line) {
		try {
			return Optional.of(new ServiceLogs(log, log.path(line)));
		}
		catch (InvalidPathException ex) {
			return Optional.empty();
		}
	}

	void show(Table table) {
		table.row("logFile", "Log file", this.file.toString());
		Map<String, Object> rolling = new LinkedHashMap<>();
		rolling.put("maxFileSize", this.log.maxFileSize());
		rolling.put("maxHistory", this.log.maxHistory());
		rolling.put("totalSizeCap", this.log.totalSizeCap());
		table.row("logRolling", "Log rolling", rolling, this.log.rolling());
		if (this.log.configuration() != null) {
			table.row("logConfiguration", "Log set by", this.log.configuration(),
					this.log.configuration() + ", which may say otherwise");
		}
	}

}
