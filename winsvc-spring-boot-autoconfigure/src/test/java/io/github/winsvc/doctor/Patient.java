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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import io.github.winsvc.access.SecurityPolicy;
import io.github.winsvc.launch.ApplicationArchive;
import io.github.winsvc.launch.ConfiguredLaunch;
import io.github.winsvc.launch.LayoutKind;
import io.github.winsvc.launch.NativeLibrary;
import io.github.winsvc.launch.PreparedApplication;
import io.github.winsvc.launch.RunningJvm;
import io.github.winsvc.launch.ServiceCommandLine;
import io.github.winsvc.launch.ServiceHome;
import io.github.winsvc.launch.ServiceLaunch;
import io.github.winsvc.scm.ExitCode;
import io.github.winsvc.scm.ServiceName;
import io.github.winsvc.scm.ServiceProcess;
import io.github.winsvc.scm.ServiceRegistration;
import io.github.winsvc.scm.ServiceSetting;
import io.github.winsvc.scm.ServiceSettings;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.ServiceStatus;
import io.github.winsvc.scm.StartType;
import io.github.winsvc.test.scm.FakeScm;

/**
 * A service {@code orders} that is healthy until a test makes it ill.
 */
final class Patient implements AutoCloseable {

	static final ServiceName NAME = new ServiceName("orders");

	final FakeScm scm = new FakeScm();

	final FakeSurroundings surroundings = new FakeSurroundings(this.scm);

	final Path directory;

	final Path java;

	final Path jar;

	final ServiceHome home;

	final Path nativeLibrary;

	private final Map<Class<?>, ServiceSetting> settings = new LinkedHashMap<>();

	private final Set<Class<? extends ServiceSetting>> unsupported = new HashSet<>();

	private final Map<String, Optional<StartType>> needed = new LinkedHashMap<>();

	private ServiceProcess process = new ServiceProcess(ServiceStatus.running(Set.of()), 1000);

	private boolean installed = true;

	Application application;

	Patient(Path directory) throws IOException {
		this.directory = directory;
		this.java = SampleFiles.java(directory.resolve("jdk"), "17.0.15");
		this.jar = directory.resolve("app").resolve("orders.jar");
		SampleFiles.application(this.jar);
		Path programData = Files.createDirectory(directory.resolve("ProgramData"));
		this.home = ServiceHome.of(NAME, programData.toString());
		this.home.create(NAME, this.scm.directories());
		NativeLibrary library = this.surroundings.nativeLibrary();
		library.writeTo(this.home, this.scm.directories());
		this.nativeLibrary = library.directory(this.home);
		this.application = new Application(new ApplicationArchive(this.jar), new RunningJvm(this.java, List.of()),
				new ConfiguredLaunch(List.of(), List.of(), LayoutKind.IN_PLACE, true), 8080,
				"http://localhost:8080/actuator/health", this.home, SecurityPolicy.DEFAULT);
		imagePath((line) -> line);
		set(new ServiceSetting.Start(StartType.AUTO));
		set(new ServiceSetting.Account("NT SERVICE\\orders"));
		set(new ServiceSetting.Recovery(List.of(Duration.ofSeconds(5)), Duration.ofHours(24)));
		set(new ServiceSetting.RecoveryOnFailureExit(true));
		set(new ServiceSetting.EventSource(true));
		set(new ServiceSetting.Dependencies(List.of()));
	}

	void need(String service, Optional<StartType> startType) {
		this.needed.put(service, startType);
		set(new ServiceSetting.Dependencies(List.copyOf(this.needed.keySet())));
	}

	void set(ServiceSetting setting) {
		this.settings.put(setting.getClass(), setting);
	}

	void forget(Class<? extends ServiceSetting> kind) {
		this.settings.remove(kind);
		this.unsupported.add(kind);
	}

	void imagePath(UnaryOperator<String> change) {
		ServiceCommandLine line = new ServiceLaunch(NAME, this.application.jvm(), this.application.archive(),
				PreparedApplication.NONE, List.of(), this.home, this.nativeLibrary)
			.commandLine();
		set(new ServiceSetting.ImagePath(change.apply(line.toImagePath())));
	}

	void stop(ExitCode exitCode) {
		this.process = new ServiceProcess(ServiceStatus.stopped(exitCode), 0);
	}

	void be(ServiceState state) {
		this.process = new ServiceProcess(new ServiceStatus(state, Set.of(), ExitCode.SUCCESS, 1, Duration.ZERO), 1000);
	}

	void uninstall() {
		this.installed = false;
	}

	Subject subject() {
		Registered registered = this.installed ? new Registered(
				new ServiceRegistration(NAME, ServiceSettings.of(this.settings.values()), this.unsupported),
				this.process, this.needed, null) : new Registered(null, null, Map.of(), null);
		return new Subject(NAME, this.application, registered, this.surroundings);
	}

	Diagnosis examine(Check check) throws IOException {
		return check.examine(subject());
	}

	@Override
	public void close() {
		this.scm.close();
	}

}
