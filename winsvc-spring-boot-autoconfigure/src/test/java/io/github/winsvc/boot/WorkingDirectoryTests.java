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

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.winsvc.launch.ServiceCommandLine;
import io.github.winsvc.scm.HostedService;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceControl;
import io.github.winsvc.scm.ServiceDispatcher;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.Win32Error;
import io.github.winsvc.test.FakeProcessEnd;
import io.github.winsvc.test.scm.FakeProcess;
import io.github.winsvc.test.scm.FakeScm;
import io.github.winsvc.test.scm.FakeService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.BootstrapRegistry.InstanceSupplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the directory that a service works in.
 */
@ExtendWith(OutputCaptureExtension.class)
class WorkingDirectoryTests {

	@AutoClose
	private final FakeScm scm = new FakeScm();

	private final FakeService service = this.scm.register("orders");

	private final List<Path> directories = new ArrayList<>();

	private final List<Path> knownWhenPrepared = new ArrayList<>();

	private @Nullable Win32Error refusal;

	@BeforeEach
	void markAsService(@TempDir Path home) {
		System.setProperty(ServiceCommandLine.MARKER, "orders");
		System.setProperty(ServiceCommandLine.HOME, home.toString());
	}

	@AfterEach
	void unmark() {
		System.clearProperty(ServiceCommandLine.MARKER);
		System.clearProperty(ServiceCommandLine.HOME);
		LoggingSystem.get(getClass().getClassLoader()).cleanUp();
	}

	@Test
	void whenServiceStartsThenRelativePathsReferToItsDirectoryBeforeTheConfigurationIsRead() throws Exception {
		run();
		assertThat(this.directories).containsExactly(Path.of(System.getProperty("user.dir")));
		assertThat(this.knownWhenPrepared).isEqualTo(this.directories);
	}

	@Test
	void whenWindowsRefusesTheDirectoryThenTheServiceRunsAllTheSame(CapturedOutput output) throws Exception {
		this.refusal = Win32Error.ACCESS_DENIED;
		run();
		assertThat(output).contains("WARN")
			.contains("The working directory is not " + System.getProperty("user.dir"))
			.contains("SetCurrentDirectory failed: 5 ERROR_ACCESS_DENIED");
	}

	private void run() throws Exception {
		FakeProcess process = this.service.begin();
		SpringApplication application = new SpringApplicationBuilder(Orders.class).build();
		application.addBootstrapRegistryInitializer((registry) -> {
			registry.register(ServiceDispatcher.class, InstanceSupplier.of(door(process)));
			registry.register(ProcessEnd.class, InstanceSupplier.of(new FakeProcessEnd()));
		});
		application
			.addListeners((ApplicationListener<ApplicationEnvironmentPreparedEvent>) (event) -> this.knownWhenPrepared
				.addAll(this.directories));
		application.run();
		this.service.awaitState(ServiceState.RUNNING);
		this.service.send(ServiceControl.Standard.STOP);
		this.service.awaitState(ServiceState.STOPPED);
	}

	private ServiceDispatcher door(FakeProcess process) {
		return new ServiceDispatcher() {

			@Override
			public void dispatch(HostedService service) {
				process.dispatch(service);
			}

			@Override
			public void setWorkingDirectory(Path directory) {
				if (WorkingDirectoryTests.this.refusal != null) {
					throw new ScmException("SetCurrentDirectory", WorkingDirectoryTests.this.refusal);
				}
				WorkingDirectoryTests.this.directories.add(directory);
			}

		};
	}

	@Configuration(proxyBeanMethods = false)
	static class Orders {

	}

}
