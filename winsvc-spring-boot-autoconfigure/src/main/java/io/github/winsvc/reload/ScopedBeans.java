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

import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextAware;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.EmbeddedValueResolverAware;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.PropertyResolver;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Finds out which beans of the refresh scope a change affects: those that are made of
 * properties that change, by themselves or through beans they depend on. One of which
 * that cannot be known counts as affected.
 */
class ScopedBeans {

	private static final List<Class<?>> AWARE = List.of(EnvironmentAware.class, EmbeddedValueResolverAware.class,
			ApplicationContextAware.class, BeanFactoryAware.class);

	private final ConfigurableListableBeanFactory beans;

	private final PropertiesBeans propertiesBeans;

	private final String scope;

	ScopedBeans(ConfigurableApplicationContext context, String scope) {
		this.beans = context.getBeanFactory();
		this.propertiesBeans = new PropertiesBeans(context);
		this.scope = scope;
	}

	List<String> affectedBy(ConfigChange change) {
		Set<String> bound = this.propertiesBeans.affectedBy(change)
			.stream()
			.map(PropertiesBean::name)
			.collect(Collectors.toSet());
		List<String> affected = new ArrayList<>();
		for (String name : this.beans.getBeanDefinitionNames()) {
			if (this.scope.equals(this.beans.getMergedBeanDefinition(name).getScope())
					&& isAffected(name, change, bound)) {
				affected.add(name);
			}
		}
		return affected;
	}

	private boolean isAffected(String bean, ConfigChange change, Set<String> bound) {
		Set<String> seen = new HashSet<>();
		Deque<String> open = new ArrayDeque<>(List.of(bean));
		while (!open.isEmpty()) {
			String name = open.pop();
			if (seen.add(name)) {
				if (bound.contains(name) || readsEnvironment(name, change, name.equals(bean))) {
					return true;
				}
				open.addAll(List.of(this.beans.getDependenciesForBean(name)));
				open.addAll(factoryOf(name));
			}
		}
		return false;
	}

	private Collection<String> factoryOf(String name) {
		if (this.beans.containsBeanDefinition(name)) {
			String factory = this.beans.getMergedBeanDefinition(name).getFactoryBeanName();
			return (factory != null) ? List.of(factory) : List.of();
		}
		return List.of();
	}

	private boolean readsEnvironment(String name, ConfigChange change, boolean scoped) {
		Class<?> type = typeOf(name);
		if (type == null || PropertyResolver.class.isAssignableFrom(type)) {
			return true;
		}
		if (!this.beans.containsBeanDefinition(name)) {
			return false;
		}
		BeanDefinition definition = this.beans.getMergedBeanDefinition(name);
		if (scoped && isMadeElsewhere(name, definition)) {
			return true;
		}
		Placeholders placeholders = Placeholders.of(type, definition);
		return !placeholders.complete() || placeholders.keys().stream().anyMatch(change::affects)
				|| (isOfApplication(type) && canAsk(type, definition));
	}

	/**
	 * What a class of Spring reads of the environment has nothing to do with the beans of
	 * an application.
	 */
	private static boolean isOfApplication(Class<?> type) {
		return !type.getName().startsWith("org.springframework.");
	}

	/**
	 * Whether a bean is made by code that cannot be found. Spring Boot makes the
	 * constructor-bound ones, of the properties below their prefix.
	 */
	private boolean isMadeElsewhere(String name, BeanDefinition definition) {
		if (!(definition instanceof RootBeanDefinition root)) {
			return true;
		}
		boolean supplied = root.getInstanceSupplier() != null;
		boolean unresolved = root.getFactoryMethodName() != null && root.getResolvedFactoryMethod() == null;
		return (supplied || unresolved)
				&& this.beans.findAnnotationOnBean(name, ConfigurationProperties.class, false) == null;
	}

	private @Nullable Class<?> typeOf(String name) {
		Object singleton = this.beans.containsSingleton(name) ? this.beans.getSingleton(name) : null;
		Class<?> type = (singleton != null) ? singleton.getClass()
				: (this.beans.containsBean(name) ? this.beans.getType(name, false) : null);
		return (type != null) ? ClassUtils.getUserClass(type) : null;
	}

	/**
	 * Whether an object is given something that it can ask for any property.
	 */
	private static boolean canAsk(Class<?> type, BeanDefinition definition) {
		if (AWARE.stream().anyMatch((aware) -> aware.isAssignableFrom(type))) {
			return true;
		}
		Method factory = (definition instanceof RootBeanDefinition root) ? root.getResolvedFactoryMethod() : null;
		Stream<Executable> executables = Stream
			.concat(Stream.ofNullable(factory), Stream.concat(Arrays.stream(type.getDeclaredConstructors()),
					Arrays.stream(ReflectionUtils.getAllDeclaredMethods(type))
						.filter((method) -> !Modifier.isStatic(method.getModifiers()))
						.filter((method) -> method.getAnnotations().length > 0 && !Placeholders.isFactory(method))));
		Set<Class<?>> given = executables.flatMap((executable) -> Arrays.stream(executable.getParameterTypes()))
			.collect(Collectors.toCollection(HashSet::new));
		ReflectionUtils.doWithFields(type, (field) -> given.add(field.getType()),
				(field) -> !Modifier.isStatic(field.getModifiers()));
		return given.stream().anyMatch(ScopedBeans::canAsk);
	}

	private static boolean canAsk(Class<?> given) {
		return PropertyResolver.class.isAssignableFrom(given) || BeanFactory.class.isAssignableFrom(given)
				|| ObjectFactory.class.isAssignableFrom(given) || given == Binder.class
				|| given.getName().equals("jakarta.inject.Provider");
	}

}
