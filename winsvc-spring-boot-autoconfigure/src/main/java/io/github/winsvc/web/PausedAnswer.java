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

package io.github.winsvc.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * What a client is told while the service is paused: 503, and when to come again.
 *
 * @param retryAfter the time after which the client may try again
 * @since 0.1.0
 */
public record PausedAnswer(Duration retryAfter) {

	static final int STATUS = 503;

	static final String CONTENT_TYPE = "application/problem+json";

	private static final String BODY = "{\"title\":\"Service Unavailable\",\"status\":503,"
			+ "\"detail\":\"The service is paused.\"}";

	String retryAfterSeconds() {
		return Long.toString(this.retryAfter.toSeconds());
	}

	byte[] body() {
		return BODY.getBytes(StandardCharsets.UTF_8);
	}

}
