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

package io.github.winsvc.boot;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.boot.autoconfigure.condition.ConditionEvaluationReport;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Leaves the auto-configurations of winsvc out of an application that is no service, so
 * that a plain run reads none of them to find out that its conditions do not match.
 */
final class ServiceImportFilter implements AutoConfigurationImportFilter, Condition, BeanFactoryAware {

	private static final String OWN = "io.github.winsvc.autoconfigure.";

	private boolean service;

	private @Nullable ConditionEvaluationReport report;

	@Override
	public void setBeanFactory(BeanFactory beanFactory) {
		this.service = beanFactory.containsBean(RunningService.HOST_BEAN_NAME);
		this.report = (beanFactory instanceof ConfigurableListableBeanFactory beans)
				? ConditionEvaluationReport.get(beans) : null;
	}

	@Override
	public boolean[] match(@Nullable String[] candidates, AutoConfigurationMetadata metadata) {
		boolean[] matches = new boolean[candidates.length];
		for (int i = 0; i < candidates.length; i++) {
			String candidate = candidates[i];
			matches[i] = this.service || candidate == null || !candidate.startsWith(OWN);
			if (!matches[i] && this.report != null) {
				this.report.recordConditionEvaluation(candidate, this,
						ConditionOutcome.noMatch("the application does not run as a service"));
			}
		}
		return matches;
	}

	@Override
	public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
		return this.service;
	}

}
