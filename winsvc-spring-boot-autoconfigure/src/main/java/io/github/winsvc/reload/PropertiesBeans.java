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

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.ConfigurationPropertiesBean;
import org.springframework.boot.context.properties.bind.BindMethod;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.ClassUtils;

/**
 * The beans of a context that are bound to properties: classes with the annotation, and
 * whatever a method with the annotation returns. No bean is created to find out.
 */
class PropertiesBeans {

	private static final String REFRESH_SCOPE = "refresh";

	private final ConfigurableApplicationContext context;

	PropertiesBeans(ConfigurableApplicationContext context) {
		this.context = context;
	}

	/**
	 * Return the beans that are bound to properties which change.
	 */
	List<PropertiesBean> affectedBy(ConfigChange change) {
		List<PropertiesBean> affected = new ArrayList<>();
		for (String name : this.context.getBeanFactory().getBeanDefinitionNames()) {
			PropertiesBean bean = find(name);
			if (bean != null && change.affects(bean.prefix())) {
				affected.add(bean);
			}
		}
		return affected;
	}

	private @Nullable PropertiesBean find(String name) {
		ConfigurableListableBeanFactory beans = this.context.getBeanFactory();
		BeanDefinition definition = beans.getMergedBeanDefinition(name);
		if (definition.isAbstract()) {
			return null;
		}
		if (REFRESH_SCOPE.equals(definition.getScope())) {
			return scoped(name, definition);
		}
		Object instance = (definition.isSingleton() && beans.containsSingleton(name)) ? beans.getSingleton(name) : null;
		return (instance != null && !instance.equals(null) && !isWrapped(definition, instance)) ? bound(name, instance)
				: null;
	}

	/**
	 * Whether the bean is of another type than what is bound, because something has
	 * wrapped it.
	 */
	private static boolean isWrapped(BeanDefinition definition, Object instance) {
		Method method = (definition instanceof RootBeanDefinition root) ? root.getResolvedFactoryMethod() : null;
		return method != null && !ClassUtils.isAssignableValue(method.getReturnType(), instance);
	}

	private @Nullable PropertiesBean bound(String name, Object instance) {
		ConfigurationPropertiesBean bound = ConfigurationPropertiesBean.get(this.context, instance, name);
		if (bound == null) {
			return null;
		}
		Object target = AopProxyUtils.getSingletonTarget(instance);
		return new PropertiesBean(name, ClassUtils.getUserClass(AopUtils.getTargetClass(instance)),
				bound.getAnnotation().prefix(), bound.asBindTarget().getBindMethod() == BindMethod.VALUE_OBJECT,
				(target != null) ? target : instance);
	}

	private @Nullable PropertiesBean scoped(String name, BeanDefinition definition) {
		ConfigurableListableBeanFactory beans = this.context.getBeanFactory();
		ConfigurationProperties annotation = beans.findAnnotationOnBean(name, ConfigurationProperties.class, false);
		Class<?> type = beans.getType(name, false);
		return (annotation != null && type != null)
				? new PropertiesBean(name, ClassUtils.getUserClass(type), annotation.prefix(),
						definition.getAttribute(BindMethod.class.getName()) == BindMethod.VALUE_OBJECT, null)
				: null;
	}

}
