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

package io.github.winsvc.event;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.github.winsvc.scm.ServiceControl;

import org.springframework.context.event.EventListener;

/**
 * Marks a method that is called when the SCM sends the service one of the given controls.
 * The method has no parameter or a {@link ServiceControl}. It is an
 * {@link EventListener}, so it may have an order or be asynchronous; without that it is
 * called on the thread {@code winsvc-news}, one control after the other.
 *
 * <pre>
 * &#64;OnServiceControl(200)
 * void importNow() {
 * 	this.importer.run();
 * }
 * </pre>
 *
 * An operator sends a control with {@code sc.exe control <name> 200}. In an application
 * that does not run as a service the method is never called.
 *
 * @since 0.1.0
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@EventListener(ServiceControl.class)
public @interface OnServiceControl {

	/**
	 * Return the codes of the controls: 128 to 255, which Windows leaves to applications,
	 * or one of Windows' own that informs the service, such as 6 for PARAMCHANGE. Stop,
	 * pause and the like are not among them, because the service itself acts on these.
	 * @return the values of {@code dwControl}
	 */
	int[] value();

}
