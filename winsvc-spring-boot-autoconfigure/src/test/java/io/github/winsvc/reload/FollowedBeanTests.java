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

import java.nio.file.Path;
import java.util.Set;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of reloads of beans that somebody else has follow or has wrapped, and of setters
 * that refuse a value.
 */
class FollowedBeanTests {

	@TempDir
	private Path directory;

	@AutoClose
	private ReloadedApplication application;

	@BeforeEach
	void create() {
		this.application = new ReloadedApplication(this.directory, Tills.class);
	}

	@Test
	void whenBeanFollowsByItselfThenItIsNotBound() {
		this.application.write("followed.number: 1").start();
		this.application.write("followed.number: 2", "server.port: 1", "spring.main.keep-alive: true");
		ReloadResult.Applied result = this.application.apply();
		assertThat(this.application.context().getBean("followed", Till.class).getNumber()).isEqualTo(1);
		assertThat(result.keysForRestart()).containsExactly("spring.main.keep-alive");
	}

	@Test
	void whenBeanIsWrappedInAnotherTypeThenOthersFollow() {
		this.application.write("wrapped.number: 1", "till.number: 1").start();
		assertThat(this.application.context().getBean("wrapped")).isExactlyInstanceOf(Object.class);
		this.application.write("wrapped.number: 2", "till.number: 2");
		this.application.apply();
		assertThat(this.application.context().getBean("till", Till.class).getNumber()).isEqualTo(2);
	}

	@Test
	void whenSetterRefusesThenThePropertyIsNamed() {
		this.application.write("till.number: 1").start();
		this.application.write("till.number: -1");
		assertThat(this.application.reject().reasons()).singleElement()
			.asString()
			.startsWith("till.number is -1: no such till");
		this.application.write("till.number: 1", "till.password: short");
		assertThat(this.application.reject().reasons()).singleElement()
			.asString()
			.startsWith("till.password has a value that it cannot have")
			.doesNotContain("short");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties
	static class Tills {

		@Bean
		@ConfigurationProperties("till")
		Till till() {
			return new Till();
		}

		@Bean
		@ConfigurationProperties("followed")
		Till followed() {
			return new Till();
		}

		@Bean
		@ConfigurationProperties("wrapped")
		Till wrapped() {
			return new Till();
		}

		@Bean
		static BeanPostProcessor wrapping() {
			return new BeanPostProcessor() {

				@Override
				public Object postProcessAfterInitialization(Object bean, String beanName) {
					return beanName.equals("wrapped") ? new Object() : bean;
				}

			};
		}

		@Bean
		FollowedBeans followedBeans() {
			return "followed"::equals;
		}

		@Bean
		ReloadParticipant portFollows() {
			return (change) -> new ReloadStep() {

				@Override
				public void apply() {
				}

				@Override
				public void undo() {
				}

				@Override
				public Set<String> followedKeys() {
					return Set.of("server.port");
				}

			};
		}

	}

	static class Till {

		private int number;

		public int getNumber() {
			return this.number;
		}

		public void setNumber(int number) {
			if (number < 0) {
				throw new IllegalArgumentException("no such till");
			}
			this.number = number;
		}

		public void setPassword(String password) {
			throw new IllegalArgumentException(password + " is too short");
		}

	}

}
