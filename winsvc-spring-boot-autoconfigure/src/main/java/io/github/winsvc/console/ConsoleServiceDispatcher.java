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

package io.github.winsvc.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

import io.github.winsvc.scm.ControlAnswer;
import io.github.winsvc.scm.ExitCode;
import io.github.winsvc.scm.HostedService;
import io.github.winsvc.scm.ServiceControl;
import io.github.winsvc.scm.ServiceDispatcher;
import io.github.winsvc.scm.ServiceStart;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.ServiceStatus;
import io.github.winsvc.scm.StartReason;
import io.github.winsvc.scm.Win32Error;

/**
 * An SCM that is a console. It starts the service at once, shows each report, and sends
 * the controls that somebody types. Like the real one, it sends no control that the
 * service does not accept.
 *
 * @since 0.1.0
 */
public final class ConsoleServiceDispatcher implements ServiceDispatcher {

	private static final String NAME = "console";

	private final InputStream input;

	private final ConsoleScreen screen;

	private final CountDownLatch stopped = new CountDownLatch(1);

	private volatile ServiceStatus status = ServiceStatus.stopped(ExitCode.SUCCESS);

	/**
	 * Use the console of this process.
	 */
	public ConsoleServiceDispatcher() {
		this(System.in, System.out);
	}

	ConsoleServiceDispatcher(InputStream input, PrintStream output) {
		this.input = input;
		this.screen = new ConsoleScreen(output);
	}

	@Override
	public void dispatch(HostedService service) {
		this.screen.say("This console is the SCM of the service. " + TypedControl.HELP);
		service.started(new ServiceStart(NAME, List.of(), () -> StartReason.DEMAND, new NoSubscriber()), this::report);
		Thread typist = new Thread(() -> listen(service), "winsvc-console");
		typist.setDaemon(true);
		typist.start();
		try {
			this.stopped.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void report(ServiceStatus status) {
		this.status = status;
		this.screen.show(status);
		if (status.state() == ServiceState.STOPPED) {
			this.stopped.countDown();
		}
	}

	/**
	 * A console that is closed, or never was one, sends nothing more.
	 */
	private void listen(HostedService service) {
		BufferedReader reader = new BufferedReader(new InputStreamReader(this.input, Charset.defaultCharset()));
		try {
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				if (!line.isBlank()) {
					this.screen.say(answer(service, line.strip()));
				}
			}
		}
		catch (IOException ex) {
			this.screen.say("The console cannot be read any more: " + ex.getMessage());
		}
	}

	private String answer(HostedService service, String line) {
		Optional<ServiceControl> control = TypedControl.parse(line);
		if (control.isEmpty()) {
			return "'%s' is nothing that can be sent. %s".formatted(line, TypedControl.HELP);
		}
		return refusal(control.get()).map((error) -> "Not sent, " + error)
			.orElseGet(() -> "Sent, and the service answers " + answer(service.control(control.get())));
	}

	private static String answer(ControlAnswer answer) {
		return (answer != ControlAnswer.HANDLED) ? new Win32Error(answer.code()).toString() : "0";
	}

	private Optional<Win32Error> refusal(ServiceControl control) {
		ServiceStatus current = this.status;
		return switch (current.state()) {
			case STOPPED -> Optional.of(Win32Error.SERVICE_NOT_ACTIVE);
			case START_PENDING, STOP_PENDING -> Optional.of(Win32Error.SERVICE_CANNOT_ACCEPT_CTRL);
			case RUNNING, PAUSED, PAUSE_PENDING, CONTINUE_PENDING ->
				control.acceptance().filter((kind) -> !current.accepted().contains(kind)).isPresent()
						? Optional.of(Win32Error.INVALID_SERVICE_CONTROL) : Optional.empty();
		};
	}

}
