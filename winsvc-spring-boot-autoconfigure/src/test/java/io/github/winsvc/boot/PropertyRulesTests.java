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

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.github.winsvc.command.UsageException;
import io.github.winsvc.validation.AtLeast;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.origin.Origin;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for the rules of all properties: a command, the start of the service and a
 * provider of Jakarta Validation hold the same ones.
 */
class PropertyRulesTests {

	private static final String ANY_TIME = "it can be 0s to 49d";

	private static final String SOME_TIME = "it can be 1ms to 49d";

	private static final String PERCENT = "it can be 0 to 100";

	private static final String NO_NUL = "Windows takes no NUL character in it";

	private static final List<Class<?>> TYPES = Stream
		.concat(RuntimeProperties.TYPES.stream(),
				Stream.of(CommandProperties.class, RegistrationProperties.class, SecurityProperties.class))
		.toList();

	static final List<Row> BROKEN = List.of(new Row("start.no-progress-timeout", "0s", "it can be 1s to 49d"),
			new Row("start.timeout", "500ms", "it can be 1s to 49d"), new Row("stop.timeout", "-1s", ANY_TIME),
			new Row("stop.timeout", "50d", ANY_TIME), new Row("pause.timeout", "-1m", "it can be 1s to 49d"),
			new Row("pause.retry-after", "-1s", ANY_TIME),
			new Row("controls.thread-dump-code", "127", "it can be 128 to 255, or 0 for none"),
			new Row("controls.thread-dump-code", "256", "it can be 128 to 255, or 0 for none"),
			new Row("liveness.grace", "-1s", ANY_TIME), new Row("liveness.interval", "0s", SOME_TIME),
			new Row("liveness.failures", "0", "it can be 1 or more"), new Row("liveness.heap-after-gc", "500", PERCENT),
			new Row("liveness.heap-after-gc", "-1", PERCENT), new Row("liveness.max-ends", "-1", "it can be 0 or more"),
			new Row("liveness.ends-period", "50d", ANY_TIME),
			new Row("event-log.queue-size", "0", "it can be 1 or more"),
			new Row("event-log.rate-limit", "-1", "it can be 1 or more, or 0 for no limit"),
			new Row("health.timeout", "0s", SOME_TIME), new Row("health.down-after", "0s", SOME_TIME),
			new Row("health.slow-threshold", "-1s", ANY_TIME), new Row("health.slow-interval", "-1s", ANY_TIME),
			new Row("health.compact-interval", "-1s", ANY_TIME), new Row("resources.interval", "0s", SOME_TIME),
			new Row("reload.interval", "0s", SOME_TIME), new Row("reload.quiet-period", "-1s", ANY_TIME),
			new Row("reload.drain-timeout", "-1s", ANY_TIME), new Row("archive.delay", "999ms", "it can be 1s to 49d"),
			new Row("resources.disk.warning", "-1B", "it can be 0 or more"),
			new Row("resources.disk.critical", "-1B", "it can be 0 or more"),
			new Row("resources.heap.warning", "101", PERCENT), new Row("resources.heap.critical", "-5", PERCENT),
			new Row("resources.working-set.warning", "-1B", "it can be 0 or more"),
			new Row("resources.working-set.critical", "-1B", "it can be 0 or more"),
			new Row("resources.handles.warning", "-1", "it can be 0 or more"),
			new Row("resources.handles.critical", "-1", "it can be 0 or more"),
			new Row("resources.threads.warning", "-1", "it can be 0 or more"),
			new Row("resources.threads.critical", "-1", "it can be 0 or more"),
			new Row("resources.cpu.warning", "101", PERCENT), new Row("resources.cpu.critical", "101", PERCENT),
			new Row("timeout", "-1s", ANY_TIME), new Row("timeout", "50d", ANY_TIME),
			new Row("display-name", "", "a display name has 1 to 256 characters"),
			new Row("display-name", "a".repeat(257), "a display name has 1 to 256 characters"),
			new Row("display-name", "a\0b", NO_NUL), new Row("description", "a\0b", NO_NUL),
			new Row("dependencies", "a/b",
					"it is not the name of a service or, with a plus sign before it, of a load " + "order group"),
			new Row("dependencies", "+",
					"it is not the name of a service or, with a plus sign before it, of a load " + "order group"),
			new Row("group", "a\0b", NO_NUL), new Row("account", "a\0b", NO_NUL),
			new Row("required-privileges", "Backup", "privileges have names such as SeBackupPrivilege"),
			new Row("preshutdown-timeout", "-1s", ANY_TIME), new Row("recovery.delays", "-5s", ANY_TIME),
			new Row("recovery.reset-period", "1s500ms", "it can be 0s to 49d, in whole seconds"),
			new Row("recovery.command", "a\0b", NO_NUL), new Row("recovery.reboot-message", "a\0b", NO_NUL));

