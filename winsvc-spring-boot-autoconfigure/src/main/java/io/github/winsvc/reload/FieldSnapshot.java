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
import java.util.List;

import org.springframework.util.ReflectionUtils;

/**
 * The values of all fields of an object at one time, which it can be given back.
 */
class FieldSnapshot {

	private final List<Runnable> restore = new ArrayList<>();

	FieldSnapshot(Object object) {
		for (Class<?> type = object.getClass(); type != null
				&& type.getClassLoader() != null; type = type.getSuperclass()) {
			for (Field field : type.getDeclaredFields()) {
				if ((field.getModifiers() & (Modifier.STATIC | Modifier.FINAL)) == 0) {
					remember(field, object);
				}
			}
		}
	}

	private void remember(Field field, Object object) {
		ReflectionUtils.makeAccessible(field);
		Object value = ReflectionUtils.getField(field, object);
		this.restore.add(() -> ReflectionUtils.setField(field, object, value));
	}

	void restore() {
		this.restore.forEach(Runnable::run);
	}

}
