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

package io.github.winsvc.command;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests for {@link ProcessPasswordInput}.
 */
class ProcessPasswordInputTests {

	private static ProcessPasswordInput input(byte[] bytes) {
		return new ProcessPasswordInput(() -> new ByteArrayInputStream(bytes));
	}

	private static String read(String text) throws IOException {
		return new String(input(text.getBytes(StandardCharsets.UTF_8)).readLine());
	}

	@ParameterizedTest
	@CsvSource({ "horse,horse", "horse#R#N,horse", "horse#N,horse", "horse#Nmore,horse", "#Bhorse#R#N,horse",
			"' horse ',' horse '", "gr\u00fc\u00dfe \uD83D\uDC0E,gr\u00fc\u00dfe \uD83D\uDC0E", "'',''", "#N,''",
			"ho#Rrse#R#N,ho#Rrse" })
	void whenALineIsReadThenItsEndAndAMarkBeforeItAreCut(String line, String password) throws IOException {
		assertThat(read(control(line))).isEqualTo(control(password));
	}

	private static String control(String text) {
		return text.replace("#R", "\r").replace("#N", "\n").replace("#B", "\uFEFF");
	}

	@Test
	void whenTheLineIsNotUtf8ThenThatIsSaidWithoutIt() {
		assertThatIOException().isThrownBy(() -> input(new byte[] { 'h', (byte) 0xFC, 'n' }).readLine())
			.withMessage("the line is not in UTF-8");
	}

	@Test
	void whenTheLineEndsWithinACharacterThenItIsNotUtf8() {
		assertThatIOException().isThrownBy(() -> input(new byte[] { 'h', (byte) 0xC3 }).readLine())
			.withMessage("the line is not in UTF-8");
	}

	@Test
	void whenThereIsNoEndOfTheLineThenReadingEnds() {
		assertThatIOException().isThrownBy(() -> read("x".repeat(5000))).withMessageContaining("4096 bytes");
	}

	@Test
	void whenAVariableIsNotSetThenThereIsNone() {
		assertThat(input(new byte[0]).variable("WINSVC_TEST_NO_SUCH_VARIABLE")).isNull();
		assertThat(input(new byte[0]).variable("PATH")).isEqualTo(System.getenv("PATH").toCharArray());
	}

}
