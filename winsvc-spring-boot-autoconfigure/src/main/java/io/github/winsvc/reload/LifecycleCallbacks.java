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

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.util.ReflectionUtils;

/**
 * Finds out whether a bean does anything with its properties once they are set.
 */
final class LifecycleCallbacks {

	private static final Set<String> ANNOTATIONS = Set.of("jakarta.annotation.PostConstruct",
			"jakarta.annotation.PreDestroy");

	private LifecycleCallbacks() {
	}

	static boolean has(Object bean, BeanDefinition definition) {
		if (bean instanceof InitializingBean || bean instanceof DisposableBean
				|| definition.getInitMethodName() != null) {
			return true;
		}
		for (Method method : ReflectionUtils.getAllDeclaredMethods(bean.getClass())) {
			if (Arrays.stream(method.getDeclaredAnnotations())
				.map(Annotation::annotationType)
				.anyMatch((type) -> ANNOTATIONS.contains(type.getName()))) {
				return true;
			}
		}
		return false;
	}

}
