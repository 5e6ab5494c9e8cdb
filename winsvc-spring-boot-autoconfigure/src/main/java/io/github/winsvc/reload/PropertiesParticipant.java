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

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.util.StringUtils;

/**
 * Binds anew the beans whose properties change, and no others. All of them are bound and
 * validated as copies before.
 *
 * @since 0.1.0
 */
public final class PropertiesParticipant implements ReloadParticipant, Ordered {

	static final int ORDER = Ordered.HIGHEST_PRECEDENCE;

	/** Spring Cloud's property, which is honoured whether or not it is there. */
	private static final String NEVER_REFRESHABLE = "spring.cloud.refresh.never-refreshable";

	private final ConfigurableApplicationContext context;

	private final PropertiesBeans beans;

	/**
	 * Create a participant.
	 * @param context the context of the application
	 */
	public PropertiesParticipant(ConfigurableApplicationContext context) {
		this.context = context;
		this.beans = new PropertiesBeans(context);
	}

	@Override
	public int getOrder() {
		return ORDER;
	}

	@Override
	public ReloadStep prepare(ConfigChange change) {
		List<PropertiesBean> affected = this.beans.affectedBy(change);
		affected.removeIf(this::isFollowed);
		if (affected.isEmpty()) {
			return ReloadStep.NONE;
		}
		List<Rebinding> rebindings = new ArrayList<>();
		Set<String> keysForRestart = new TreeSet<>();
		List<String> reasons = new ArrayList<>();
		Set<String> fixed = StringUtils.commaDelimitedListToSet(
				change.candidate().getProperty(NEVER_REFRESHABLE, "com.zaxxer.hikari.HikariDataSource"));
		try (DryRun dryRun = new DryRun(this.context, change)) {
			for (PropertiesBean bean : affected) {
				try {
					Object copy = dryRun.bind(bean);
					if (isFixed(bean, fixed)) {
						keysForRestart.addAll(change.keysOf(bean.prefix()));
					}
					else if (bean.target() != null) {
						rebindings.add(new Rebinding(this.context, change, bean, bean.target(), copy));
						if (copy == null) {
							keysForRestart.addAll(change.removedKeysOf(bean.prefix()));
						}
					}
				}
				catch (RuntimeException | LinkageError ex) {
					reasons.addAll(ReloadProblem.reasons(ex));
				}
			}
		}
		if (!reasons.isEmpty()) {
			throw new ReloadRefusedException(reasons);
		}
		return new RebindingStep(rebindings, keysForRestart);
	}

	private boolean isFollowed(PropertiesBean bean) {
		return this.context.getBeanProvider(FollowedBeans.class)
			.stream()
			.anyMatch((followed) -> followed.contains(bean.name()));
	}

	private static boolean isFixed(PropertiesBean bean, Set<String> fixed) {
		return bean.target() != null
				&& (bean.constructorBound() || fixed.contains(bean.name()) || fixed.contains(bean.type().getName()));
	}

}
