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

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindingPostProcessor;
import org.springframework.boot.context.properties.ConstructorBound;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Binds and validates copies of beans against a candidate, in a context that sees the
 * validators and converters of the application and nothing of its environment.
 */
class DryRun implements AutoCloseable {

	private final ConfigurableApplicationContext live;

	private final ConfigChange change;

	private final GenericApplicationContext context;

	DryRun(ConfigurableApplicationContext live, ConfigChange change) {
		this.live = live;
		this.change = change;
		ConfigurableListableBeanFactory parent = live.getBeanFactory();
		DefaultListableBeanFactory beans = new DefaultListableBeanFactory(parent);
		beans.setConversionService(parent.getConversionService());
		beans.addPropertyEditorRegistrar(parent::copyRegisteredEditorsTo);
		this.context = new GenericApplicationContext(beans);
		this.context.setEnvironment(change.candidate());
		ClassLoader classLoader = live.getClassLoader();
		if (classLoader != null) {
			this.context.setClassLoader(classLoader);
		}
		ConfigurationPropertiesBindingPostProcessor.register(this.context);
		this.context.refresh();
	}

	/**
	 * Bind and validate a copy of a bean.
	 * @return the copy, {@code null} if none can be made
	 * @throws RuntimeException if the candidate has no valid values for it
	 */
	@Nullable Object bind(PropertiesBean bean) {
		if (bean.constructorBound()) {
			return ConstructorBound.from(this.context.getBeanFactory(), bean.name(), bean.type());
		}
		if (!bean.canBeCopied()) {
			return null;
		}
		define(bean);
		Object copy = BeanUtils.instantiateClass(bean.type());
		if (bean.target() != null) {
			boolean removed = !this.change.removedKeysOf(bean.prefix()).isEmpty();
			keepOtherValues(ConfigChange.nameOf(bean.prefix()), bean.target(), copy, removed,
					Collections.newSetFromMap(new IdentityHashMap<>()));
		}
		this.context
			.getBean(ConfigurationPropertiesBindingPostProcessor.BEAN_NAME,
					ConfigurationPropertiesBindingPostProcessor.class)
			.postProcessBeforeInitialization(copy, bean.name());
		return copy;
	}

	/**
	 * Tell Spring Boot all it needs to know of the bean: its annotations may be those of
	 * a method.
	 */
	private void define(PropertiesBean bean) {
		BeanDefinition definition = this.live.getBeanFactory().getMergedBeanDefinition(bean.name());
		RootBeanDefinition copy = new RootBeanDefinition(bean.type());
		if (definition instanceof RootBeanDefinition root) {
			copy.setResolvedFactoryMethod(root.getResolvedFactoryMethod());
		}
		for (String attribute : definition.attributeNames()) {
			copy.setAttribute(attribute, definition.getAttribute(attribute));
		}
		copy.setLazyInit(true);
		this.context.registerBeanDefinition(bean.name(), copy);
	}

	/**
	 * Give the copy what the application itself has set. That are the values of which the
	 * configuration says nothing, before or after.
	 */
	private void keepOtherValues(ConfigurationPropertyName prefix, Object target, Object copy, boolean removed,
			Set<Object> seen) {
		if (!seen.add(copy)) {
			return;
		}
		for (BeanProperty property : BeanProperty.of(copy.getClass())) {
			ConfigurationPropertyName name = property.nameBelow(prefix);
			Object now = property.getField(target);
			Object next = property.getField(copy);
			// A field without methods may be that of a property with another name
			if (property.hasWritableField() && (property.isDeclared() || !removed) && !isConfigured(name)) {
				property.setField(copy, now);
			}
			else if (now != null && next != null && BeanProperty.areNested(now, next)) {
				keepOtherValues(name, now, next, removed, seen);
			}
		}
	}

	private boolean isConfigured(ConfigurationPropertyName name) {
		return isConfigured(name, this.change.live()) || isConfigured(name, this.change.candidate());
	}

	private static boolean isConfigured(ConfigurationPropertyName name, ConfigurableEnvironment environment) {
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			if (source.getConfigurationProperty(name) != null
					|| source.containsDescendantOf(name) == ConfigurationPropertyState.PRESENT) {
				return true;
			}
		}
		return false;
	}

	@Override
	public void close() {
		this.context.close();
	}

}
