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
package io.github.winsvc.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import io.github.winsvc.scm.ElevatedProgram;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Invocation}.
 */
class InvocationTests {

	private static final ApplicationArchive JAR = new ApplicationArchive(Path.of("/opt/my orders/orders.jar"));

	private static Invocation invocation(List<String> options, String... arguments) {
		return new Invocation(new RunningJvm(Path.of("/opt/java 17/bin/java.exe"), options), List.of(arguments),
				Path.of("/home/joe"), Set.of("Path", "WINSVC_NAME", "spring_profiles_active", "SPRINGFIELD"));
	}

	@Test
	void whenItIsDoneAgainThenEveryPartIsTheSame() {
		ElevatedProgram program = invocation(List.of("-Xmx64m", "-Dwinsvc.name=my orders", "-Dempty="),
				"--winsvc.install", "", "a \"b\" \\", "*.txt", "B\u00fccher")
			.program(JAR);
		assertThat(program.java()).isEqualTo(Path.of("/opt/java 17/bin/java.exe").toString());
		assertThat(program.directory()).isEqualTo(Path.of("/home/joe").toString());
		assertThat(CommandLine.split("java.exe " + program.parameters())).containsExactly("java.exe", "-Xmx64m",
				"-Dwinsvc.name=my orders", "-Dempty=", "-jar", JAR.path().toString(), "--winsvc.install", "",
				"a \"b\" \\", "*.txt", "B\u00fccher");
	}

	@Test
	void whenAnArgumentHasAnAsteriskThenJavaDoesNotReplaceIt() {
		assertThat(invocation(List.of(), "--paths=*").program(JAR).parameters()).endsWith("\"--paths=*\"");
	}

	@Test
	void whenADebuggerListensThenOnlyToTheFirstProcess() {
		ElevatedProgram program = invocation(
				List.of("-agentlib:jdwp=transport=dt_socket,address=5005", "-Xrunjdwp:x", "-Xmx64m"))
			.program(JAR);
		assertThat(CommandLine.split("java.exe " + program.parameters())).containsExactly("java.exe", "-Xmx64m", "-jar",
				JAR.path().toString());
	}

	@Test
	void whenArgumentsAreRemovedThenTheOthersStay() {
		assertThat(invocation(List.of(), "a", "b", "a").without("a"::equals).arguments()).containsExactly("b");
	}

	@Test
	void whenVariablesConfigureThenTheyAreKnown() {
		assertThat(invocation(List.of()).configuringVariables()).containsExactly("WINSVC_NAME",
				"spring_profiles_active");
	}

	@Test
	void whenThisProcessIsAskedThenItKnowsHowItWasStarted() {
		Invocation current = Invocation.current("--winsvc.install");
		assertThat(current.arguments()).containsExactly("--winsvc.install");
		assertThat(current.directory()).isEqualTo(Path.of(System.getProperty("user.dir")));
		assertThat(current.variables()).isEqualTo(System.getenv().keySet());
		assertThat(current.jvm()).isEqualTo(RunningJvm.current());
	}

}
