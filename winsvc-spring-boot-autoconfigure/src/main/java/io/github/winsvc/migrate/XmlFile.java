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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;

import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Reads a small XML file that nobody vouches for: without a DOCTYPE, and so without any
 * entity that could grow or name another file.
 */
final class XmlFile {

	private static final int MAX_SIZE = 256 * 1024;

	private XmlFile() {
	}

	static XmlElement read(Path file) throws MigrationException {
		try {
			if (Files.size(file) > MAX_SIZE) {
				throw new MigrationException("it has more than 256 KB, which is no configuration");
			}
			return parse(Files.readAllBytes(file));
		}
		catch (IOException ex) {
			throw new MigrationException("it cannot be read: " + ex);
		}
	}

	static XmlElement parse(byte[] xml) throws MigrationException {
		XmlHandler handler = new XmlHandler();
		try {
			parser().parse(new ByteArrayInputStream(xml), handler);
			return handler.root();
		}
		catch (SAXParseException ex) {
			throw new MigrationException(problem(xml) + ((ex.getLineNumber() < 1) ? ""
					: ", see line %d, column %d".formatted(ex.getLineNumber(), ex.getColumnNumber())));
		}
		catch (SAXException ex) {
			throw new MigrationException(String.valueOf(ex.getMessage()));
		}
		catch (IOException ex) {
			throw new MigrationException("its characters are not in the encoding that it declares");
		}
	}

	private static String problem(byte[] xml) {
		return new String(xml, StandardCharsets.ISO_8859_1).contains("<!DOCTYPE")
				? "it has a DOCTYPE, which is refused because it can name other files" : "it is not well-formed XML";
	}

	private static SAXParser parser() {
		try {
			SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
			factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
			factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
			return factory.newSAXParser();
		}
		catch (ParserConfigurationException | SAXException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
