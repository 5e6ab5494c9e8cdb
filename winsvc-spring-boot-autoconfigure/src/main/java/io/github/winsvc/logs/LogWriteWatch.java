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

package io.github.winsvc.logs;

import org.springframework.util.ClassUtils;

/**
 * Tells when the log file can no longer be written, on a full disk for example, and when
 * it can again. Meanwhile the application goes on and what it logs does not reach the
 * file.
 *
 * @since 0.1.0
 */
public final class LogWriteWatch {

	private static final boolean LOGBACK = ClassUtils.isPresent("ch.qos.logback.classic.LoggerContext", null);

	private LogWriteWatch() {
	}

	/**
	 * Watch the files of this process. Without Logback there is nothing to watch: Log4j2
	 * goes on as well, but tells nobody.
	 */
	public static void install() {
		if (LOGBACK) {
			LogbackWriteWatch.install();
		}
	}

}
