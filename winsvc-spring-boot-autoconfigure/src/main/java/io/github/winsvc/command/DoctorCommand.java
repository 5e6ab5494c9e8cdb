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

import io.github.winsvc.doctor.Application;
import io.github.winsvc.doctor.Doctor;
import io.github.winsvc.doctor.Finding;
import io.github.winsvc.doctor.Status;

/**
 * Shows what the doctor finds. Unlike other commands it opens no door to the SCM before
 * it begins, because a door that cannot be opened is a finding too.
 */
final class DoctorCommand {

	private final Machine machine;

	private final Output output;

	DoctorCommand(Machine machine, Output output) {
		this.machine = machine;
		this.output = output;
	}

	Result run(CommandSettings settings) {
		this.output.line("Checking the service '%s':".formatted(settings.name()));
		List<Finding> findings = new Doctor(this.machine.manager(), this.machine.surroundings(), Remedies::of)
			.examine(settings.name(), new Application(settings.archive(), settings.jvm(), settings.configured(),
					settings.serverPort(), settings.healthUrl(), settings.home(), settings.security()));
		findings.forEach(this::show);
		this.output.line("%s, %s, %d not checked, %d OK.".formatted(number(findings, Status.FAIL, "failure"),
				number(findings, Status.WARN, "warning"), count(findings, Status.NOT_CHECKED),
				count(findings, Status.OK)));
		return new Result((count(findings, Status.FAIL) == 0) ? ExitStatus.DONE : ExitStatus.FAILED,
				Map.of("checks", findings.stream().map(this::details).toList()));
	}

	private void show(Finding finding) {
		List<String> details = finding.detail().lines().toList();
		print("%-6s%s: %s".formatted(finding.status().label(), finding.check(), details.get(0)), 6);
		details.stream().skip(1).forEach((line) -> print(" ".repeat(6) + line, 6));
		if (finding.remedy() != null) {
			finding.remedy().lines().forEach((line) -> print(" ".repeat(8) + line, 8));
		}
	}

	private void print(String text, int indent) {
		Paragraph.orCommand(text, indent).forEach(this.output::line);
	}

	private String number(List<Finding> findings, Status status, String word) {
		long count = count(findings, status);
		return "%d %s%s".formatted(count, word, (count == 1) ? "" : "s");
	}

	private long count(List<Finding> findings, Status status) {
		return findings.stream().filter((finding) -> finding.status() == status).count();
	}

	private Map<String, Object> details(Finding finding) {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("name", finding.check());
		details.put("status", finding.status().name());
		details.put("detail", finding.detail());
		if (finding.remedy() != null) {
			details.put("remedy", finding.remedy());
		}
		return details;
	}

}
