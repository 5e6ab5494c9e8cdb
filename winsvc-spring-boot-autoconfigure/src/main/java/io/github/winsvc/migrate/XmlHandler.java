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

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Builds elements out of what a parser tells.
 */
final class XmlHandler extends DefaultHandler {

	private static final int MAX_DEPTH = 20;

	private final Deque<Open> open = new ArrayDeque<>();

	private @Nullable XmlElement root;

	XmlElement root() throws SAXException {
		if (this.root == null) {
			throw new SAXException("it has no element");
		}
		return this.root;
	}

	@Override
	public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
		if (this.open.size() == MAX_DEPTH) {
			throw new SAXException("its elements are nested more than " + MAX_DEPTH + " deep");
		}
		Map<String, String> values = new HashMap<>();
		for (int i = 0; i < attributes.getLength(); i++) {
			values.put(attributes.getQName(i), attributes.getValue(i));
		}
		this.open.push(new Open(qName, values, new StringBuilder(), new ArrayList<>()));
	}

	@Override
	public void characters(char[] characters, int start, int length) {
		if (!this.open.isEmpty()) {
			this.open.element().text().append(characters, start, length);
		}
	}

	@Override
	public void endElement(String uri, String localName, String qName) {
		XmlElement element = this.open.pop().close();
		if (this.open.isEmpty()) {
			this.root = element;
		}
		else {
			this.open.element().text().append(element.text());
			this.open.element().children().add(element);
		}
	}

	@Override
	public void fatalError(SAXParseException ex) throws SAXException {
		throw ex;
	}

	/**
	 * An element whose end has not been met.
	 */
	private record Open(String name, Map<String, String> attributes, StringBuilder text, List<XmlElement> children) {

		XmlElement close() {
			return new XmlElement(this.name, Map.copyOf(this.attributes), this.text.toString(),
					List.copyOf(this.children));
		}

	}

}
