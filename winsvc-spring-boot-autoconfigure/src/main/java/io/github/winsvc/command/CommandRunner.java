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

package io.github.winsvc.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceManager;
import io.github.winsvc.scm.ServiceName;
import org.jspecify.annotations.Nullable;

/**
 * Does what an operator asks for. Whatever happens is printed and ends in an
 * {@link ExitStatus}; nothing is thrown.
 *
 * @since 0.1.0
 */
public final class CommandRunner {

	private final Machine machine;

	private final Output output;

	/**
	 * Create a new runner.
	 * @param machine what commands act upon
	 * @param output where they speak
	 */
	public CommandRunner(Machine machine, Output output) {
		this.machine = machine;
		this.output = output;
	}

	/**
	 * Do what a verb stands for.
	 * @param verb the verb
	 * @param settings what to do it with
	 * @return how it ended
	 */
	public ExitStatus run(Verb verb, CommandSettings settings) {
		if (verb.isExplanation()) {
			return explain(verb, settings.manner().value(), this.output);
		}
		ServiceName name = settings.name();
		if (verb == Verb.DOCTOR) {
			return finish(this.output, verb, name, new DoctorCommand(this.machine, this.output).run(settings));
		}
		try (ServiceManager manager = this.machine.manager().get()) {
			Result result = command(verb, settings.manner())
				.run(new Context(settings, this.machine, manager, this.output));
			return finish(this.output, verb, name, result);
		}
		catch (CommandException ex) {
			return fail(this.output, verb, name, ex);
		}
		catch (ScmException ex) {
			return fail(this.output, verb, name,
					CommandException.of("%s the service '%s'".formatted(tried(verb), name), ex));
		}
		catch (UsageException ex) {
			return fail(this.output, verb, name,
					new CommandException(ExitStatus.USAGE, String.valueOf(ex.getMessage())));
		}
		catch (RuntimeException ex) {
			return fail(this.output, verb, name, new CommandException(ExitStatus.FAILED,
					"Could not %s the service '%s', unexpectedly: %s".formatted(tried(verb), name, ex)));
		}
	}

	/**
	 * Tell of the verbs, anywhere.
	 * @param verb a verb that is an explanation
	 * @param topic what to explain, {@code null} for an overview
	 * @param output where to
	 * @return the exit status
	 */
	public static ExitStatus explain(Verb verb, @Nullable String topic, Output output) {
		if (verb == Verb.COMPLETION) {
			List<String> script = CompletionScript.lines();
			script.forEach(output::line);
			return finish(output, verb, null, new Result(ExitStatus.DONE, Map.of("script", script)));
		}
		List<String> lines = (topic != null) ? HelpPage.of(topic).lines() : HelpPage.overview();
		lines.forEach(output::line);
		Map<String, Object> details = new LinkedHashMap<>();
		if (topic != null) {
			details.put("topic", topic);
		}
		details.put("text", String.join("\n", lines) + "\n");
		return finish(output, verb, null, new Result(ExitStatus.DONE, details));
	}

	/**
	 * Print why a command line or a setting is refused.
	 * @param output where to
	 * @param refusal the reason
	 * @return the exit status
	 */
	public static ExitStatus refuse(Output output, UsageException refusal) {
		return fail(output, null, null,
				new CommandException(ExitStatus.USAGE, String.valueOf(refusal.getMessage())).remedy(refusal.readOn()));
	}

	private static Command command(Verb verb, Manner manner) {
		return switch (verb) {
			case INSTALL -> new InstallCommand();
			case UPDATE -> new UpdateCommand();
			case PLAN -> new PlanCommand();
			case START -> new StartCommand();
			case STOP -> new StopCommand();
			case RESTART -> new RestartCommand();
			case PAUSE -> new PauseCommand();
			case CONTINUE -> new ContinueCommand();
			case CONTROL -> new ControlCommand(Integer.parseInt(manner.requiredValue()));
			case STATUS -> new StatusCommand();
			case LOGS -> new LogsCommand(Integer.parseInt(manner.requiredValue()));
			case EXPORT -> new ExportCommand();
			case UNINSTALL -> new UninstallCommand();
			case IMPORT -> new ImportCommand(manner.requiredValue());
			case DOCTOR, HELP, COMPLETION -> throw new IllegalArgumentException(verb + " opens no door to the SCM");
		};
	}

	private static String tried(Verb verb) {
		return switch (verb) {
			case STATUS, PLAN -> "query";
			case CONTROL -> "send a control to";
			case LOGS -> "read the log of";
			default -> verb.toString();
		};
	}

	private static ExitStatus fail(Output output, @Nullable Verb verb, @Nullable ServiceName name,
			CommandException ex) {
		ex.print(output);
		return finish(output, verb, name, new Result(ex.status(), ex.details()));
	}

	private static ExitStatus finish(Output output, @Nullable Verb verb, @Nullable ServiceName name, Result result) {
		Map<String, Object> all = new LinkedHashMap<>();
		if (verb != null) {
			all.put("verb", verb.toString());
		}
		if (name != null) {
			all.put("service", name.value());
		}
		all.put("exitCode", result.status().code());
		result.details().forEach(all::putIfAbsent);
		output.result(all);
		return result.status();
	}

}
