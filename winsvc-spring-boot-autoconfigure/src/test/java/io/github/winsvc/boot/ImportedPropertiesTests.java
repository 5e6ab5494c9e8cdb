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

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import io.github.winsvc.scm.ServiceName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What import prints is a configuration that install understands.
 */
class ImportedPropertiesTests {

	@ParameterizedTest
	@ValueSource(strings = { "winsw-2", "winsw-3", "nssm", "procrun", "java", "other" })
	void whenImportedThenInstallTakesThem(String name) throws Exception {
		byte[] yaml = Files
			.readAllBytes(Path.of("src/test/resources/io/github/winsvc/command/screens/import-" + name + ".txt"));
		MutablePropertySources sources = new MutablePropertySources();
		new YamlPropertySourceLoader().load("test", new ByteArrayResource(yaml)).forEach(sources::addLast);
		Problems problems = new Problems();
		RegistrationProperties properties = new PropertyReader(new Binder(ConfigurationPropertySources.from(sources)),
				problems)
			.read(RegistrationProperties.class);
		assertThat(new WantedSettings(new ServiceName("orders"), properties, Duration.ofSeconds(1), problems).all())
			.isNotEmpty();
		problems.throwIfAny();
	}

}
