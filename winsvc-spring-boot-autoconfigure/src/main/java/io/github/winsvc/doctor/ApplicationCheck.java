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

package io.github.winsvc.doctor;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.net.ssl.SSLException;

import io.github.winsvc.scm.ServiceProcess;
import io.github.winsvc.scm.ServiceState;

/**
 * Does the application answer, or if it does not run, is its port free?
 */
final class ApplicationCheck implements Check {

	private static final int SERVICE_UNAVAILABLE = 503;

	private static final Pattern HEALTH = Pattern.compile("\"status\"\\s*:\\s*\"(\\w+)\"");

	@Override
	public String name() {
		return "application";
	}

	@Override
	public boolean suits(Relation relation) {
		return relation != Relation.FOREIGN;
	}

	@Override
	public Diagnosis examine(Subject subject) {
		Addresses addresses = Addresses.of(subject.application(), subject.registered().commandLine());
		Optional<ServiceState> state = (subject.relation() == Relation.ABSENT) ? Optional.empty()
				: Optional.of(subject.process()).map(ServiceProcess::state);
		if (state.isEmpty() || state.get() == ServiceState.STOPPED) {
			return ports(subject, addresses.ports());
		}
		if (state.get() != ServiceState.RUNNING) {
			throw new NotCheckedException("the service is in the state " + state.get());
		}
		if (addresses.healthUrl() == null) {
			throw new NotCheckedException("the application has no health endpoint, or not on a port that is known");
		}
		return health(subject, addresses.healthUrl());
	}

	private Diagnosis ports(Subject subject, List<Integer> ports) {
		if (ports.isEmpty()) {
			throw new NotCheckedException("the application listens to no port, or not to one that is known");
		}
		List<Diagnosis> problems = new ArrayList<>();
		for (int port : ports) {
			subject.surroundings()
				.portProblem(port)
				.ifPresent((problem) -> problems.add(Diagnosis.fail(
						"port %d cannot be used: %s".formatted(port, problem),
						("Find the program that has it: netstat -ano | findstr :%d\nor see whether Windows has reserved "
								+ "it:\nnetsh int ipv4 show excludedportrange tcp")
							.formatted(port))));
		}
		return problems.isEmpty() ? Diagnosis.ok("does not run, and its port is free: "
				+ String.join(", ", ports.stream().map(String::valueOf).toList())) : Diagnosis.of(problems);
	}

	private Diagnosis health(Subject subject, URI url) {
		String remedy = "See the log, and whether the service listens to another port or path than this command knows "
				+ "of.";
		try {
			HealthAnswer answer = subject.surroundings().health(url);
			String status = status(answer.body()).map((value) -> ", status " + value).orElse("");
			String detail = "%s answers %d%s".formatted(url, answer.code(), status);
			if (answer.code() >= 200 && answer.code() < 300) {
				return Diagnosis.ok(detail);
			}
			return Diagnosis.warn(detail, (answer.code() == SERVICE_UNAVAILABLE)
					? "See which part of the application is not healthy: " + url : remedy);
		}
		catch (SSLException ex) {
			return Diagnosis.notChecked("this Java does not trust %s: %s".formatted(url, ex.getMessage()),
					"Look at it with a browser.");
		}
		catch (IOException ex) {
			return Diagnosis.fail("%s does not answer: %s".formatted(url, ex), remedy);
		}
	}

	private Optional<String> status(String body) {
		Matcher matcher = HEALTH.matcher(body);
		return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
	}

}
