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

package io.github.winsvc.autoconfigure;

import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.winsvc.health.ServiceDetail;
import io.github.winsvc.launch.PastReload;
import io.github.winsvc.reload.ReloadHistory;

/**
 * What a service tells of its reloads in its description.
 */
class ReloadDetail implements ServiceDetail {

	private final ReloadHistory history;

	ReloadDetail(ReloadHistory history) {
		this.history = history;
	}

	@Override
	public String name() {
		return "reload";
	}

	@Override
	public Map<String, Object> summary() {
		Map<String, Object> summary = new LinkedHashMap<>();
		summary.put("keysForRestart", this.history.keysForRestart());
		this.history.latest().stream().findFirst().ifPresent((reload) -> {
			summary.put("outcome", reload.outcome().toString());
			summary.put("time", time(reload));
		});
		return summary;
	}

	@Override
	public Map<String, Object> details() {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("keysForRestart", this.history.keysForRestart());
		details.put("latest", this.history.latest().stream().map(ReloadDetail::text).toList());
		return details;
	}

	private static Map<String, Object> text(PastReload reload) {
		Map<String, Object> text = new LinkedHashMap<>();
		text.put("time", time(reload));
		text.put("trigger", reload.trigger());
		text.put("outcome", reload.outcome().toString());
		text.put("duration", reload.duration().toMillis() + " ms");
		put(text, "keys", reload.keys());
		put(text, "keysForRestart", reload.keysForRestart());
		put(text, "reasons", reload.reasons());
		return text;
	}

	private static void put(Map<String, Object> text, String key, List<String> values) {
		if (!values.isEmpty()) {
			text.put(key, values);
		}
	}

	private static String time(PastReload reload) {
		return reload.begun().truncatedTo(ChronoUnit.MILLIS).toString();
	}

}
