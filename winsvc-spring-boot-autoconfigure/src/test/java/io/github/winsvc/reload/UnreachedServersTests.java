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

package io.github.winsvc.reload;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.mock.env.MockPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UnreachedServers}.
 */
class UnreachedServersTests {

	private static final Set<String> MADE = Set.of("configserver:orders.yml", "configClient", "config/orders", "file");

	private final MutablePropertySources live = sources(source("added by somebody"), source("configClient"),
			source("configserver:orders.yml"), new MockPropertySource("config/orders"), source("file"));

	private static MutablePropertySources sources(PropertySource<?>... sources) {
		MutablePropertySources all = new MutablePropertySources();
		for (PropertySource<?> source : sources) {
			all.addLast(source);
		}
		return all;
	}

	private static PropertySource<?> source(String name) {
		return new MapPropertySource(name, Map.of("a", "b"));
	}

	private Set<String> missing(String imports, PropertySource<?>... candidate) {
		MutablePropertySources sources = sources(candidate);
		sources.addLast(new MapPropertySource("imports", Map.of("spring.config.import[0]", imports)));
		return UnreachedServers.missing(this.live, MADE, new CandidateEnvironment(sources));
	}

	@ParameterizedTest
	@ValueSource(strings = { "optional:configserver:", "optional:configserver:http://localhost:8888",
			"optional:file:a.yml,optional:zookeeper:", "a.yml; optional:consul:" })
	void whenOptionalServersDoNotAnswerThenTheirSourcesAreMissing(String imports) {
		assertThat(missing(imports)).containsExactly("configClient", "configserver:orders.yml", "config/orders");
	}

	@ParameterizedTest
	@ValueSource(strings = { "configserver:", "optional:file:a.yml", "optional:configtree:a/", "optional:a.yml",
			"optional:classpath:a.yml", "optional:env:A" })
	void whenNoServerIsOptionalThenWhatIsGoneIsGone(String imports) {
		assertThat(missing(imports)).isEmpty();
	}

	@Test
	void whenConfigServerAnswersThenWhatItHasNoMoreIsGone() {
		assertThat(missing("optional:configserver:", source("configClient"), new MockPropertySource("config/orders")))
			.isEmpty();
	}

	@Test
	void whenImportIsGoneThenItsSourcesAreGone() {
		assertThat(UnreachedServers.missing(this.live, MADE, new CandidateEnvironment(sources(source("file")))))
			.isEmpty();
	}

}
