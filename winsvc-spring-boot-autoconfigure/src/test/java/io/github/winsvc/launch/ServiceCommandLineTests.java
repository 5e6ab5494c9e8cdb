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

import java.util.List;

import io.github.winsvc.scm.ServiceName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ServiceCommandLineTests {

	private static final ServiceCommandLine LINE = new ServiceCommandLine("C:\\Program Files\\Java\\bin\\java.exe",
			List.of("-Xmx1g", "-Dwinsvc.service=Orders"), "C:\\my apps\\orders.jar", List.of("--a=b c", "-jar", ""));

	@Test
	void whenComposedThenItIsQuotedAndCanBeReadAgain() {
		String imagePath = LINE.toImagePath();
		assertThat(imagePath)
			.isEqualTo("\"C:\\Program Files\\Java\\bin\\java.exe\" -Xmx1g -Dwinsvc.service=Orders -jar "
					+ "\"C:\\my apps\\orders.jar\" \"--a=b c\" -jar \"\"");
		assertThat(ServiceCommandLine.read(imagePath)).contains(LINE);
	}

	@Test
	void whenTheMarkerNamesTheServiceThenItIsMarkedForIt() {
		assertThat(LINE.isMarkedFor(new ServiceName("orders"))).isTrue();
		assertThat(LINE.isMarkedFor(new ServiceName("order"))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "C:\\service.exe", "java.exe -cp a.jar Main", "java.exe -jar", "-jar a.jar" })
	void whenNoJarIsStartedThenThereIsNothingToRead(String imagePath) {
		assertThat(ServiceCommandLine.read(imagePath)).isEmpty();
	}

	@Test
	void whenTheMarkerIsAnArgumentOfTheApplicationThenItDoesNotCount() {
		assertThat(ServiceCommandLine.read("java -jar a.jar -Dwinsvc.service=orders")
			.orElseThrow()
			.isMarkedFor(new ServiceName("orders"))).isFalse();
	}

	@Test
	void whenAPartLooksLikeAVariableThenItIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new ServiceCommandLine("java", List.of(), "a.jar", List.of("100%x%")).toImagePath())
			.withMessageContaining("'100%x%'");
		assertThat(new ServiceCommandLine("java", List.of("-Xlog:%p"), "a.jar", List.of("50%")).toImagePath())
			.isEqualTo("\"java\" -Xlog:%p -jar a.jar 50%");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "-jar", "-Dshop=\0north" })
	void whenAnOptionWouldBeReadOtherwiseThenItIsRefused(String option) {
		ServiceCommandLine line = new ServiceCommandLine("java.exe", List.of(option), "orders.jar", List.of());
		assertThatIllegalArgumentException().isThrownBy(line::toImagePath).withMessageContaining("Leave it out.");
	}

}
