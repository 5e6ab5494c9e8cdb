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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.winsvc.autoconfigure.WinsvcHealthAutoConfiguration;
import io.github.winsvc.autoconfigure.WinsvcLivenessAutoConfiguration;
import io.github.winsvc.autoconfigure.WinsvcMetricsAutoConfiguration;
import io.github.winsvc.autoconfigure.WinsvcResourceAutoConfiguration;
import io.github.winsvc.host.ServiceHost;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.cloud.context.refresh.ContextRefresher;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.mockito.Mockito.mock;

/**
 * An application whose configuration is in a directory of a test. It runs as a service
 * would, or with Spring Cloud alone.
 */
public final class ReloadedApplication implements AutoCloseable {

	private final Path directory;

	private final Class<?>[] sources;

	private final List<String> arguments = new ArrayList<>();

	private ConfigurableApplicationContext context;

	public ReloadedApplication(Path directory, Class<?>... sources) {
		this.directory = directory;
		this.sources = sources;
		this.arguments.add("--spring.config.location=optional:file:%s/".formatted(directory));
		this.arguments.add("--spring.main.banner-mode=off");
		this.arguments.add("--winsvc.reload.watch=false");
	}

	public ReloadedApplication with(String... arguments) {
		this.arguments.addAll(List.of(arguments));
		return this;
	}

	/**
	 * Have the files watched, as a service does.
	 */
	ReloadedApplication watched() {
		this.arguments.remove("--winsvc.reload.watch=false");
		return this;
	}

	public ReloadedApplication write(String... lines) {
		return writeFile("application.yml", lines);
	}

	public ReloadedApplication writeFile(String name, String... lines) {
		try {
			Path file = this.directory.resolve(name);
			Files.createDirectories(file.getParent());
			Files.writeString(file, String.join("\n", lines) + "\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return this;
	}

	public ReloadedApplication delete(String name) {
		try {
			Files.delete(this.directory.resolve(name));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return this;
	}

	/**
	 * Run the application with the reload of winsvc.
	 */
	public ReloadedApplication start() {
		SpringApplication application = application();
		StartEnvironment environment = new StartEnvironment(application, (candidate) -> {
		}, null);
		environment.listeners().forEach(application::addListeners);
		application.addInitializers((prepared) -> {
			prepared.getBeanFactory().registerSingleton("winsvcServiceHost", mock(ServiceHost.class));
			prepared.getBeanFactory().registerSingleton(StartEnvironment.BEAN_NAME, environment);
		});
		this.context = application.run(this.arguments.toArray(String[]::new));
		return this;
	}

	/**
	 * Run the application with Spring Cloud alone.
	 */
	public ReloadedApplication startPlain() {
		this.context = application().run(this.arguments.toArray(String[]::new));
		return this;
	}

	private SpringApplication application() {
		List<Class<?>> all = new ArrayList<>(List.of(this.sources));
		all.add(Auto.class);
		SpringApplication application = new SpringApplication(all.toArray(Class<?>[]::new));
		application.setWebApplicationType(WebApplicationType.NONE);
		application.setDefaultProperties(Map.of("origin", "defaults"));
		return application;
	}

	public ReloadResult reload() {
		return bean(ConfigReloader.class).reload("test");
	}

	public ReloadResult.Applied apply() {
		ReloadResult result = reload();
		if (result instanceof ReloadResult.Applied applied) {
			return applied;
		}
		throw new AssertionError(result);
	}

	public ReloadResult.Rejected reject() {
		ReloadResult result = reload();
		if (result instanceof ReloadResult.Rejected rejected) {
			return rejected;
		}
		throw new AssertionError(result);
	}

	/**
	 * Have Spring Cloud's own refresher refresh.
	 */
	public void refresh() {
		bean(ContextRefresher.class).refresh();
	}

	public <T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	public String property(String key) {
		return this.context.getEnvironment().getProperty(key);
	}

	public List<String> sources() {
		return this.context.getEnvironment().getPropertySources().stream().map((source) -> source.getName()).toList();
	}

	public ConfigurableApplicationContext context() {
		return this.context;
	}

	@Override
	public void close() {
		if (this.context != null) {
			this.context.close();
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration(exclude = { WinsvcHealthAutoConfiguration.class, WinsvcLivenessAutoConfiguration.class,
			WinsvcMetricsAutoConfiguration.class, WinsvcResourceAutoConfiguration.class })
	static class Auto {

	}

}
