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

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.Win32Error;
import org.jspecify.annotations.Nullable;

/**
 * A command could not be done. Built up with what an operator should know.
 */
final class CommandException extends RuntimeException {

	private final ExitStatus status;

	private final List<String> explanation = new ArrayList<>();

	private final Map<String, Object> details = new LinkedHashMap<>();

	private @Nullable Win32Error error;

	private @Nullable String remedy;

	private @Nullable String footer;

	CommandException(ExitStatus status, String message) {
		super(message);
		this.status = status;
	}

	/**
	 * A call to Windows failed.
	 * @param tried what was tried, as in "Could not …"
	 * @param cause what failed
	 */
	static CommandException of(String tried, ScmException cause) {
		Win32Error error = cause.error();
		ExitStatus status = error.equals(Win32Error.ACCESS_DENIED) ? ExitStatus.ACCESS_DENIED
				: error.equals(Win32Error.SERVICE_DOES_NOT_EXIST) ? ExitStatus.NOT_INSTALLED : ExitStatus.FAILED;
		return new CommandException(status, "Could not %s: %s".formatted(tried, cause.getMessage())).causedBy(cause);
	}

	/**
	 * Take the error of Windows, and what is usually to be done about it, from a failure.
	 */
	CommandException causedBy(ScmException cause) {
		initCause(cause);
		return error(cause.error());
	}

	/**
	 * A file could not be written.
	 * @param tried what was tried, as in "Could not …"
	 * @param cause what failed
	 */
	static CommandException of(String tried, IOException cause) {
		if (cause.getCause() instanceof ScmException scmException) {
			return of(tried, scmException);
		}
		boolean denied = cause instanceof AccessDeniedException;
		CommandException exception = new CommandException(denied ? ExitStatus.ACCESS_DENIED : ExitStatus.FAILED,
				"Could not %s: %s".formatted(tried, FileProblem.text(cause)));
		exception.initCause(cause);
		return denied ? exception.error(Win32Error.ACCESS_DENIED) : exception;
	}

	CommandException error(Win32Error error) {
		this.error = error;
		return remedy(Remedies.of(error));
	}

	CommandException remedy(@Nullable String remedy) {
		this.remedy = remedy;
		return this;
	}

	CommandException explain(String lines) {
		this.explanation.addAll(lines.lines().toList());
		return this;
	}

	CommandException footer(String footer) {
		this.footer = footer;
		return this;
	}

	CommandException detail(String key, Object value) {
		this.details.put(key, value);
		return this;
	}

	ExitStatus status() {
		return this.status;
	}

	@Nullable Win32Error error() {
		return this.error;
	}

	void print(Output output) {
		output.line("Error: " + getMessage());
		this.explanation.forEach((line) -> output.line(line.isEmpty() ? "" : "  " + line));
		if (this.remedy != null) {
			this.remedy.lines().flatMap((line) -> Paragraph.orCommand("  " + line, 2)).forEach(output::line);
		}
		if (this.footer != null) {
			output.line("  " + this.footer);
		}
	}

	Map<String, Object> details() {
		Map<String, Object> failure = new LinkedHashMap<>();
		failure.put("message", String.valueOf(getMessage()));
		if (this.error != null) {
			failure.put("code", this.error.code());
			this.error.symbol().ifPresent((symbol) -> failure.put("name", symbol));
		}
		if (this.remedy != null) {
			failure.put("remedy", this.remedy);
		}
		Map<String, Object> all = new LinkedHashMap<>(this.details);
		all.put("error", failure);
		return all;
	}

}
