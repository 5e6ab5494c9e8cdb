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

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * The values of all fields of an object at one time, which it can be given back, with the
 * contents of those that a change of its properties affects.
 */
class FieldSnapshot {

	private final List<Runnable> restore = new ArrayList<>();

	FieldSnapshot(Object object, ConfigChange change, ConfigurationPropertyName prefix) {
		Class<?> userClass = ClassUtils.getUserClass(object);
		for (Class<?> type = userClass; type != null && type.getClassLoader() != null; type = type.getSuperclass()) {
			for (Field field : type.getDeclaredFields()) {
				if ((field.getModifiers() & (Modifier.STATIC | Modifier.FINAL)) == 0) {
					remember(field, object);
				}
			}
		}
		for (BeanProperty property : BeanProperty.of(userClass)) {
			ConfigurationPropertyName name = property.nameBelow(prefix);
			Object value = property.getField(object);
			if (value != null && change.affects(name.toString())) {
				rememberContent(value, change, name);
			}
		}
	}

	private void remember(Field field, Object object) {
		ReflectionUtils.makeAccessible(field);
		Object value = ReflectionUtils.getField(field, object);
		this.restore.add(() -> ReflectionUtils.setField(field, object, value));
	}

	private void rememberContent(Object value, ConfigChange change, ConfigurationPropertyName name) {
		if (value instanceof Map<?, ?> map) {
			Map<Object, Object> entries = new LinkedHashMap<>(map);
			this.restore.add(() -> BeanTransfer.fill(map, entries));
		}
		else if (value instanceof Collection<?> collection) {
			List<Object> elements = new ArrayList<>(collection);
			this.restore.add(() -> BeanTransfer.fill(collection, elements));
		}
		else if (BeanProperty.areNested(value, value)) {
			this.restore.add(new FieldSnapshot(value, change, name)::restore);
		}
	}

	void restore() {
		this.restore.forEach(Runnable::run);
	}

}
