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

import java.io.IOException;
import java.time.Instant;

import io.github.winsvc.launch.ServiceHome;
import io.github.winsvc.launch.StartFailure;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.core.NestedExceptionUtils;

/**
 * Leaves word of a failed start for the operator who waits for it. Spring Boot's own
 * analysis of the failure, if there is one, comes last and replaces the bare exception.
 */
class StartFailures implements FailureAnalysisReporter {

	@Override
	public void report(FailureAnalysis analysis) {
		String action = analysis.getAction();
		leave(analysis.getDescription(), (action != null) ? action : "");
	}

	static void leave(Throwable failure) {
		Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
		leave(cause.toString(), "");
	}

	static void leave(@Nullable String description, String action) {
		ServiceHome home = ServiceHome.ofThisProcess();
		if (home == null) {
			return;
		}
		try {
			new StartFailure(ProcessHandle.current().pid(), Instant.now(), (description != null) ? description : "",
					action)
				.write(home.startFailure());
		}
		catch (IOException ex) {
			LogFactory.getLog(StartFailures.class).warn("Cannot write '" + home.startFailure() + "'", ex);
		}
	}

}