	static final List<Row> KEPT = List.of(new Row("start.timeout", "1s"), new Row("stop.timeout", "0s"),
			new Row("stop.timeout", "49d"), new Row("controls.thread-dump-code", "0"),
			new Row("controls.thread-dump-code", "128"), new Row("controls.thread-dump-code", "255"),
			new Row("liveness.interval", "1ms"), new Row("liveness.failures", "1"),
			new Row("liveness.heap-after-gc", "0"), new Row("liveness.heap-after-gc", "100"),
			new Row("liveness.max-ends", "0"), new Row("event-log.rate-limit", "0"),
			new Row("resources.disk.critical", "0B"), new Row("resources.cpu.warning", "100"),
			new Row("display-name", "a".repeat(256)), new Row("description", ""), new Row("recovery.delays", ""),
			new Row("recovery.delays", "0s,49d"), new Row("recovery.reset-period", "49d"),
			new Row("dependencies", "Tcpip,+Network,++"), new Row("required-privileges", ""));

	private static ValidatorFactory provider;

	@BeforeAll
	static void startProvider() {
		provider = Validation.byDefaultProvider()
			.configure()
			.messageInterpolator(new ParameterMessageInterpolator())
			.buildValidatorFactory();
	}

	@AfterAll
	static void stopProvider() {
		provider.close();
	}

	private static Problems read(Map<String, String> properties) {
		Problems problems = new Problems();
		PropertyReader reader = new PropertyReader(new Binder(new MapConfigurationPropertySource(properties)),
				problems);
		TYPES.forEach(reader::read);
		return problems;
	}

	@ParameterizedTest
	@FieldSource("BROKEN")
	void whenRuleIsBrokenThenCommandTellsPropertyValueAndReason(Row row) {
		assertThatExceptionOfType(UsageException.class).isThrownBy(() -> read(row.properties()).throwIfAny())
			.withMessage("'%s' cannot be the value of winsvc.%s: %s.", row.value().replace('\0', '?'), row.property(),
					row.reason());
	}

	@ParameterizedTest
	@FieldSource("BROKEN")
	void whenRuleIsBrokenThenProviderTellsTheSame(Row row) {
		Binder binder = new Binder(new MapConfigurationPropertySource(row.properties()));
		Validator validator = provider.getValidator();
		List<String> told = new ArrayList<>();
		for (Class<?> type : TYPES) {
			validator.validate(binder.bindOrCreate(RuntimeProperties.prefix(type), type))
				.forEach((violation) -> told.add(RuntimeProperties.prefix(type) + "."
						+ DataObjectPropertyName.toDashedForm(
								violation.getPropertyPath().toString().replaceFirst("\\[0]\\.<list element>$", ""))
						+ ": " + violation.getMessage()));
		}
		assertThat(told).containsExactly("winsvc." + row.property() + ": " + row.reason());
	}

	@ParameterizedTest
	@FieldSource("BROKEN")
	void whenRuleOfTheServiceIsBrokenThenItDoesNotStart(Row row) {
		if (names(RuntimeProperties.TYPES).contains(row.property())) {
			assertThatExceptionOfType(BindException.class).isThrownBy(() -> start(row.properties()))
				.satisfies((ex) -> assertThat(ex.getCause()).isInstanceOfSatisfying(BindValidationException.class,
						(cause) -> assertThat(cause.getValidationErrors().getAllErrors()).singleElement()
							.satisfies((error) -> {
								assertThat(error.getDefaultMessage()).isEqualTo(row.reason());
								assertThat(Origin.from(error)).hasToString(
										"\"winsvc.%s\" from property source \"shop\"".formatted(row.property()));
							})));
		}
		else {
			assertThatNoException().isThrownBy(() -> start(row.properties()));
		}
	}

