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

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Tells in words what has become of a reload. What it logs has an entry of its own in the
 * event log.
 *
 * @since 0.1.0
 */
public final class ReloadReport {

	private static final Log logger = LogFactory.getLog(ReloadReport.class);

	private ReloadReport() {
	}

	/**
	 * Return what has changed.
	 * @param result the change
	 * @return a text of one line
	 */
	public static String text(ReloadResult.Applied result) {
		return "The configuration has changed (%s, %d ms): %s".formatted(result.trigger(), result.duration().toMillis(),
				String.join(", ", result.keys()));
	}

	/**
	 * Return what takes effect later.
	 * @param result a change that needs a restart
	 * @return a text of one line
	 */
	public static String restartText(ReloadResult.Applied result) {
		return "Restart the application to have these take effect: %s"
			.formatted(String.join(", ", result.keysForRestart()));
	}

	/**
	 * Return why a change was rejected.
	 * @param result the change
	 * @return a text with a line for each reason
	 */
	public static String text(ReloadResult.Rejected result) {
		StringBuilder reasons = new StringBuilder();
		result.reasons().forEach((reason) -> reasons.append("%n  ".formatted()).append(reason));
		return ("The configuration has changed and is rejected (%s). The former one stays in effect. "
				+ "Correct what is named here:%s")
			.formatted(result.trigger(), reasons);
	}

	static void log(ReloadResult result) {
		if (result instanceof ReloadResult.Applied applied) {
			logger.info(text(applied));
			if (!applied.keysForRestart().isEmpty()) {
				logger.warn(restartText(applied));
			}
		}
		else if (result instanceof ReloadResult.Rejected rejected) {
			logger.error(text(rejected));
		}
		else {
			logger.debug("The configuration is as before (%s)".formatted(result.trigger()));
		}
	}

}
