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

package io.github.winsvc.scm;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Settings of a service, at most one of a kind, in the order in which they are applied.
 *
 * @since 0.1.0
 */
public final class ServiceSettings implements Iterable<ServiceSetting> {

	private final Map<Class<?>, ServiceSetting> settings = new LinkedHashMap<>();

	private ServiceSettings(Collection<? extends ServiceSetting> settings) {
		for (ServiceSetting setting : settings) {
			if (this.settings.put(setting.getClass(), setting) != null) {
				throw new IllegalArgumentException("More than one " + setting.label());
			}
		}
	}

	/**
	 * Return the given settings.
	 * @param settings the settings, at most one of a kind
	 * @return the settings
	 */
	public static ServiceSettings of(Collection<? extends ServiceSetting> settings) {
		return new ServiceSettings(settings);
	}

	/**
	 * Return the given settings.
	 * @param settings the settings, at most one of a kind
	 * @return the settings
	 */
	public static ServiceSettings of(ServiceSetting... settings) {
		return new ServiceSettings(List.of(settings));
	}

	/**
	 * Return the settings with one of them replaced, or added behind the others.
	 * @param setting the setting
	 * @return the settings in the same order
	 */
	public ServiceSettings with(ServiceSetting setting) {
		Map<Class<?>, ServiceSetting> all = new LinkedHashMap<>(this.settings);
		all.put(setting.getClass(), setting);
		return new ServiceSettings(all.values());
	}

	/**
	 * Return the setting of a kind.
	 * @param <S> the kind
	 * @param kind the kind
	 * @return the setting, if there is one
	 */
	public <S extends ServiceSetting> Optional<S> find(Class<S> kind) {
		return Optional.ofNullable(kind.cast(this.settings.get(kind)));
	}

	/**
	 * Return the setting of a kind that must be there.
	 * @param <S> the kind
	 * @param kind the kind
	 * @return the setting
	 * @throws IllegalStateException if there is none
	 */
	public <S extends ServiceSetting> S get(Class<S> kind) {
		return find(kind).orElseThrow(() -> new IllegalStateException("No setting of " + kind.getSimpleName()));
	}

	@Override
	public Iterator<ServiceSetting> iterator() {
		return List.copyOf(this.settings.values()).iterator();
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof ServiceSettings that && that.settings.equals(this.settings);
	}

	@Override
	public int hashCode() {
		return this.settings.hashCode();
	}

	@Override
	public String toString() {
		return this.settings.values().toString();
	}

}
