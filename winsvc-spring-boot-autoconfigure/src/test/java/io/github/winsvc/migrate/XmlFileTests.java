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

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class XmlFileTests {

	@Test
	void whenElementsAreNestedThenTextAndAttributesAreRead() throws MigrationException {
		XmlElement root = parse("<a x='1'>b<!-- c --><c>d<![CDATA[<e>]]></c><c off='no'> false </c></a>");
		assertThat(root.text().strip()).isEqualTo("bd<e> false");
		assertThat(root.attribute("x")).hasValue("1");
		assertThat(root.textOf("c")).hasValue("d<e>");
		assertThat(root.all("c")).hasSize(2);
		assertThat(root.isOn("c")).isTrue();
		assertThat(root.isOn("missing")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
			"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
			"<!DOCTYPE a [<!ENTITY b 'bb'><!ENTITY c '&b;&b;&b;'>]><a>&c;</a>",
			"<!DOCTYPE a [<!ENTITY % b SYSTEM 'http://localhost/b.dtd'>%b;]><a/>" })
	void whenFileHasADoctypeThenItIsRefused(String xml) {
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> parse(xml))
			.withMessageMatching(
					"it has a DOCTYPE, which is refused because it can name other files, see line 1, column \\d+");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "text", "<a>", "<a></b>", "<a/><b/>", "<a b=c/>", "<a>&b;</a>", "\u0000" })
	void whenFileIsNoXmlThenItIsRefused(String xml) {
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> parse(xml))
			.withMessageStartingWith("it is not well-formed XML");
	}

	@Test
	void whenElementsAreNestedTooDeepThenThatIsRefused() {
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> parse("<a>".repeat(50_000)))
			.withMessageContaining("nested more than 20 deep");
	}

	@Test
	void whenCharactersAreNotOfTheEncodingThenThatIsRefused() {
		byte[] xml = "<a>\u00e4</a>".getBytes(StandardCharsets.ISO_8859_1);
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> XmlFile.parse(xml))
			.withMessageMatching("its characters are not in the encoding that it declares|it is not well-formed XML.*");
	}

	@Test
	void whenFileIsTooBigThenThatIsRefused(@TempDir Path directory) throws IOException {
		Path file = directory.resolve("big.xml");
		Files.writeString(file, "<a>" + " ".repeat(300_000) + "</a>");
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> XmlFile.read(file))
			.withMessageStartingWith("it has more than 256 KB");
	}

	private static XmlElement parse(String xml) throws MigrationException {
		return XmlFile.parse(xml.getBytes(StandardCharsets.UTF_8));
	}

}
