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

import java.util.List;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.test.context.AnnotatedClassFinder;

/**
 * Gives each test its service, and ends it.
 */
class WinsvcExtension implements ParameterResolver, AfterEachCallback {

	private static final Namespace NAMESPACE = Namespace.create(WinsvcExtension.class);

	@Override
	public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
		return ExtensionContextScope.TEST_METHOD;
	}

	@Override
	public boolean supportsParameter(ParameterContext parameterContext, ExtensionContext context) {
		return parameterContext.getParameter().getType() == TestService.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameterContext, ExtensionContext context) {
		if (context.getTestMethod().isEmpty()) {
			throw new ParameterResolutionException("A service belongs to one test. Take it as a parameter of a test "
					+ "method or of a method with @BeforeEach or @AfterEach");
		}
		return store(context).computeIfAbsent(TestService.class, (key) -> create(context));
	}

	@Override
	public void afterEach(ExtensionContext context) {
		TestService service = store(context).remove(TestService.class, TestService.class);
		if (service != null) {
			service.close();
		}
	}

	private static TestService create(ExtensionContext context) {
		Class<?> testClass = context.getRequiredTestClass();
		WinsvcTest annotation = annotation(testClass, context.getEnclosingTestClasses());
		Class<?> application = (annotation.application() != void.class) ? annotation.application()
				: findApplication(testClass);
		String name = annotation.name().isEmpty() ? application.getSimpleName() : annotation.name();
		return new TestService(name, MainMethod.of(application), annotation.args(), annotation.properties());
	}

	private static WinsvcTest annotation(Class<?> testClass, List<Class<?>> enclosing) {
		return AnnotationSupport.findAnnotation(testClass, WinsvcTest.class, enclosing)
			.orElseThrow(() -> new IllegalStateException(testClass + " has no @WinsvcTest"));
	}

	private static Class<?> findApplication(Class<?> testClass) {
		Class<?> found = new AnnotatedClassFinder(SpringBootConfiguration.class).findFromClass(testClass);
		if (found == null) {
			throw new IllegalStateException(
					"There is no @SpringBootApplication in the package of %s or above. Name it: @WinsvcTest(application = …)"
						.formatted(testClass.getName()));
		}
		return found;
	}

	private static Store store(ExtensionContext context) {
		return context.getStore(NAMESPACE);
	}

}
