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
import java.util.ArrayList;
import java.util.List;

import io.github.winsvc.command.CommandRequest;
import io.github.winsvc.command.CommandSettings;
import io.github.winsvc.command.Manner;
import io.github.winsvc.command.PasswordSource;
import io.github.winsvc.command.UsageException;
import io.github.winsvc.launch.ApplicationArchive;
import io.github.winsvc.launch.ConfiguredLaunch;
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

	private static final Duration LONGEST_STOP = Duration.ofDays(49);

	private static final String HEAP_DUMP = "HeapDumpOnOutOfMemoryError";

	private final Environment environment;

	private final SpringApplication application;

	private final CommandProperties properties;

	private final RegistrationProperties registration;

	private final SecurityProperties security;

	private final Problems problems = new Problems();

	/**
	 * Read the configuration.
	 * @throws UsageException if a value cannot be read, or is a password
	 */
	CommandConfiguration(Environment environment, SpringApplication application) {
		this.environment = environment;
		this.application = application;
		MisplacedPassword.refuse(environment);
		PropertyReader reader = new PropertyReader(Binder.get(environment), this.problems);
		this.properties = reader.read(CommandProperties.class);
		// What the service could not start with shall not be installed
		RuntimeProperties.TYPES.forEach(reader::read);
		this.registration = reader.read(RegistrationProperties.class);
		this.security = reader.read(SecurityProperties.class);
		reader.throwIfIncomplete();
	}

	CommandProperties properties() {
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
		ConfiguredLaunch configured = configured();
		ServiceHome home = new WantedHome(name, this.registration, System::getenv).home();
		ServiceSettings wanted = new WantedSettings(name, this.registration, preshutdownTimeout(), this.problems).all();
		this.problems.throwIfAny();
		return new CommandSettings(name, wanted, this.registration.getAccount() != null, this.properties.getTimeout(),
				this.properties.isAdopt(), archive, jvm(configured), configured.argumentsBefore(request.arguments()),
				configured, ServerPort.of(this.environment, webApplicationType()),
				HealthAddress.of(this.environment, webApplicationType()), home, this.security.policy(),
				LogDefaults.log(this.environment, home, name.value()), manner(request));
	}

	private Manner manner(CommandRequest request) {
		return new Manner(!this.properties.isNoStart(), this.properties.isWait(), this.properties.isForce(),
				this.properties.isDryRun(), this.properties.getFormat(), passwordSource(), this.properties.isFollow(),
				this.properties.isRestartIfNeeded(), request.value());
	}

	private @Nullable PasswordSource passwordSource() {
		String source = this.properties.getPasswordFrom();
		return (source != null) ? PasswordSource.parse(source) : null;
	}

	private Duration preshutdownTimeout() {
		try {
			Duration stop = StopTimeout.of(this.environment);
			if (!stop.isNegative() && stop.compareTo(LONGEST_STOP) <= 0) {
				return stop.plus(PRESHUTDOWN_MARGIN);
			}
		}
		catch (ArithmeticException ex) {
			// Too long to be counted, and to be waited for
		}
		if (StopTimeout.isOfPhase(this.environment)) {
			this.problems.add("A stop cannot take four times spring.lifecycle.timeout-per-shutdown-phase, which it is "
					+ "given unless winsvc.stop.timeout is set: it can take 0s to 49d.");
		}
		return PRESHUTDOWN_MARGIN;
	}

	private ConfiguredLaunch configured() {
		List<String> options = new ArrayList<>(this.registration.getJvmOptions());
		if (StringUtils.hasText(this.registration.getWorkingDirectory())) {
			options.add("-Duser.dir=" + this.registration.getWorkingDirectory());
		}
		return new ConfiguredLaunch(options, this.registration.getArguments(), this.registration.getLayout(),
				this.environment.getProperty("winsvc.archive.enabled", Boolean.class, true));
	}

	private RunningJvm jvm(ConfiguredLaunch configured) {
		RunningJvm jvm = RunningJvm.current().with(configured.options());
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
