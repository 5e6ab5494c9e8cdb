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

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.boot.bootstrap.DefaultBootstrapContext;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.DefaultPropertiesPropertySource;
import org.springframework.boot.support.EnvironmentPostProcessorApplicationListener;
import org.springframework.boot.support.EnvironmentPostProcessorsFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.log.LogMessage;

/**
 * Remembers how the environment of the application was made at its start, and makes it
 * anew in the same way: what was there before the configuration was read is kept, then
 * all {@link EnvironmentPostProcessor environment post-processors} run again, that of the
 * configuration data among them. What was added after the start is kept as well.
 *
 * @since 0.1.0
 */
public final class StartEnvironment {

	/** The name of this object among the beans of the application. */
	public static final String BEAN_NAME = "winsvcStartEnvironment";

	private static final int POST_PROCESSORS = EnvironmentPostProcessorApplicationListener.DEFAULT_ORDER;

	private static final Log logger = LogFactory.getLog(StartEnvironment.class);

	private final SpringApplication application;

	private final Consumer<ConfigurableEnvironment> preparation;

	private final Consumer<ConfigurableEnvironment> additions;

	private final @Nullable Path additionalFile;

	private final Set<String> made = new LinkedHashSet<>();

	private List<PropertySource<?>> base = List.of();

	private String[] activeProfiles = {};

	private String[] defaultProfiles = {};

	private ConfigurableBootstrapContext bootstrapContext = new DefaultBootstrapContext();

	private Instant preparedAt = Instant.EPOCH;

	/**
	 * Create an object for a run of an application.
	 * @param application the application
	 * @param additions adds to an environment what is not made by a post-processor
	 * @param additionalFile the file that is read for that, whether or not it exists
	 */
	public StartEnvironment(SpringApplication application, Consumer<ConfigurableEnvironment> additions,
			@Nullable Path additionalFile) {
		this(application, (environment) -> {
		}, additions, additionalFile);
	}

	/**
	 * Create an object for a run of an application.
	 * @param application the application
	 * @param preparation puts into an environment what is there before the configuration
	 * is read, beside that which is kept
	 * @param additions adds to an environment what is not made by a post-processor
	 * @param additionalFile the file that is read for that, whether or not it exists
	 */
	public StartEnvironment(SpringApplication application, Consumer<ConfigurableEnvironment> preparation,
			Consumer<ConfigurableEnvironment> additions, @Nullable Path additionalFile) {
		this.application = application;
		this.preparation = preparation;
		this.additions = additions;
		this.additionalFile = additionalFile;
	}

	/**
	 * Return the listeners that have to be added to the application before it runs.
	 * @return the listeners
	 */
	public List<ApplicationListener<?>> listeners() {
		return List.of(new PreparedListener(POST_PROCESSORS - 1, this::begin),
				new PreparedListener(POST_PROCESSORS + 1, (event) -> made(event.getEnvironment(), this.base)));
	}

	private void begin(ApplicationEnvironmentPreparedEvent event) {
		ConfigurableEnvironment environment = event.getEnvironment();
		this.preparedAt = Instant.now();
		this.bootstrapContext = event.getBootstrapContext();
		this.activeProfiles = environment.getActiveProfiles();
		this.defaultProfiles = environment.getDefaultProfiles();
		this.base = environment.getPropertySources()
			.stream()
			.filter((source) -> !ConfigurationPropertySources.isAttachedConfigurationPropertySource(source))
			.toList();
		this.preparation.accept(environment);
	}

	/**
	 * Make the additions to the environment of the application.
	 * @param environment the environment
	 */
	public void addTo(ConfigurableEnvironment environment) {
		List<PropertySource<?>> before = environment.getPropertySources().stream().toList();
		this.additions.accept(environment);
		made(environment, before);
	}

	private void made(ConfigurableEnvironment environment, List<PropertySource<?>> before) {
		Set<String> added = names(environment.getPropertySources());
		before.forEach((source) -> added.remove(source.getName()));
		this.made.addAll(added);
	}

