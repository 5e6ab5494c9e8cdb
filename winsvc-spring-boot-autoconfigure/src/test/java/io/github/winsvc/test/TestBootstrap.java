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

package io.github.winsvc.test;

import io.github.winsvc.boot.ProcessEnd;
import io.github.winsvc.scm.ServiceDispatcher;

import org.springframework.boot.bootstrap.BootstrapRegistry;
import org.springframework.boot.bootstrap.BootstrapRegistry.InstanceSupplier;
import org.springframework.boot.bootstrap.BootstrapRegistryInitializer;

/**
 * Gives an application that runs in a {@link TestProcess} its door to the SCM. Any other
 * application is left alone.
 */
class TestBootstrap implements BootstrapRegistryInitializer {

	@Override
	public void initialize(BootstrapRegistry registry) {
		TestProcess process = TestProcess.current();
		if (process != null) {
			registry.register(ServiceDispatcher.class, InstanceSupplier.of(process));
			registry.register(ProcessEnd.class, InstanceSupplier.of(process.end()));
		}
	}

}