	private static void start(Map<String, String> properties) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("shop", new LinkedHashMap<>(properties)));
		ConfigurationPropertySources.attach(environment);
		RuntimeProperties.require(Binder.get(environment));
	}

	@Test
	void whenServiceDoesNotStartThenSpringBootExplainsIt() {
		assertThatExceptionOfType(BindException.class)
			.isThrownBy(() -> start(Map.of("winsvc.liveness.heap-after-gc", "500", "winsvc.liveness.failures", "0")))
			.satisfies((ex) -> assertThat(analysis(ex).getDescription()).contains("Property: winsvc.liveness.failures",
					"Property: winsvc.liveness.heapAfterGc", "Value: \"500\"",
					"Origin: \"winsvc.liveness.heap-after-gc\" from property source \"shop\"",
					"Reason: it can be 0 to 100"));
	}

	private static FailureAnalysis analysis(Throwable failure) {
		return SpringFactoriesLoader.forDefaultResourceLocation()
			.load(FailureAnalyzer.class, null, FailureHandler.handleMessage((message, cause) -> {
			}))
			.stream()
			.flatMap((analyzer) -> Stream.ofNullable(analyzer.analyze(failure)))
			.findFirst()
			.orElseThrow();
	}

	@ParameterizedTest
	@FieldSource("KEPT")
	void whenValueIsAtTheEdgeThenItIsTaken(Row row) {
		assertThatNoException().isThrownBy(() -> read(row.properties()).throwIfAny());
		assertThatNoException().isThrownBy(() -> start(row.properties()));
	}

	@Test
	void whenSeveralRulesAreBrokenThenEachIsToldOnceInTheOrderOfProperties() {
		assertThatExceptionOfType(UsageException.class)
			.isThrownBy(() -> read(Map.of("winsvc.liveness.failures", "many", "winsvc.liveness.heap-after-gc", "500",
					"winsvc.recovery.delays", "1s,-5s,-5s"))
				.throwIfAny())
			.withMessageStartingWith("3 things are wrong");
	}

	@Test
	void whenTimeIsTheShortestOfAllThenItIsRefusedToo() {
		assertThatExceptionOfType(UsageException.class)
			.isThrownBy(() -> read(Map.of("winsvc.timeout", Long.MIN_VALUE + "s")).throwIfAny())
			.withMessageContaining("cannot be the value of winsvc.timeout: " + ANY_TIME);
	}

	@Test
	void whenPropertyIsANumberOrATimeThenItHasARule() {
		assertThat(fields(TYPES)).allSatisfy((name, field) -> {
			if (Set.<Class<?>>of(int.class, long.class, Duration.class, DataSize.class).contains(field.getType())) {
				assertThat(hasRule(field)).as(name).isTrue();
			}
		});
	}

	@Test
	void whenPropertyHasARuleThenItIsBrokenHere() {
		assertThat(BROKEN).extracting(Row::property).containsAll(names(TYPES));
	}

	/**
	 * Return the names of properties that have a rule.
	 */
	private static Set<String> names(List<Class<?>> types) {
		Map<String, Field> fields = fields(types);
		fields.values().removeIf((field) -> !hasRule(field));
		return fields.keySet();
	}

	private static boolean hasRule(Field field) {
		Stream<Annotation> ofElements = (field.getAnnotatedType() instanceof AnnotatedParameterizedType list)
				? Stream.of(list.getAnnotatedActualTypeArguments()).flatMap((type) -> Stream.of(type.getAnnotations()))
				: Stream.empty();
		return Stream.concat(Stream.of(field.getAnnotations()), ofElements)
			.anyMatch((annotation) -> annotation.annotationType().getPackage().equals(AtLeast.class.getPackage()));
	}

	private static Map<String, Field> fields(List<Class<?>> types) {
		Map<String, Field> fields = new TreeMap<>();
		types.forEach(
				(type) -> collect((RuntimeProperties.prefix(type) + ".").substring("winsvc.".length()), type, fields));
		return fields;
	}

	private static void collect(String prefix, Class<?> type, Map<String, Field> fields) {
		for (Field field : type.getDeclaredFields()) {
			if (!Modifier.isStatic(field.getModifiers())) {
				String name = prefix + DataObjectPropertyName.toDashedForm(field.getName());
				fields.put(name, field);
				if (field.getType().getName().startsWith("io.github.winsvc.") && !field.getType().isEnum()) {
					collect(name + ".", field.getType(), fields);
				}
			}
		}
	}

	/**
	 * A property and its value.
	 *
	 * @param reason why the property cannot have it, if so
	 */
	record Row(String property, String value, String reason) {

		Row(String property, String value) {
			this(property, value, "");
		}

		/**
		 * A time of several units is not read as it is printed.
		 */
		Map<String, String> properties() {
			return Map.of("winsvc." + this.property, this.value.replace("1s500ms", "1500ms"));
		}

		@Override
		public String toString() {
			return this.property + "=" + ((this.value.length() > 20) ? "long" : this.value.replace('\0', '?'));
		}

	}

}