	/**
	 * Make an environment anew. Nothing that is live is touched.
	 * @throws RuntimeException if the configuration cannot be read
	 */
	Candidate candidate(ConfigurableEnvironment live) {
		MutablePropertySources sources = new MutablePropertySources();
		for (PropertySource<?> source : this.base) {
			PropertySource<?> current = live.getPropertySources().get(source.getName());
			if (current != null) {
				sources.addLast(current);
			}
		}
		CandidateEnvironment environment = new CandidateEnvironment(sources);
		environment.setConversionService(live.getConversionService());
		environment.setActiveProfiles(this.activeProfiles);
		environment.setDefaultProfiles(this.defaultProfiles);
		ConfigurationPropertySources.attach(environment);
		Set<String> before = names(sources);
		this.preparation.accept(environment);
		for (EnvironmentPostProcessor postProcessor : postProcessors()) {
			postProcessor.postProcessEnvironment(environment, this.application);
		}
		this.additions.accept(environment);
		Set<String> madeNow = names(sources);
		madeNow.removeAll(before);
		Set<String> unreached = UnreachedServers.missing(live.getPropertySources(), this.made, environment);
		if (!unreached.isEmpty()) {
			logger.warn(LogMessage.format(
					"A server of the configuration does not answer. What it has said before stays " + "in effect: %s",
					String.join(", ", unreached)));
			madeNow.addAll(unreached);
		}
		keepOthers(live, sources, unreached);
		DefaultPropertiesPropertySource.moveToEnd(sources);
		ConfigurationPropertySources.attach(environment);
		return new Candidate(environment, madeNow);
	}

	private List<EnvironmentPostProcessor> postProcessors() {
		ResourceLoader loader = this.application.getResourceLoader();
		return EnvironmentPostProcessorsFactory.fromSpringFactories((loader != null) ? loader.getClassLoader() : null)
			.getEnvironmentPostProcessors((destination) -> destination.get(), this.bootstrapContext);
	}

	/**
	 * Keep the sources that somebody has added after the start, at their places among the
	 * others, and the sources behind the configuration there.
	 */
	private void keepOthers(ConfigurableEnvironment live, MutablePropertySources sources, Set<String> unreached) {
		List<PropertySource<?>> all = live.getPropertySources().stream().toList();
		int last = lastMade(all);
		String former = null;
		for (int i = 0; i < all.size(); i++) {
			PropertySource<?> source = all.get(i);
			PropertySource<?> known = sources.get(source.getName());
			if ((this.made.contains(source.getName()) && !unreached.contains(source.getName()))
					|| ConfigurationPropertySources.isAttachedConfigurationPropertySource(source)) {
				former = (known != null) ? source.getName() : former;
			}
			else if (i > last) {
				sources.addLast((known != null) ? known : source);
			}
			else {
				if (known == null) {
					addAfter(former, source, sources);
				}
				former = source.getName();
			}
		}
	}

	private int lastMade(List<PropertySource<?>> sources) {
		for (int i = sources.size() - 1; i >= 0; i--) {
			if (this.made.contains(sources.get(i).getName())) {
				return i;
			}
		}
		return sources.size();
	}

	private static void addAfter(@Nullable String former, PropertySource<?> source, MutablePropertySources sources) {
		if (former != null) {
			sources.addAfter(former, source);
		}
		else {
			sources.addFirst(source);
		}
	}

	/**
	 * The candidate has become the environment of the application.
	 */
	void adopted(Candidate candidate) {
		this.made.clear();
		this.made.addAll(candidate.madeSources());
	}

	/**
	 * Return when the configuration was read at the start, or a little before.
	 */
	Instant preparedAt() {
		return this.preparedAt;
	}

	@Nullable Path additionalFile() {
		return this.additionalFile;
	}

	private static Set<String> names(MutablePropertySources sources) {
		Set<String> names = new LinkedHashSet<>();
		sources.forEach((source) -> names.add(source.getName()));
		return names;
	}

	private record PreparedListener(int order, Consumer<ApplicationEnvironmentPreparedEvent> action)
			implements
				ApplicationListener<ApplicationEnvironmentPreparedEvent>,
				Ordered {

		@Override
		public int getOrder() {
			return this.order;
		}

		@Override
		public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
			this.action.accept(event);
		}

	}

}
