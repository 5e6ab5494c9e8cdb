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

import java.util.List;

import org.springframework.cloud.context.scope.refresh.RefreshScopeRefreshedEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;

/**
 * Makes the beans of Spring Cloud's refresh scope anew that a change affects. They are
 * made at once, and take the place of the former ones when all else has succeeded.
 *
 * @since 0.1.0
 */
public final class RefreshScopeParticipant implements ReloadParticipant, Ordered {

	private final ConfigurableApplicationContext context;

	private final TransactionalRefreshScope scope;

	private final ScopedBeans beans;

	/**
	 * Create a participant.
	 * @param context the context of the application
	 * @param scope its refresh scope
	 */
	public RefreshScopeParticipant(ConfigurableApplicationContext context, TransactionalRefreshScope scope) {
		this.context = context;
		this.scope = scope;
		this.beans = new ScopedBeans(context, scope.getConversationId());
	}

	@Override
	public int getOrder() {
		return PropertiesParticipant.ORDER + 20;
	}

	@Override
	public ReloadStep prepare(ConfigChange change) {
		return new ScopeStep(this.beans.affectedBy(change).stream().filter(this.scope::hasInstance).toList());
	}

	private final class ScopeStep implements ReloadStep {

		private final List<String> names;

		private boolean begun;

		private ScopeStep(List<String> names) {
			this.names = names;
		}

		@Override
		public void apply() {
			this.begun = true;
			RefreshScopeParticipant.this.scope.stage(this.names);
			this.names.forEach(RefreshScopeParticipant.this.context::getBean);
		}

		@Override
		public void undo() {
			if (this.begun) {
				RefreshScopeParticipant.this.scope.discard();
			}
		}

		@Override
		public void commit() {
			RefreshScopeParticipant.this.scope.publish();
			RefreshScopeParticipant.this.context.publishEvent(new RefreshScopeRefreshedEvent());
		}

	}

}
