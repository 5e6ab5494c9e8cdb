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

import java.nio.file.InvalidPathException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.winsvc.command.CommandRequest;
import io.github.winsvc.command.CommandSettings;
import io.github.winsvc.command.Manner;
import io.github.winsvc.command.UsageException;
import io.github.winsvc.launch.ApplicationArchive;
import io.github.winsvc.launch.RunningJvm;
import io.github.winsvc.launch.ServiceHome;
import io.github.winsvc.scm.ServiceName;
import io.github.winsvc.scm.ServiceSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * What a verb works with, taken from the configuration of the application.
 */
class CommandConfiguration {

	/** Between the end of a stop by force and the end of Windows' patience. */
	private static final Duration PRESHUTDOWN_MARGIN = Duration.ofSeconds(10);

	private static final String HEAP_DUMP = "HeapDumpOnOutOfMemoryError";

	private final Environment environment;

	private final SpringApplication application;

	private final WinsvcProperties properties;

	private final RegistrationProperties registration;

	/**
	 * Read the configuration.
	 * @throws UsageException if a value is not valid
	 */
	CommandConfiguration(Environment environment, SpringApplication application) {
		this.environment = environment;
		this.application = application;
		Binder binder = Binder.get(environment);
		this.properties = bind(binder, WinsvcProperties.class);
		this.registration = bind(binder, RegistrationProperties.class);
	}

	private static <P> P bind(Binder binder, Class<P> type) {
		try {
			return binder.bindOrCreate("winsvc", type);
		}
		catch (BindException ex) {
			throw new UsageException(BindProblem.text(ex));
		}
	}

	WinsvcProperties properties() {
		return this.properties;
	}

	/**
	 * Return what a verb works with.
	 * @throws UsageException if a value is not valid
	 */
	CommandSettings settings(CommandRequest request) {
		try {
			return read(request);
		}
		catch (BindException ex) {
			throw new UsageException(BindProblem.text(ex));
		}
	}

	private CommandSettings read(CommandRequest request) {
		ApplicationArchive archive = ApplicationArchive.find(System.getProperty("java.class.path")).orElse(null);
		ServiceName name = name(archive);
		List<String> all = new ArrayList<>(this.registration.getArguments());
		all.addAll(request.arguments());
		ServiceSettings wanted = new WantedSettings(name, this.registration, preshutdownTimeout()).all();
		return new CommandSettings(name, wanted, timeout(), this.properties.isAdopt(), archive, jvm(), all,
				ServerPort.of(this.environment, webApplicationType()),
				HealthAddress.of(this.environment, webApplicationType()), home(name),
				LogDefaults.log(this.environment, home(name), name.value()), manner(request));
	}

	private Manner manner(CommandRequest request) {
		return new Manner(this.properties.isWait(), this.properties.isForce(), this.properties.isDryRun(),
				this.properties.getFormat(), this.properties.isFollow(), request.value());
	}

	private Duration timeout() {
		Duration timeout = this.properties.getTimeout();
		if (timeout.isNegative()) {
			throw new UsageException(
					"'%s' cannot be the value of winsvc.timeout: it can be 0s or more.".formatted(timeout));
		}
		return timeout;
	}

	private Duration preshutdownTimeout() {
		try {
			Duration stop = StopTimeout.of(this.environment);
			if (!stop.isNegative()) {
				return stop.plus(PRESHUTDOWN_MARGIN);
			}
		}
		catch (ArithmeticException ex) {
			// Too long to be counted, and to be waited for
		}
		throw new UsageException("A stop cannot take the time that winsvc.stop.timeout, or else "
				+ "spring.lifecycle.timeout-per-shutdown-phase, gives it: it can be 0s to 49d.");
	}

	private static ServiceHome home(ServiceName name) {
		try {
			return ServiceHome.of(name, System.getenv("ProgramData"));
		}
		catch (InvalidPathException ex) {
			throw new UsageException(
					"'%s' cannot be a service name: no directory can have it. Choose another with ".formatted(name)
							+ "--winsvc.name=<name>.");
		}
	}

	private RunningJvm jvm() {
		List<String> options = new ArrayList<>(this.registration.getJvmOptions());
		if (StringUtils.hasText(this.registration.getWorkingDirectory())) {
			options.add("-Duser.dir=" + this.registration.getWorkingDirectory());
		}
		RunningJvm jvm = RunningJvm.current().with(options);
		boolean decided = jvm.options().stream().anyMatch((option) -> option.endsWith(HEAP_DUMP));
		return (this.registration.isHeapDump() && !decided) ? jvm.with(List.of("-XX:+" + HEAP_DUMP)) : jvm;
	}

	private ServiceName name(@Nullable ApplicationArchive archive) {
		String name = this.properties.getName();
		if (!StringUtils.hasText(name)) {
			name = this.environment.getProperty("spring.application.name");
		}
		if (!StringUtils.hasText(name) && archive != null) {
			name = archive.baseName();
		}
		if (!StringUtils.hasText(name)) {
			throw new UsageException("The service has no name. Give it one with winsvc.name, in application.yml or as "
					+ "--winsvc.name=<name>.");
		}
		try {
			return new ServiceName(name);
		}
		catch (IllegalArgumentException ex) {
			throw new UsageException(ex.getMessage() + ". Choose another with --winsvc.name=<name>.");
		}
	}

	/**
	 * Spring Boot binds the property only after the configuration is complete.
	 */
	private @Nullable WebApplicationType webApplicationType() {
		WebApplicationType configured = Binder.get(this.environment)
			.bind("spring.main.web-application-type", WebApplicationType.class)
			.orElse(null);
		return (configured != null) ? configured : this.application.getWebApplicationType();
	}

}
