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

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.github.winsvc.command.CommandRequest;
import io.github.winsvc.command.CommandRunner;
import io.github.winsvc.command.CommandSettings;
import io.github.winsvc.command.ExitStatus;
import io.github.winsvc.command.Machine;
import io.github.winsvc.command.Output;
import io.github.winsvc.command.ProcessPasswordInput;
import io.github.winsvc.command.Time;
import io.github.winsvc.command.UsageException;
import io.github.winsvc.command.Verb;
import io.github.winsvc.doctor.LocalSurroundings;
import io.github.winsvc.launch.Invocation;
import io.github.winsvc.launch.NativeLibrary;
import io.github.winsvc.launch.ToolsExtractor;
import io.github.winsvc.scm.OutputPipe;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.win32.WindowsAccountRights;
import io.github.winsvc.win32.WindowsDirectories;
import io.github.winsvc.win32.WindowsElevation;
import io.github.winsvc.win32.WindowsEventLogReader;
import io.github.winsvc.win32.WindowsInspection;
import io.github.winsvc.win32.WindowsRegistry;
import io.github.winsvc.win32.WindowsServiceManager;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.BootstrapContext;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.json.JsonWriter;
import org.springframework.context.ApplicationListener;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SimpleCommandLinePropertySource;

/**
 * A run of a verb instead of the application. The verb runs once the configuration is
 * read, before logging begins or any bean exists; then the process ends with its exit
 * status.
 */
class CommandRun implements ActiveRun, ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

	private final SpringApplication application;

	private final String[] arguments;

	private final Machine machine;

	private final ProcessEnd processEnd;

	/** Leads to the process that has asked for this one, if there is one. */
	private @Nullable PrintStream relay;

	private boolean ended;

	private CommandRun(SpringApplication application, String[] arguments, Machine machine, ProcessEnd processEnd) {
		this.application = application;
		this.arguments = arguments;
		this.machine = machine;
		this.processEnd = processEnd;
	}

	/**
	 * Refuse the command line at once if it cannot be understood, or wait for the
	 * configuration.
	 */
	static CommandRun start(SpringApplication application, String[] arguments, BootstrapContext context) {
		CommandRun run = new CommandRun(application, arguments,
				Collaborators.get(context, Machine.class, CommandRun::thisMachine),
				Collaborators.get(context, ProcessEnd.class, JvmEnd::new));
		run.prepare(context.getOrElse(Machine.class, null) != null || ProcessRole.isWindows());
		return run;
	}

	private static Machine thisMachine() {
		return new Machine(WindowsServiceManager::open, new WindowsDirectories(),
				() -> NativeLibrary.forArchitecture(System.getProperty("os.arch")), new ToolsExtractor(), Time.SYSTEM,
				new LocalSurroundings(new WindowsInspection(), new WindowsAccountRights()), new WindowsRegistry(),
				new WindowsElevation(), new WindowsAccountRights(), new ProcessPasswordInput(),
				new WindowsEventLogReader());
	}

	private void prepare(boolean windows) {
		try {
			if (windows) {
				connectRelay();
			}
			CommandRequest request = CommandRequest.parse(this.arguments);
			if (request.verb().isExplanation()) {
				end(CommandRunner.explain(request.verb(), request.value(), output(isJsonWanted())));
			}
			else if (!windows) {
				throw new UsageException("This is %s, and only Windows has services. Without a verb the application "
					.formatted(System.getProperty("os.name")) + "runs here as anywhere.");
			}
			else {
				this.application.addListeners(this);
			}
		}
		catch (UsageException ex) {
			end(CommandRunner.refuse(output(isJsonWanted()), ex));
		}
	}

	/**
	 * An elevated process cannot be seen. It does nothing unless it is heard.
	 * @throws UsageException if nobody hears it
	 */
	private void connectRelay() {
		String name = System.getProperty(OutputPipe.PROPERTY);
		if (name == null) {
			return;
		}
		try {
			this.relay = new PrintStream(this.machine.elevation().connect(new OutputPipe(name)), true,
					StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException | ScmException | LinkageError ex) {
			throw new UsageException("-D%s is for processes that --winsvc.elevate starts. This one is not heard: %s"
				.formatted(OutputPipe.PROPERTY, ex.getMessage()));
		}
	}

	@Override
	public int getOrder() {
		return ServiceDefaults.ORDER;
	}

	@Override
	public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
		CommandRequest request = CommandRequest.parse(this.arguments);
		correctProperties(event.getEnvironment(), request.verb());
		try {
			addOperatorFile(event.getEnvironment());
			CommandConfiguration configuration = new CommandConfiguration(event.getEnvironment(), this.application);
			Output output = output(configuration.properties().getOutput() == CommandProperties.Output.JSON);
			CommandSettings settings = configuration.settings(request);
			CommandRunner runner = new CommandRunner(this.machine, output);
			boolean elevate = configuration.properties().isElevate() && this.relay == null;
			end(elevate ? runner.runElevated(request.verb(), settings, Invocation.current(this.arguments))
					: runner.run(request.verb(), settings));
		}
		catch (UsageException ex) {
			end(CommandRunner.refuse(output(isJsonWanted()), ex));
		}
		catch (LinkageError ex) {
			end(CommandRunner.refuse(output(isJsonWanted()), new UsageException(
					"JNA cannot reach Windows: %s. If its library is blocked, name another directory ".formatted(ex)
							+ "to unpack it to with -Djna.tmpdir=<directory>.")));
		}
	}

	private static void addOperatorFile(ConfigurableEnvironment environment) {
		try {
			OperatorFile.addTo(environment);
		}
		catch (IllegalStateException ex) {
			throw new UsageException(String.valueOf(ex.getMessage()));
		}
	}

	/**
	 * Correct what Spring Boot makes of the command line: a verb is no property, and
	 * {@code winsvc.stop} would hide those below it; an option that stands alone is on.
	 */
	private void correctProperties(ConfigurableEnvironment environment, Verb verb) {
		String[] corrected = Arrays.stream(this.arguments)
			.filter((argument) -> !argument.split("=", 2)[0].equalsIgnoreCase("--winsvc." + verb))
			.map((argument) -> argument.matches("--winsvc\\.[^=]+") ? argument + "=true" : argument)
			.toArray(String[]::new);
		environment.getPropertySources()
			.replace(CommandLinePropertySource.COMMAND_LINE_PROPERTY_SOURCE_NAME,
					new SimpleCommandLinePropertySource(corrected));
	}

	/**
	 * The configuration could not be read.
	 */
	@Override
	public void failed(Throwable failure) {
		if (!this.ended) {
			end(CommandRunner.refuse(output(isJsonWanted()),
					new UsageException("The configuration of the application cannot be read: "
							+ NestedExceptionUtils.getMostSpecificCause(failure).getMessage())));
		}
	}

	private void end(ExitStatus status) {
		this.ended = true;
		if (this.relay != null) {
			this.relay.close();
		}
		this.processEnd.exit(status.code());
	}

	private boolean isJsonWanted() {
		return Arrays.stream(this.arguments).anyMatch("--winsvc.output=json"::equalsIgnoreCase);
	}

	private Output output(boolean json) {
		PrintStream stream = (this.relay != null) ? this.relay : System.out;
		return json ? Output.json(stream, JsonWriter.standard()::writeToString) : Output.text(stream);
	}

}
