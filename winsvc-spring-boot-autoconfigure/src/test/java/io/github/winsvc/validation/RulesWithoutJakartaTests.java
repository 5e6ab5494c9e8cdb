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

package io.github.winsvc.validation;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.winsvc.boot.WinsvcProperties;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link PropertyRules} in an application without Jakarta Validation.
 */
class RulesWithoutJakartaTests {

	@Test
	void whenThereIsNoJakartaValidationThenRulesAreHeldAllTheSame() throws Exception {
		List<URL> libraries = new ArrayList<>();
		for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
			if (!Path.of(entry).getFileName().toString().contains("validat")) {
				libraries.add(Path.of(entry).toUri().toURL());
			}
		}
		try (URLClassLoader without = new URLClassLoader(libraries.toArray(URL[]::new),
				ClassLoader.getPlatformClassLoader())) {
			assertThatExceptionOfType(ClassNotFoundException.class)
				.isThrownBy(() -> without.loadClass("jakarta.validation.Constraint"));
			Class<?> type = without.loadClass(WinsvcProperties.class.getName());
			Object properties = type.getConstructor().newInstance();
			Object liveness = type.getMethod("getLiveness").invoke(properties);
			liveness.getClass().getMethod("setFailures", int.class).invoke(liveness, 0);
			assertThat(without.loadClass(PropertyRules.class.getName())
				.getMethod("violations", Object.class)
				.invoke(null, properties))
				.hasToString("[Violation[path=liveness.failures, value=0, reason=it can be 1 or more]]");
		}
	}

}
