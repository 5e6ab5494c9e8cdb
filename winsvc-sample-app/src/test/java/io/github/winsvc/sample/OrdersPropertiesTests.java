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

package io.github.winsvc.sample;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Tests for {@link OrdersProperties}.
 */
@ExtendWith(OutputCaptureExtension.class)
class OrdersPropertiesTests {

	@Test
	void whenNothingIsSetThenDefaultsApply() {
		new ApplicationContextRunner().withUserConfiguration(PropertiesOnly.class).run((context) -> {
			OrdersProperties properties = context.getBean(OrdersProperties.class);
			assertThat(properties.getFulfilmentInterval()).isEqualTo(Duration.ofSeconds(10));
			assertThat(properties.getFulfilmentBatchSize()).isEqualTo(50);
			assertThat(properties.getMaxLines()).isEqualTo(100);
			assertThat(properties.getMaxListed()).isEqualTo(100);
		});
	}

	@ParameterizedTest
	@CsvSource({ "fulfilment-batch-size, fulfilmentBatchSize, 0, must be greater than or equal to 1",
			"fulfilment-batch-size, fulfilmentBatchSize, 1001, must be less than or equal to 1000",
			"fulfilment-interval, fulfilmentInterval, 99ms, must be longer than or equal to 100 millis",
			"max-lines, maxLines, 0, must be greater than or equal to 1",
			"max-listed, maxListed, 0, must be greater than or equal to 1" })
	void whenSettingIsInvalidThenStartFailsAndSaysWhy(String name, String field, String value, String reason,
			CapturedOutput output) {
		SpringApplication application = new SpringApplication(PropertiesOnly.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		assertThatException().isThrownBy(() -> application.run("--orders." + name + "=" + value));
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("Property: orders." + field)
			.contains("Reason: " + reason);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(OrdersProperties.class)
	static class PropertiesOnly {

	}

}
