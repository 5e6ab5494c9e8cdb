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

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An element of an XML file.
 *
 * @param name the name
 * @param attributes the attributes
 * @param text the text within, that of its children too
 * @param children the elements within
 */
record XmlElement(String name, Map<String, String> attributes, String text, List<XmlElement> children) {

	List<XmlElement> all(String child) {
		return this.children.stream().filter((element) -> element.name().equals(child)).toList();
	}

	Optional<XmlElement> first(String child) {
		return all(child).stream().findFirst();
	}

	/**
	 * Return the text of the first such child, empty if it is blank.
	 */
	Optional<String> textOf(String child) {
		return first(child).map((element) -> element.text().strip()).filter((text) -> !text.isEmpty());
	}

	/**
	 * Whether there is such a child that does not say false.
	 */
	boolean isOn(String child) {
		return first(child).filter((element) -> !element.text().strip().equalsIgnoreCase("false")).isPresent();
	}

	Optional<String> attribute(String attribute) {
		return Optional.ofNullable(this.attributes.get(attribute));
	}

}
