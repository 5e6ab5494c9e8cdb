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

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.winsvc.scm.ServiceControl;

import org.springframework.context.ApplicationEvent;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationListenerMethodAdapter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.Assert;

/**
 * Calls a method that is marked with {@link OnServiceControl}.
 */
class OnServiceControlListener extends ApplicationListenerMethodAdapter {

	private final Set<Integer> codes;

	OnServiceControlListener(String beanName, Class<?> type, Method method) {
		super(beanName, type, method);
		this.codes = codesOf(method);
	}

	private static Set<Integer> codesOf(Method method) {
		OnServiceControl annotation = AnnotatedElementUtils.findMergedAnnotation(method, OnServiceControl.class);
		Assert.state(annotation != null, "'method' must be annotated");
		Set<Integer> codes = Arrays.stream(annotation.value()).boxed().collect(Collectors.toSet());
		codes.stream().filter((code) -> !ControlListeners.canBeHeard(code)).findFirst().ifPresent((code) -> {
			throw new IllegalStateException(
					"@OnServiceControl on %s names the control %d. Name 128 to 255 or a control that informs the service, "
						.formatted(method, code)
							+ "such as 6 (PARAMCHANGE); the service itself acts on stop and pause");
		});
		return codes;
	}

	Set<Integer> codes() {
		return this.codes;
	}

	@Override
	public void onApplicationEvent(ApplicationEvent event) {
		if (event instanceof PayloadApplicationEvent<?> payload
				&& payload.getPayload() instanceof ServiceControl control && this.codes.contains(control.code())) {
			super.onApplicationEvent(event);
		}
	}

}
