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

package io.github.winsvc.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import io.github.winsvc.sample.machine.Await;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A log collector that is to be had on any Debian: it reads a file line by line, parses
 * each as JSON and writes the fields that it was asked for.
 */
final class Rsyslog {

	private Rsyslog() {
	}

	/**
	 * Have a log collected.
	 * @param log the log
	 * @param directory an empty directory
	 * @param count how many events there are
	 * @param fields the fields to read of each, with an exclamation mark between the
	 * levels
	 * @return a line of JSON for each event
	 */
	static List<String> collect(Path log, Path directory, int count, List<String> fields)
			throws IOException, InterruptedException {
		Path output = directory.resolve("collected");
		Path configuration = Files.writeString(directory.resolve("rsyslog.conf"),
				"""
						global(workDirectory="%1$s" maxMessageSize="256k")
						module(load="imfile" mode="polling" pollingInterval="1")
						module(load="mmjsonparse")
						template(name="fields" type="list") { property(name="$.fields") constant(value="\\n") }
						ruleset(name="collect") {
						  action(type="mmjsonparse" cookie="")
						%2$s
						  action(type="omfile" file="%3$s" template="fields")
						}
						input(type="imfile" file="%4$s" tag="winsvc" ruleset="collect")
						""".formatted(directory,
						fields.stream()
							.map((field) -> "  set $.fields!%s = $!%s;".formatted(field, field))
							.collect(Collectors.joining("\n")),
						output, log));
		Path errors = directory.resolve("errors");
		Process process = new ProcessBuilder("rsyslogd", "-n", "-f", configuration.toString(), "-i",
				directory.resolve("pid").toString())
			.redirectErrorStream(true)
			.redirectOutput(errors.toFile())
			.start();
		try {
			return Await.until(() -> lines(output), (lines) -> lines.size() >= count, Duration.ofSeconds(30),
					count + " events");
		}
		finally {
			process.destroy();
			assertThat(process.waitFor(10, TimeUnit.SECONDS)).as(Files.readString(errors)).isTrue();
		}
	}

	private static List<String> lines(Path file) {
		try {
			return Files.exists(file) ? Files.readAllLines(file) : List.of();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
