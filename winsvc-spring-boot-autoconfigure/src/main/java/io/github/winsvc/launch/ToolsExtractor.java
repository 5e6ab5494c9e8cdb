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

package io.github.winsvc.launch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Has the tools of Spring Boot extract a jar, which are a part of it. They run in a
 * process of their own, as they end the one that they run in.
 *
 * @since 0.1.0
 */
public final class ToolsExtractor implements JarExtractor {

	private static final Duration BOUND = Duration.ofMinutes(5);

	@Override
	public void extract(Path java, Path jar, Path destination) throws IOException {
		Process process = new ProcessBuilder(java.toString(), "-Djarmode=tools", "-jar", jar.toString(), "extract",
				"--destination", destination.toString())
			.redirectErrorStream(true)
			.start();
		CompletableFuture<String> printed = CompletableFuture.supplyAsync(() -> read(process));
		try {
			process.getOutputStream().close();
			if (!process.waitFor(BOUND.toSeconds(), TimeUnit.SECONDS)) {
				throw new IOException("Its extraction has not ended after %d minutes.".formatted(BOUND.toMinutes()));
			}
			if (process.exitValue() != 0) {
				throw new IOException("Its extraction ended with exit code %d. %s".formatted(process.exitValue(),
						printed.join().strip()));
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException("Its extraction was interrupted.");
		}
		finally {
			process.destroyForcibly();
		}
	}

	private static String read(Process process) {
		try {
			return new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
		}
		catch (IOException ex) {
			return "What it printed cannot be read: " + ex.getMessage();
		}
	}

}
