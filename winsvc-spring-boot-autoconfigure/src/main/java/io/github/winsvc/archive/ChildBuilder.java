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

package io.github.winsvc.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

import io.github.winsvc.launch.ArchiveMethod;

/**
 * Builds archives in a process of its own. The JVM of that process runs nothing of the
 * application.
 */
class ChildBuilder implements ArchiveBuilder {

	/** These would have the process record too, or open ports. */
	private static final List<String> VARIABLES = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS",
			"JDK_AOT_VM_OPTIONS");

	private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

	private static final Duration BOUND = Duration.ofHours(1);

	private static final Duration LOOK = Duration.ofSeconds(1);

	private static final long MAX_OUTPUT = 1024 * 1024;

	private static final int MAX_REASON = 200;

	private final Path java;

	private final String jar;

	private final boolean nested;

	private final Path output;

	private final Supplier<List<String>> options;

	private final LongConsumer started;

	/**
	 * Create a builder.
	 * @param java the program
	 * @param jar the jar of the application, as it stands in its command line
	 * @param nested whether its classes are where only Spring Boot finds them
	 * @param output the file to which the process prints, which remains if it fails
	 * @param options the options that the process must have
	 * @param started is told the identifier of the process
	 */
	ChildBuilder(Path java, String jar, boolean nested, Path output, Supplier<List<String>> options,
			LongConsumer started) {
		this.java = java;
		this.jar = jar;
		this.nested = nested;
		this.output = output;
		this.options = options;
		this.started = started;
	}

	@Override
	public void build(ArchiveMethod method, Path recording, Path target)
			throws BuildFailedException, InterruptedException, IOException {
		ProcessBuilder builder = new ProcessBuilder(command(method, recording, target)).redirectErrorStream(true)
			.redirectOutput(this.output.toFile());
		VARIABLES.forEach(builder.environment()::remove);
		Process process = builder.start();
		try {
			process.getOutputStream().close();
			this.started.accept(process.pid());
			await(process);
		}
		finally {
			end(process);
		}
		if (process.exitValue() != 0 || !Files.isRegularFile(target)) {
			throw new BuildFailedException("the process that builds it has ended with exit code %d%s"
				.formatted(process.exitValue(), lastLine()));
		}
		ArchiveFiles.delete(this.output);
	}

	List<String> command(ArchiveMethod method, Path recording, Path target) {
		List<String> command = new ArrayList<>();
		command.add(this.java.toString());
		command.addAll(this.options.get());
		command.add("-XX:ActiveProcessorCount=1");
		command.add("-Xmx512m");
		command.add("-Xlog:disable");
		command.add("-Xlog:all=error");
		command.addAll(switch (method) {
			case CLASS_LIST -> List.of("-Xshare:dump", "-XX:SharedClassListFile=" + recording,
					"-XX:SharedArchiveFile=" + target, "-jar", this.jar);
			case LOADED_CLASSES -> loading(recording, target);
			case AOT_CACHE -> List.of("-XX:AOTMode=create", "-XX:AOTConfiguration=" + recording,
					"-XX:AOTCache=" + target, "-jar", this.jar);
		});
		return command;
	}

	/**
	 * The class path must be that of the service.
	 */
	private List<String> loading(Path recording, Path target) {
		List<String> command = new ArrayList<>(
				List.of("-Xlog:cds=warning", "-XX:ArchiveClassesAtExit=" + target, "-cp", this.jar));
		if (this.nested && this.jar.endsWith(".war")) {
			command.add("-Dloader.path=WEB-INF/classes,WEB-INF/lib,WEB-INF/lib-provided");
		}
		command.addAll(this.nested ? List.of("-Dloader.main=" + ClassLoading.class.getName(), LAUNCHER)
				: List.of(ClassLoading.class.getName()));
		command.add(recording.toString());
		return command;
	}

	private void await(Process process) throws InterruptedException, BuildFailedException {
		long begun = System.nanoTime();
		while (!process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
			if (System.nanoTime() - begun > BOUND.toNanos()) {
				throw new BuildFailedException("it is not built after " + BOUND.toMinutes() + " minutes");
			}
			if (this.output.toFile().length() > MAX_OUTPUT) {
				throw new BuildFailedException("the process that builds it prints without end to " + this.output);
			}
		}
	}

	/**
	 * End the process and wait until its files are free. Nothing lives longer than the
	 * service.
	 */
	private static void end(Process process) {
		if (process.isAlive()) {
			process.destroyForcibly().onExit().orTimeout(2, TimeUnit.SECONDS).exceptionally((ex) -> process).join();
		}
	}

	private String lastLine() throws IOException {
		String text = Files.exists(this.output)
				? new String(Files.readAllBytes(this.output), StandardCharsets.ISO_8859_1) : "";
		return text.lines()
			.filter((line) -> !line.isBlank())
			.reduce((first, last) -> last)
			.map((line) -> ": " + line.substring(0, Math.min(line.length(), MAX_REASON)))
			.orElse("");
	}

}
