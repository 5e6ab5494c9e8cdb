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

package io.github.winsvc.migrate;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class JavaLaunchTests {

	@ParameterizedTest
	@ValueSource(strings = { "java", "JAVA.EXE", "javaw", "C:\\jdk\\bin\\javaw.exe", "%JAVA_HOME%\\bin\\java",
			"C:/jdk/bin/java.exe" })
	void whenProgramIsJavaThenItIsFound(String program) {
		assertThat(JavaLaunch.isJava(program)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "javac", "java.bat", "C:\\java\\orders.exe", "javax.exe" })
	void whenProgramIsNotJavaThenItIsNot(String program) {
		assertThat(JavaLaunch.isJava(program)).isFalse();
	}

	@Test
	void whenOptionHasItsValueBehindABlankThenBothAreOne() {
		JavaLaunch launch = read("-Xmx1g", "--add-opens", "a/b=c", "-p", "mods", "-jar", "a.jar", "-jar", "-cp");
		assertThat(launch.options()).containsExactly("-Xmx1g", "--add-opens=a/b=c", "--module-path=mods");
		assertThat(launch.jar()).isEqualTo("a.jar");
		assertThat(launch.arguments()).containsExactly("-jar", "-cp");
	}

	@ParameterizedTest
	@ValueSource(strings = { "-cp", "-classpath", "--class-path" })
	void whenThereIsAClassPathBesideAJarThenJavaIgnoresIt(String option) {
		assertThat(read(option, "lib/*", "-jar", "a.jar").options()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "C:\\jdk\\bin\\javaw.exe,C:\\jdk\\bin\\java.exe", "javaw,java",
			"C:\\javaw\\java.exe,C:\\javaw\\java.exe" })
	void whenJavaHasNoConsoleThenTheOneThatHasIsTaken(String given, String taken) {
		assertThat(JavaLaunch.read(given, List.of("-jar", "a.jar")).orElseThrow().java()).isEqualTo(taken);
	}

	private static JavaLaunch read(String... parts) {
		return JavaLaunch.read("java", List.of(parts)).orElseThrow();
	}

}
