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

import org.jspecify.annotations.Nullable;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.ParentContextApplicationContextInitializer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The relations of a run to other runs in this process.
 */
final class RunFamily {

	private static final String BOOTSTRAP = "org.springframework.cloud.bootstrap.BootstrapImportSelectorConfiguration";

	private RunFamily() {
	}

	/**
	 * Whether a run is the one with which Spring Cloud prepares the configuration of
	 * another one.
	 */
	static boolean isBootstrap(SpringApplication application) {
		return application.getAllSources()
			.stream()
			.anyMatch((source) -> source instanceof Class<?> type && type.getName().equals(BOOTSTRAP));
	}

	/**
	 * Whether the run that begins on this thread is that of a parent, which a child will
	 * follow.
	 */
	static boolean isParent() {
		return StackWalker.getInstance()
			.walk((frames) -> frames
				.anyMatch((frame) -> frame.getClassName().equals(SpringApplicationBuilder.class.getName())
						&& frame.getMethodName().equals("configureAsChildIfNecessary")));
	}

	/**
	 * Return the context that a run is to be a child of.
	 */
	static @Nullable ApplicationContext parentOf(SpringApplication application) {
		return application.getInitializers()
			.stream()
			.filter(ParentContextApplicationContextInitializer.class::isInstance)
			.map(ParentContextApplicationContextInitializer.class::cast)
			.findFirst()
			.map(RunFamily::parentOf)
			.orElse(null);
	}

	/**
	 * The initializer tells the parent to the child alone.
	 */
	private static @Nullable ApplicationContext parentOf(ParentContextApplicationContextInitializer initializer) {
		GenericApplicationContext child = new GenericApplicationContext();
		initializer.initialize(child);
		return child.getParent();
	}

}
