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

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindingPostProcessor;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Gives one bean its new values. A bean that does something once its properties are set
 * is destroyed and initialized for that, as Spring Cloud does.
 */
class Rebinding {

	private final ConfigurableListableBeanFactory beans;

	private final ConfigChange change;

	private final PropertiesBean bean;

	private final Object target;

	private final @Nullable Object copy;

	private final boolean callbacks;

	private final BeanTransfer transfer;

	private @Nullable FieldSnapshot fields;

	private boolean begun;

	private boolean initialized;

	/**
	 * Prepare to bind a bean.
	 * @param target the object that holds its properties
	 * @param copy a copy that has the new values, {@code null} if none can be made
	 */
	Rebinding(ConfigurableApplicationContext context, ConfigChange change, PropertiesBean bean, Object target,
			@Nullable Object copy) {
		this.beans = context.getBeanFactory();
		this.change = change;
		this.bean = bean;
		this.target = target;
		this.copy = copy;
		this.callbacks = LifecycleCallbacks.has(target, this.beans.getMergedBeanDefinition(bean.name()));
		this.transfer = new BeanTransfer(change);
	}

	void apply() {
		this.begun = true;
		ConfigurationPropertyName prefix = ConfigChange.nameOf(this.bean.prefix());
		if (this.copy != null) {
			this.transfer.transfer(this.copy, this.target, prefix);
		}
		else {
			this.fields = new FieldSnapshot(this.target, this.change, prefix);
			bind();
		}
		if (this.callbacks) {
			this.initialized = true;
			initialize();
		}
	}

	void undo() {
		if (!this.begun) {
			return;
		}
		restore();
		if (this.initialized) {
			initialize();
			// To be initialized is to be bound, too
			restore();
		}
	}

	private void restore() {
		this.transfer.undo();
		if (this.fields != null) {
			this.fields.restore();
		}
	}

	private void bind() {
		this.beans
			.getBean(ConfigurationPropertiesBindingPostProcessor.BEAN_NAME,
					ConfigurationPropertiesBindingPostProcessor.class)
			.postProcessBeforeInitialization(this.target, this.bean.name());
	}

	private void initialize() {
		this.beans.destroyBean(this.target);
		this.beans.initializeBean(this.target, this.bean.name());
	}

	@Override
	public String toString() {
		return "%s, %s".formatted(this.bean.name(), this.change.keysOf(this.bean.prefix()));
	}

}
