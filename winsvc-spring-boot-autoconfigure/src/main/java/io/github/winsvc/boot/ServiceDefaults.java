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
import io.github.winsvc.reload.StartEnvironment;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives an application that runs as a service what it needs for that, unless it says
 * otherwise: it stays alive without a web server, and it logs to a file, because nobody
 * sees its console. Runs after the configuration is read and before logging begins.
 */
class ServiceDefaults implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

	static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 15;

	private static final String SOURCE = "winsvcServiceDefaults";

	private final RunningService service;

	private final StartEnvironment startEnvironment;

	ServiceDefaults(RunningService service, SpringApplication application) {
		this.service = service;
		this.startEnvironment = new StartEnvironment(application, this::addTo, OperatorFile.path().orElse(null));
	}

	StartEnvironment startEnvironment() {
		return this.startEnvironment;
	}

	@Override
	public int getOrder() {
		return ORDER;
	}

	@Override
	public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
		ConfigurableEnvironment environment = event.getEnvironment();
		this.startEnvironment.addTo(environment);
		configure(WinsvcProperties.get(Binder.get(environment)), StopTimeout.of(environment));
	}

	private void addTo(ConfigurableEnvironment environment) {
		OperatorFile.addTo(environment);
		environment.getPropertySources().addLast(new MapPropertySource(SOURCE, defaults(environment)));
		WinsvcProperties properties = WinsvcProperties.get(Binder.get(environment));
		StartProperties.add(this.service.start(), properties.getStart().isArgumentsAsProperties(),
				environment.getPropertySources());
	}

	private void configure(WinsvcProperties properties, Duration stopTimeout) {
		this.service.host()
			.limit(new Deadlines(properties.getStart().getNoProgressTimeout(), properties.getStart().getTimeout(),
					stopTimeout, properties.getPause().getTimeout(), properties.getLiveness().getGrace()));
		this.service.application().dumpThreadsOn(properties.getControls().getThreadDumpCode());
	}

	private static Map<String, Object> defaults(ConfigurableEnvironment environment) {
		Map<String, Object> defaults = new LinkedHashMap<>();
		defaults.put("spring.main.keep-alive", "true");
		ServiceHome home = ServiceHome.ofThisProcess();
		if (home != null && !environment.containsProperty("logging.file.path")) {
			defaults.put("logging.file.name",
					home.logs().resolve(System.getProperty(ServiceCommandLine.MARKER) + ".log").toString());
		}
		return defaults;
	}

}
