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

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.winsvc.host.Deadlines;
import io.github.winsvc.launch.ServiceCommandLine;
import io.github.winsvc.launch.ServiceHome;
import io.github.winsvc.logs.LogFormat;
import io.github.winsvc.registry.RegistryConfiguration;
import io.github.winsvc.reload.StartEnvironment;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.log.LogMessage;

/**
 * Gives an application that runs as a service what it needs for that, unless it says
 * otherwise: it stays alive without a web server, and it logs to a file, because nobody
 * sees its console, and monitoring finds it. Runs after the configuration is read and
 * before logging begins.
 */
class ServiceDefaults implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

	static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 15;

	private static final Log logger = LogFactory.getLog(ServiceDefaults.class);

	private final RunningService service;

	private final RegistryConfiguration registry;

	private final StartEnvironment startEnvironment;

	private final boolean captured;

	private @Nullable String logProblem;

	/**
	 * Create the defaults.
	 * @param captured whether a file takes the place of the console
	 */
	ServiceDefaults(RunningService service, SpringApplication application, boolean captured) {
		this.service = service;
		this.registry = new RegistryConfiguration(service.key());
		this.startEnvironment = new StartEnvironment(application, this.registry::addTo, this::addTo,
				OperatorFile.path().orElse(null));
		this.captured = captured;
	}

	StartEnvironment startEnvironment() {
		return this.startEnvironment;
	}

	RegistryConfiguration registry() {
		return this.registry;
	}

	@Override
	public int getOrder() {
		return ORDER;
	}

	@Override
	public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
		ConfigurableEnvironment environment = event.getEnvironment();
		this.startEnvironment.addTo(environment);
		Binder binder = Binder.get(environment);
		this.registry.settle(environment, isOnUnlessSaid("winsvc.registry.enabled", binder),
				isOnUnlessSaid("winsvc.reload.environment", binder));
		this.logProblem = LogDefaults.problem(environment);
		if (this.logProblem != null) {
			environment.getPropertySources()
				.addFirst(new MapPropertySource("winsvcNoLogFile", LogDefaults.withoutFile()));
		}
		WinsvcProperties properties = WinsvcProperties.get(Binder.get(environment));
		configure(properties, StopTimeout.of(properties, environment));
	}

	private void addTo(ConfigurableEnvironment environment) {
		OperatorFile.addTo(environment);
		MutablePropertySources sources = environment.getPropertySources();
		StartProperties.add(this.service.start(),
				isOnUnlessSaid("winsvc.start.arguments-as-properties", Binder.get(environment)), sources);
		RuntimeProperties.require(Binder.get(environment));
		sources.addLast(new MapPropertySource("winsvcServiceDefaults", defaults(environment)));
	}

	/**
	 * Read one property where all of them are read anew soon.
	 */
	private static boolean isOnUnlessSaid(String property, Binder binder) {
		return binder.bind(property, Boolean.class).orElse(true);
	}

	private void configure(WinsvcProperties properties, Duration stopTimeout) {
		this.service.host()
			.limit(new Deadlines(properties.getStart().getNoProgressTimeout(), properties.getStart().getTimeout(),
					stopTimeout, properties.getPause().getTimeout(), properties.getLiveness().getGrace()));
		this.service.application().dumpThreadsOn(properties.getControls().getThreadDumpCode());
	}

	private Map<String, Object> defaults(ConfigurableEnvironment environment) {
		Map<String, Object> defaults = new LinkedHashMap<>();
		defaults.put("spring.main.keep-alive", "true");
		// Or else the first request waits for what RUNNING says is ready
		defaults.put("spring.mvc.servlet.load-on-startup", "1");
		String name = System.getProperty(ServiceCommandLine.MARKER, this.service.start().name());
		LogFormat format = Binder.get(environment)
			.bind("winsvc.logs.format", LogFormat.class)
			.orElse(new WinsvcProperties.Logs().getFormat());
		defaults.putAll(LogDefaults.of(environment, ServiceHome.ofThisProcess(), name, format, this.captured));
		defaults.putAll(MonitoringDefaults.of(environment, this.service.start().name()));
		return defaults;
	}

	/**
	 * Say once that there is no log file, to whoever can hear it.
	 */
	void loggingHasBegun() {
		this.registry.loggingHasBegun();
		if (this.logProblem != null) {
			logger.warn(LogMessage.format("The application logs to no file, because it cannot be written: %s",
					this.logProblem));
		}
	}

}
