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

/**
 * The end of this JVM.
 */
class JvmEnd implements ProcessEnd {

	@Override
	public void atExit(IntConsumer status, Runnable last) {
		if (ExitStack.isReadable()) {
			Runtime.getRuntime().addShutdownHook(new JvmExit(status, last));
		}
		else {
			// Handlers run in reverse order of registration, and nobody registers earlier
			onShutdown(last);
		}
	}

	@Override
	public void onShutdown(Runnable handler) {
		SpringApplication.getShutdownHandlers().add(handler);
	}

	@Override
	public void exit(int code) {
		System.exit(code);
	}

	@Override
	public void halt(int code) {
		Runtime.getRuntime().halt(code);
	}

}
