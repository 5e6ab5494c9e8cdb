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

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;

import org.jspecify.annotations.Nullable;

/**
 * A bean that is bound to properties.
 *
 * @param name the name of the bean
 * @param type its class, without proxies
 * @param prefix the prefix of its properties
 * @param constructorBound whether its properties are those of a constructor
 * @param target the object that holds the properties, {@code null} if the bean is of a
 * scope that makes such objects anew
 */
record PropertiesBean(String name, Class<?> type, String prefix, boolean constructorBound, @Nullable Object target) {

	/**
	 * Whether another object of the class can be made, which has the values that stand
	 * without any property.
	 */
	boolean canBeCopied() {
		if (Modifier.isAbstract(this.type.getModifiers())) {
			return false;
		}
		for (Constructor<?> constructor : this.type.getDeclaredConstructors()) {
			if (constructor.getParameterCount() == 0) {
				return true;
			}
		}
		return false;
	}

}
