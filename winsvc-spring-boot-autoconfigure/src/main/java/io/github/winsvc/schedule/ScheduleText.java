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

package io.github.winsvc.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.format.annotation.DurationFormat;
import org.springframework.format.datetime.standard.DurationFormatterUtils;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.support.CronTrigger;
import org.springframework.util.StringUtils;

/**
 * What an annotation {@link Scheduled @Scheduled} says, with or without placeholders.
 * Means the same as to Spring.
 *
 * @param texts the attributes that are there
 * @param unit the unit of numbers
 */
record ScheduleText(Map<ScheduleAttribute, String> texts, TimeUnit unit) {

	private static final Pattern KEY = Pattern.compile("\\$\\{([^:}$]+)");

	private static final Pattern BEAN = Pattern.compile("@(?:'([^']+)'|(\\w+))\\.(?:get)?(\\w+)");

	ScheduleText {
		texts = Collections.unmodifiableMap(new EnumMap<>(texts));
	}

	/**
	 * Read an annotation.
	 * @throws IllegalArgumentException if an attribute is there twice
	 */
	static ScheduleText of(Scheduled scheduled) {
		Map<ScheduleAttribute, String> texts = new EnumMap<>(ScheduleAttribute.class);
		for (ScheduleAttribute attribute : ScheduleAttribute.values()) {
			String text = attribute.of(scheduled);
			if (StringUtils.hasText(text)) {
				texts.put(attribute, text);
			}
		}
		return new ScheduleText(texts, scheduled.timeUnit());
	}

	/**
	 * Resolve the texts. One that becomes empty is no longer there.
	 * @throws InvalidScheduleException if one cannot be resolved
	 */
	ScheduleText resolve(Function<String, @Nullable String> resolver) {
		Map<ScheduleAttribute, String> resolved = new EnumMap<>(ScheduleAttribute.class);
		this.texts.forEach((attribute, text) -> {
			String value = resolve(attribute, text, resolver);
			if (StringUtils.hasLength(value)) {
				resolved.put(attribute, value);
			}
		});
		return new ScheduleText(resolved, this.unit);
	}

	private static @Nullable String resolve(ScheduleAttribute attribute, String text,
			Function<String, @Nullable String> resolver) {
		try {
			return resolver.apply(text);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidScheduleException(attribute, String.valueOf(ex.getMessage()));
		}
	}

	boolean hasPlaceholder() {
		return contains("${");
	}

	boolean hasExpression() {
		return contains("#{");
	}

	private boolean contains(String text) {
		return this.texts.values().stream().anyMatch((value) -> value.contains(text));
	}

	/**
	 * Return the names of the properties that stand in the texts.
	 */
	Set<String> keys() {
		Set<String> keys = new LinkedHashSet<>();
		this.texts.keySet().forEach((attribute) -> keys.addAll(keys(attribute)));
		return keys;
	}

	Set<String> keys(ScheduleAttribute attribute) {
		Set<String> keys = new LinkedHashSet<>();
		Matcher matcher = KEY.matcher(this.texts.getOrDefault(attribute, ""));
		while (matcher.find()) {
			keys.add(matcher.group(1).strip());
		}
		return keys;
	}

	/**
	 * Return the properties of beans that stand in expressions.
	 */
	Set<BeanValue> beanValues() {
		Set<BeanValue> values = new LinkedHashSet<>();
		for (String text : this.texts.values()) {
			Matcher matcher = BEAN.matcher(text);
			while (matcher.find()) {
				values.add(new BeanValue(Objects.requireNonNullElse(matcher.group(1), matcher.group(2)),
						matcher.group(3)));
			}
		}
		return values;
	}

	/**
	 * Make of resolved texts what they mean.
	 * @throws InvalidScheduleException if they mean nothing
	 */
	Timing timing() {
		Duration initialDelay = initialDelay();
		List<Timing> timings = new ArrayList<>();
		String cron = this.texts.get(ScheduleAttribute.CRON);
		if (cron != null) {
			if (initialDelay != null) {
				throw new InvalidScheduleException(ScheduleAttribute.INITIAL_DELAY,
						"a cron expression allows no initial delay");
			}
			timings.add(Scheduled.CRON_DISABLED.equals(cron) ? new Timing.Never() : new Timing.Cron(trigger(cron)));
		}
		Duration first = (initialDelay != null) ? initialDelay : Duration.ZERO;
		if (this.texts.containsKey(ScheduleAttribute.FIXED_DELAY)) {
			timings.add(new Timing.FixedDelay(interval(ScheduleAttribute.FIXED_DELAY), first));
		}
		if (this.texts.containsKey(ScheduleAttribute.FIXED_RATE)) {
			timings.add(new Timing.FixedRate(interval(ScheduleAttribute.FIXED_RATE), first));
		}
		if (timings.size() > 1) {
			throw new InvalidScheduleException(last(), "only one of cron, fixed delay and fixed rate can be");
		}
		if (timings.isEmpty() && initialDelay == null) {
			throw new InvalidScheduleException(ScheduleAttribute.FIXED_RATE,
					"one of cron, fixed delay, fixed rate and initial delay must be");
		}
		return timings.isEmpty() ? new Timing.Once(first) : timings.get(0);
	}

	private ScheduleAttribute last() {
		return this.texts.containsKey(ScheduleAttribute.FIXED_RATE) ? ScheduleAttribute.FIXED_RATE
				: ScheduleAttribute.FIXED_DELAY;
	}

	private @Nullable Duration initialDelay() {
		Duration delay = this.texts.containsKey(ScheduleAttribute.INITIAL_DELAY)
				? duration(ScheduleAttribute.INITIAL_DELAY) : null;
		return (delay != null && !delay.isNegative()) ? delay : null;
	}

	private Duration interval(ScheduleAttribute attribute) {
		Duration interval = duration(attribute);
		if (interval.isNegative() || interval.isZero()) {
			throw new InvalidScheduleException(attribute, needed());
		}
		return interval;
	}

	private Duration duration(ScheduleAttribute attribute) {
		try {
			return DurationFormatterUtils.detectAndParse(this.texts.getOrDefault(attribute, ""),
					DurationFormat.Unit.fromChronoUnit(this.unit.toChronoUnit()));
		}
		catch (IllegalArgumentException | ArithmeticException ex) {
			throw new InvalidScheduleException(attribute, needed());
		}
	}

	private String needed() {
		return "must be a duration above 0 such as 500ms, 10s or 1h, or a number of %s"
			.formatted(this.unit.name().toLowerCase(Locale.ROOT));
	}

	private CronTrigger trigger(String cron) {
		String zone = this.texts.get(ScheduleAttribute.ZONE);
		try {
			return StringUtils.hasText(zone) ? new CronTrigger(cron, StringUtils.parseTimeZoneString(zone))
					: new CronTrigger(cron);
		}
		catch (IllegalArgumentException ex) {
			boolean known = zone == null || isZone(zone);
			throw known
					? new InvalidScheduleException(ScheduleAttribute.CRON,
							"must be a cron expression such as '0 */5 * * * *', or - for never (%s)"
								.formatted(ex.getMessage()))
					: new InvalidScheduleException(ScheduleAttribute.ZONE,
							"must be a time zone such as UTC or Europe/Berlin");
		}
	}

	private static boolean isZone(String zone) {
		try {
			StringUtils.parseTimeZoneString(zone);
			return true;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	/**
	 * A property of a bean in an expression.
	 *
	 * @param bean the name of the bean
	 * @param property the property
	 */
	record BeanValue(String bean, String property) {

	}

}
