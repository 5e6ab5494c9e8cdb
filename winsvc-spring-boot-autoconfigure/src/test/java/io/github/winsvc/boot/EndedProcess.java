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

import java.util.function.IntConsumer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LoggingSystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * A process from whose exit nobody returns.
 */
final class EndedProcess implements ProcessEnd {

	int code = -1;

	/**
	 * Run a command to its end. Logging has not begun then, which the tests that follow
	 * may want.
	 */
	void end(SpringApplication application, String... arguments) {
		try {
			assertThatException().isThrownBy(() -> application.run(arguments));
		}
		finally {
			LoggingSystem.get(getClass().getClassLoader()).cleanUp();
		}
	}

	@Override
	public void atExit(IntConsumer status, Runnable last) {
		throw new AssertionError("A command has nothing to do last");
	}

	@Override
	public void onShutdown(Runnable handler) {
		throw new AssertionError("A command has no context to close");
	}

	@Override
	public void exit(int code) {
		assertThat(this.code).as("former exit code").isEqualTo(-1);
		this.code = code;
		throw new SpringApplication.AbandonedRunException();
	}

	@Override
	public void halt(int code) {
		throw new AssertionError("A command ends in good order");
	}

}
