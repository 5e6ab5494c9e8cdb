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

package io.github.winsvc.cache;

import io.github.winsvc.reload.ConfigChange;
import io.github.winsvc.reload.ReloadParticipant;
import io.github.winsvc.reload.ReloadStep;

import org.springframework.core.Ordered;

/**
 * Tells that properties of caches take effect at the next start, where none of them can
 * follow.
 *
 * @since 0.1.0
 */
public final class CacheRestartParticipant implements ReloadParticipant, Ordered {

	static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 30;

	static final String PREFIX = "spring.cache";

	@Override
	public int getOrder() {
		return ORDER;
	}

	@Override
	public ReloadStep prepare(ConfigChange change) {
		return new RestartStep(change.keysOf(PREFIX));
	}

}
