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

import java.util.Collection;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.cloud.context.scope.refresh.RefreshScope;
import org.springframework.core.log.LogMessage;

/**
 * Spring Cloud's refresh scope, whose beans can be made anew without a caller noticing
 * before all of them are there.
 *
 * @since 0.1.0
 */
public final class TransactionalRefreshScope extends RefreshScope {

	private static final Log logger = LogFactory.getLog(TransactionalRefreshScope.class);

	private final ReloadScopeCache cache = new ReloadScopeCache();

	public TransactionalRefreshScope() {
		setScopeCache(this.cache);
	}

	boolean hasInstance(String name) {
		return this.cache.contains(name);
	}

	/**
	 * Have this thread make new instances of beans, which it alone sees.
	 */
	void stage(Collection<String> names) {
		this.cache.stage(names);
	}

	/**
	 * Let all have the new instances. Each former one is destroyed once no call is in it.
	 */
	void publish() {
		destroyAll(this.cache.publish());
	}

	/**
	 * Go on with the former instances.
	 */
	void discard() {
		Collection<String> names = this.cache.discard();
		names.forEach(getErrors()::remove);
		destroyAll(names);
	}

	private void destroyAll(Collection<String> names) {
		for (String name : names) {
			try {
				destroy(name);
			}
			catch (RuntimeException ex) {
				logger.error(LogMessage.format("The former instance of %s could not be destroyed", name), ex);
			}
		}
	}

}
