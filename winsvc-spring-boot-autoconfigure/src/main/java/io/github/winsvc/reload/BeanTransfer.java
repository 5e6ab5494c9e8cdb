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

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.util.ClassUtils;

/**
 * Gives a live object those values of a copy whose properties change, each in one step,
 * so that nobody sees a value that is neither the former nor the new one. All else in the
 * object stays as it is.
 */
class BeanTransfer {

	private final ConfigChange change;

	private final Deque<Runnable> undo = new ArrayDeque<>();

	BeanTransfer(ConfigChange change) {
		this.change = change;
	}

	void transfer(Object copy, Object live, ConfigurationPropertyName prefix) {
		for (BeanProperty property : BeanProperty.of(ClassUtils.getUserClass(live))) {
			ConfigurationPropertyName name = property.nameBelow(prefix);
			if (isChanged(name)) {
				transfer(property, copy, live, name);
			}
		}
	}

	private void transfer(BeanProperty property, Object copy, Object live, ConfigurationPropertyName name) {
		Object next = property.get(copy);
		Object now = property.get(live);
		if (now != null && next != null && BeanProperty.areNested(now, next)) {
			transfer(next, now, name);
		}
		else if (property.setter() == null && now instanceof Map<?, ?> map && next instanceof Map<?, ?> entries) {
			replace(map, entries);
		}
		else if (property.setter() == null && now instanceof Collection<?> collection
				&& next instanceof Collection<?> elements) {
			replace(collection, elements);
		}
		else if (property.isWritable()) {
			this.undo.push(() -> property.set(live, now));
			property.set(live, next);
		}
	}

	private void replace(Map<?, ?> map, Map<?, ?> entries) {
		Map<Object, Object> former = new LinkedHashMap<>(map);
		this.undo.push(() -> fill(map, former));
		fill(map, entries);
	}

	/**
	 * Give a map its new content. One that has it already may be immutable.
	 */
	@SuppressWarnings("unchecked")
	static void fill(Map<?, ?> map, Map<?, ?> entries) {
		if (map.equals(entries)) {
			return;
		}
		((Map<Object, Object>) map).putAll(entries);
		map.keySet().retainAll(entries.keySet());
	}

	private void replace(Collection<?> collection, Collection<?> elements) {
		List<Object> former = new ArrayList<>(collection);
		this.undo.push(() -> fill(collection, former));
		fill(collection, elements);
	}

	@SuppressWarnings("unchecked")
	static void fill(Collection<?> collection, Collection<?> elements) {
		if (new ArrayList<>(collection).equals(new ArrayList<>(elements))) {
			return;
		}
		collection.clear();
		((Collection<Object>) collection).addAll(elements);
	}

	private boolean isChanged(ConfigurationPropertyName name) {
		return this.change.keys().stream().anyMatch((key) -> ConfigChange.isAtOrBelow(name, key));
	}

	/**
	 * Give back what has been replaced. May be called more than once.
	 */
	void undo() {
		this.undo.forEach(Runnable::run);
	}

}
