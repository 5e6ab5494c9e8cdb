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

package io.github.winsvc.test;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * The {@code main} of an application.
 *
 * @param method the static method
 */
record MainMethod(Method method) {

	/**
	 * Return the {@code main} of a class or, if it is one of Kotlin, of its file.
	 */
	static MainMethod of(Class<?> application) {
		Method method = find(application);
		if (method == null) {
			String file = application.getName() + "Kt";
			method = ClassUtils.isPresent(file, application.getClassLoader())
					? find(ClassUtils.resolveClassName(file, application.getClassLoader())) : null;
		}
		if (method == null) {
			throw new IllegalStateException(
					"%s has no static method main(String[]), so it cannot be started".formatted(application.getName()));
		}
		ReflectionUtils.makeAccessible(method);
		return new MainMethod(method);
	}

	private static @Nullable Method find(Class<?> type) {
		Method method = ReflectionUtils.findMethod(type, "main", String[].class);
		return (method != null && Modifier.isStatic(method.getModifiers())) ? method : null;
	}

	void run(String[] arguments) throws Throwable {
		try {
			this.method.invoke(null, (Object) arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

}
