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

package io.github.winsvc;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.github.winsvc.scm.StatusReporter;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.validation.annotation.Validated;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the rooms of the code and the one way in which they depend on each other.
 */
class RoomTests {

	private static final String BASE = "io.github.winsvc";

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages(BASE);

	@ParameterizedTest
	@EnumSource
	void whenRoomDependsOnAnotherThenItMay(Room room) {
		check(classes().that(resideInAPackage(room.packages()))
			.should()
			.onlyDependOnClassesThat(room.allowed())
			.because("of the rooms it may only use " + room.rooms));
	}

	@Test
	void whenPackageExistsThenItBelongsToARoom() {
		String[] packages = Stream.of(Room.values()).map(Room::packages).toArray(String[]::new);
		check(classes().should().resideInAnyPackage(packages));
	}

	@Test
	void whenRoomsDependOnEachOtherThenThereIsNoCycle() {
		check(slices().matching(BASE + ".(**)").should().beFreeOfCycles());
	}

	@Test
	void whenJnaIsUsedThenOnlyByWin32() {
		check(noClasses().that()
			.resideOutsideOfPackage(Room.WIN32.packages())
			.should()
			.dependOnClassesThat(resideInAPackage("com.sun.jna..")));
	}

	@Test
	void whenStatusIsReportedThenOnlyByHostOrWin32() {
		check(noClasses().that()
			.resideOutsideOfPackages(Room.HOST.packages(), Room.WIN32.packages())
			.should()
			.accessTargetWhere(
					DescribedPredicate.describe("a status is reported", (access) -> access.getName().equals("report")
							&& access.getTargetOwner().isAssignableTo(StatusReporter.class))));
	}

	@Test
	void whenPackageHasClassesThenItIsNullMarked() {
		Map<String, Boolean> marked = new TreeMap<>();
		for (JavaClass type : CLASSES) {
			JavaPackage owner = type.getPackage();
			marked.put(owner.getName(), owner.isAnnotatedWith(NullMarked.class));
		}
		assertThat(marked).isNotEmpty().doesNotContainValue(false);
	}

	/**
	 * Without a provider an application that has Jakarta's annotations would not start.
	 */
	@Test
	void whenPropertiesHaveRulesThenSpringBootNeedsNoProvider() {
		check(noClasses().should().beAnnotatedWith(Validated.class));
	}

	@Test
	void whenAutoConfigurationThenItIsPublicAndFinal() {
		check(classes().that()
			.areAnnotatedWith("org.springframework.boot.autoconfigure.AutoConfiguration")
			.should()
			.bePublic()
			.andShould()
			.haveModifier(JavaModifier.FINAL)
			.andShould()
			.resideInAPackage(Room.AUTOCONFIGURE.packages()));
	}

	/**
	 * A rule holds for a room that is still empty.
	 */
	private static void check(ArchRule rule) {
		rule.allowEmptyShould(true).check(CLASSES);
	}

	enum Room {

		SCM(false, Set.of()),

		VALIDATION(true, Set.of(), "jakarta.validation.."),

		WIN32(false, Set.of("scm"), "com.sun.jna.."),

		HOST(false, Set.of("scm")),

		LAUNCH(false, Set.of("scm")),

		ACCESS(false, Set.of("scm", "launch")),

		LOGS(true, Set.of("launch"), "ch.qos.logback..", "org.slf4j..", "org.apache.logging.log4j.."),

		DOCTOR(false, Set.of("scm", "launch", "access", "logs")),

		MIGRATE(false, Set.of("scm", "launch"), "org.xml.sax.."),

		COMMAND(false, Set.of("scm", "launch", "access", "logs", "doctor", "migrate")),

		CONSOLE(false, Set.of("scm")),

		EVENT(true, Set.of("scm", "host")),

		EVENTLOG(true, Set.of("scm"), "ch.qos.logback..", "org.slf4j..", "org.apache.logging.log4j.."),

		LIFECYCLE(true, Set.of("scm", "host")),

		MEMORY(true, Set.of("scm", "host"), "ch.qos.logback..", "org.slf4j.."),

		RELOAD(true, Set.of("launch", "validation")),

		REGISTRY(true, Set.of("scm")),

		CACHE(true, Set.of("reload"), "com.github.benmanes.caffeine.."),

		SCHEDULE(true, Set.of("reload")),

		DATASOURCE(true, Set.of("launch", "reload"), "com.zaxxer.hikari..", "org.aopalliance.."),

		WEB(true, Set.of("scm", "host"), "jakarta.servlet..", "reactor.."),

		HEALTH(true, Set.of("scm", "host", "validation"), "jakarta.validation..", "io.micrometer.core..", "reactor.."),

		METRICS(true, Set.of("scm", "host", "launch", "eventlog", "reload"), "io.micrometer.core.."),

		RESOURCE(true, Set.of("scm", "host", "validation"), "jakarta.validation..", "io.micrometer.core.."),

		LIVENESS(true, Set.of("scm", "host")),

		ARCHIVE(true, Set.of("scm", "launch", "event", "validation")),

		BOOT(true,
				Set.of("archive", "scm", "win32", "host", "launch", "access", "doctor", "command", "console", "event",
						"eventlog", "lifecycle", "logs", "memory", "health", "registry", "reload", "resource",
						"validation"),
				"jakarta.validation.."),

		AUTOCONFIGURE(true,
				Set.of("archive", "scm", "host", "launch", "boot", "event", "web", "eventlog", "health", "metrics",
						"registry", "reload", "cache", "datasource", "schedule", "resource", "liveness", "validation"),
				"jakarta.servlet..", "io.micrometer.core..", "reactor..", "com.github.benmanes.caffeine..",
				"com.zaxxer.hikari..");

		private static final String[] JDK = { "java..", "javax..", "jdk..", "com.sun.management..", "org.jspecify.." };

		private static final String[] SPRING = { "org.springframework..", "org.apache.commons.logging.." };

		private final boolean spring;

		private final Set<String> rooms;

		private final String[] libraries;

		Room(boolean spring, Set<String> rooms, String... libraries) {
			this.spring = spring;
			this.rooms = new TreeSet<>(rooms);
			this.libraries = libraries;
		}

		String packages() {
			return BASE + "." + name().toLowerCase(Locale.ROOT) + "..";
		}

		DescribedPredicate<JavaClass> allowed() {
			DescribedPredicate<JavaClass> allowed = resideInAPackage(packages()).or(resideInAnyPackage(JDK))
				.or(resideInAnyPackage(this.libraries))
				.or(resideInAnyPackage(
						this.rooms.stream().map((room) -> BASE + "." + room + "..").toArray(String[]::new)));
			return this.spring ? allowed.or(resideInAnyPackage(SPRING)) : allowed;
		}

	}

}
