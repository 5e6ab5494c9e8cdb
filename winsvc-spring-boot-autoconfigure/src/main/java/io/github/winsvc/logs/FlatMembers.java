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

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.logging.structured.ContextPairs;
import org.springframework.core.env.Environment;

/**
 * The members of a flat line, which are the same whatever library logs.
 *
 * @param serviceName the name of the application
 * @param instance the name of the service, of which a machine has one
 * @param address where the machine is
 */
record FlatMembers(String serviceName, String instance, HostAddress address) {

	/** Before the names that the application has chosen, which may be those of others. */
	private static final String MDC = "mdc_";

	private static final String KEY_VALUE = "kv_";

	/** Always as long, so that lines can be sorted as text. */
	private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX")
		.withZone(ZoneOffset.UTC);

	static FlatMembers of(Environment environment) {
		String service = environment.getProperty("winsvc.service");
		String application = environment.getProperty("spring.application.name");
		String instance = (service != null) ? service : (application != null) ? application : "application";
		return new FlatMembers((application != null) ? application : instance, instance, new HostAddress());
	}

	<E> void add(JsonWriter.Members<E> members, Event<E> event, @Nullable ContextPairs contextPairs) {
		members.add("timestamp", event.time()::apply).as(TIMESTAMP::format);
		members.add("level", event.level()::apply);
		members.add("service_name", this.serviceName);
		members.add("instance", this.instance);
		members.add("host_ip", (each) -> this.address.get()).whenNotNull();
		members.add("logger", event.logger()::apply);
		members.add("thread", event.thread()::apply);
		members.add("message", event.message()::apply);
		members.add("exception", event.exception()::apply).whenNotNull();
		if (contextPairs != null) {
			members.add().usingPairs(contextPairs.flat("_", (pairs) -> {
				pairs.add(prefixed(MDC, event.mdc()));
				pairs.add(prefixed(KEY_VALUE, event.keyValues()));
			}));
		}
	}

	private static <E> BiConsumer<E, BiConsumer<String, @Nullable Object>> prefixed(String prefix,
			Function<E, Map<String, ?>> pairs) {
		return (event, taker) -> pairs.apply(event).forEach((name, value) -> taker.accept(prefix + name, value));
	}

	/**
	 * How to read an event.
	 */
	record Event<E>(Function<E, Instant> time, Function<E, String> level, Function<E, @Nullable String> logger,
			Function<E, @Nullable String> thread, Function<E, @Nullable String> message,
			Function<E, @Nullable String> exception, Function<E, Map<String, ?>> mdc,
			Function<E, Map<String, ?>> keyValues) {

	}

}
