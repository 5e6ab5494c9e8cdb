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

import java.beans.PropertyDescriptor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * A property of a class, with the methods that read and write it, else its field: Spring
 * Boot binds with setters that have no getter, or are not public, too.
 *
 * @param name the name as it is written in configuration
 * @param getter the method that reads it
 * @param setter the method that writes it
 * @param field its field
 */
record BeanProperty(ConfigurationPropertyName name, @Nullable Method getter, @Nullable Method setter,
		@Nullable Field field) {

	static List<BeanProperty> of(Class<?> type) {
		Map<ConfigurationPropertyName, BeanProperty> properties = new LinkedHashMap<>();
		for (Class<?> current = type; current != null && current != Object.class; current = current.getSuperclass()) {
			for (Field field : current.getDeclaredFields()) {
				if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
					ConfigurationPropertyName name = nameOf(field.getName());
					properties.putIfAbsent(name, new BeanProperty(name, null, null, field));
				}
			}
		}
		for (PropertyDescriptor descriptor : BeanUtils.getPropertyDescriptors(type)) {
			ConfigurationPropertyName name = nameOf(descriptor.getName());
			BeanProperty known = properties.get(name);
			properties.put(name, new BeanProperty(name, descriptor.getReadMethod(), descriptor.getWriteMethod(),
					(known != null) ? known.field() : null));
		}
		return properties.values().stream().filter((property) -> !property.name().isEmpty()).toList();
	}

	private static ConfigurationPropertyName nameOf(String property) {
		return ConfigurationPropertyName.adapt(DataObjectPropertyName.toDashedForm(property), '.');
	}

	ConfigurationPropertyName nameBelow(ConfigurationPropertyName prefix) {
		return prefix.append(this.name);
	}

	/**
	 * Whether there are methods for it.
	 */
	boolean isDeclared() {
		return this.getter != null || this.setter != null;
	}

	@Nullable Object get(Object bean) {
		if (this.getter != null) {
			ReflectionUtils.makeAccessible(this.getter);
			return ReflectionUtils.invokeMethod(this.getter, bean);
		}
		return getField(bean);
	}

	/**
	 * Whether a value that is read can be written.
	 */
	boolean isWritable() {
		return (this.setter != null && (this.getter != null || this.field != null)) || hasWritableField();
	}

	boolean hasWritableField() {
		return this.field != null && !Modifier.isFinal(this.field.getModifiers());
	}

	void set(Object bean, @Nullable Object value) {
		if (this.setter != null) {
			ReflectionUtils.makeAccessible(this.setter);
			ReflectionUtils.invokeMethod(this.setter, bean, value);
		}
		else {
			setField(bean, value);
		}
	}

	/**
	 * Read the value without a call of any method.
	 */
	@Nullable Object getField(Object bean) {
		if (this.field == null) {
			return null;
		}
		ReflectionUtils.makeAccessible(this.field);
		return ReflectionUtils.getField(this.field, bean);
	}

	void setField(Object bean, @Nullable Object value) {
		if (this.field != null) {
			ReflectionUtils.makeAccessible(this.field);
			ReflectionUtils.setField(this.field, bean, value);
		}
	}

	/**
	 * Whether values are objects whose own properties were bound, not ones that were made
	 * of them.
	 */
	static boolean areNested(@Nullable Object now, @Nullable Object next) {
		if (now == null || next == null || now.getClass() != next.getClass()) {
			return false;
		}
		Class<?> type = now.getClass();
		return !type.getName().startsWith("java") && !type.isEnum() && !type.isArray()
				&& !BeanUtils.isSimpleValueType(type) && !(now instanceof Collection) && !(now instanceof Map)
				&& ClassUtils.hasConstructor(type);
	}

}
