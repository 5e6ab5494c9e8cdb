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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.winsvc.doctor.FakeSurroundings;
import io.github.winsvc.access.SecurityPolicy;
import io.github.winsvc.launch.ApplicationArchive;
import io.github.winsvc.launch.ConfiguredLaunch;
import io.github.winsvc.launch.Invocation;
import io.github.winsvc.launch.LayoutKind;
import io.github.winsvc.launch.NativeLibrary;
import io.github.winsvc.launch.RunningJvm;
import io.github.winsvc.launch.ServiceHome;
import io.github.winsvc.launch.StartFailure;
import io.github.winsvc.logs.ServiceLog;
import io.github.winsvc.scm.ProtectedDirectories;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceManager;
import io.github.winsvc.scm.ServiceName;
import io.github.winsvc.scm.ServiceRegistration;
import io.github.winsvc.scm.ServiceSetting;
import io.github.winsvc.scm.ServiceSetting.Account;
import io.github.winsvc.scm.ServiceSetting.Description;
import io.github.winsvc.scm.ServiceSetting.DisplayName;
import io.github.winsvc.scm.ServiceSetting.EventSource;
import io.github.winsvc.scm.ServiceSetting.ImagePath;
import io.github.winsvc.scm.ServiceSetting.PreshutdownTimeout;
import io.github.winsvc.scm.ServiceSetting.Recovery;
import io.github.winsvc.scm.ServiceSetting.RecoveryOnFailureExit;
import io.github.winsvc.scm.ServiceSetting.ServiceSid;
import io.github.winsvc.scm.ServiceSetting.Start;
import io.github.winsvc.scm.ServiceSettings;
import io.github.winsvc.scm.ServiceSidType;
import io.github.winsvc.scm.StartType;
import io.github.winsvc.scm.Win32Error;
import io.github.winsvc.test.scm.FakeElevation;
import io.github.winsvc.test.scm.FakeRegistry;
import io.github.winsvc.test.scm.FakeScm;
import io.github.winsvc.test.scm.FakeService;
import org.jspecify.annotations.Nullable;

/**
 * An application {@code orders} on a machine with a fake SCM, and an operator.
 */
final class Workbench implements AutoCloseable {

	static final ServiceName NAME = new ServiceName("orders");

	private static final ProtectedDirectories DENIED = new ProtectedDirectories() {

		@Override
		public void createForAdministrators(Path directory) throws IOException {
			throw new AccessDeniedException(directory.toString());
		}

		@Override
		public void createForService(Path directory, ServiceName name) throws IOException {
			throw new AccessDeniedException(directory.toString());
		}

	};

	private final Path directory;

	final TestTime time = new TestTime();

	final FakeScm scm = new FakeScm(this.time.clock());

	final FakeSurroundings surroundings = new FakeSurroundings(this.scm);

	final FakeRegistry registry = new FakeRegistry();

	final FakeElevation elevation = new FakeElevation(this.scm);

	final FakeExtractor extractor = new FakeExtractor();

	final FakePasswordInput passwords = new FakePasswordInput();

	ServiceHome home;

	SecurityPolicy security = SecurityPolicy.DEFAULT;

	private final Map<String, ScriptedService> others = new LinkedHashMap<>();

	private ScriptedService program = ScriptedService.quick(this.time);

	String displayName = "Orders";

	String description = "Takes orders";

	Duration timeout = Duration.ofMinutes(2);

	Duration preshutdownTimeout = Duration.ofSeconds(45);

	List<ServiceSetting> furtherSettings = List.of();

	ConfiguredLaunch configured = new ConfiguredLaunch(List.of(), List.of(), LayoutKind.IN_PLACE, true);

	@Nullable Account account;

	@Nullable PasswordSource passwordSource;

	boolean adopt;

	boolean json;

	boolean outOfReach;

	boolean outOfOrder;

	boolean directoriesOutOfReach;

	boolean start = true;

	boolean wait = true;

	boolean force;

	boolean restartIfNeeded;

	boolean dryRun;

	boolean elevate;

	Set<String> variables = Set.of("Path");

	boolean follow;

	ServiceLog log;

	ScriptFormat format = ScriptFormat.SC;

	@Nullable ApplicationArchive archive;

	List<String> jvmOptions = List.of("-Xmx256m");

	List<String> arguments = List.of("--server.port=8081");

	/**
	 * What shall be registered instead of the usual, all but the image path.
	 */
	@Nullable ServiceSettings wanted;

	Interruption interruption = Interruption.none();

	private String printed = "";

	Workbench(Path directory) throws IOException {
		this.directory = directory;
		Files.createDirectory(directory.resolve("ProgramData"));
		this.home = ServiceHome.of(NAME, directory.resolve("ProgramData").toString());
		this.log = ServiceLog.of((property) -> null, this.home.logs().resolve("orders.log").toString(), null);
		this.archive = new ApplicationArchive(directory.resolve("app").resolve("orders.jar"));
		program(this.program);
	}

	void program(ScriptedService program) {
		this.program = program;
		this.scm.setProgram(
				(imagePath, dispatcher) -> this.others.getOrDefault(imagePath, program).run(imagePath, dispatcher));
	}

	/**
	 * Run another service, on which nothing depends yet.
	 */
	FakeService other(String name, ScriptedService program) {
		String imagePath = "C:\\" + name + ".exe";
		this.others.put(imagePath, program);
		FakeService service = this.scm.register(name, new ImagePath(imagePath));
		service.start();
		settle();
		this.time.sleep(Duration.ofSeconds(2));
		return service;
	}

	Path directory() {
		return this.directory;
	}

	ExitStatus run(Verb verb) {
		return run(verb, null);
	}

	ExitStatus run(Verb verb, @Nullable String value) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
		Output output = this.json ? Output.json(stream, JsonText::of) : Output.text(stream);
		CommandRunner runner = new CommandRunner(machine(), output);
		ExitStatus status = this.elevate ? runner.runElevated(verb, settings(value), invocation(verb))
				: runner.run(verb, settings(value));
		this.printed = normalize(bytes.toString(StandardCharsets.UTF_8));
		return status;
	}

	/**
	 * Let Windows say yes, and an elevated process do a verb.
	 */
	void letElevatedDo(Verb verb) {
		this.elevation.setMain((program, output) -> {
			this.scm.setElevated(true);
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
			ExitStatus status = new CommandRunner(machine(),
					this.json ? Output.json(stream, JsonText::of) : Output.text(stream))
				.run(verb, settings(null));
			output.accept(bytes.toString(StandardCharsets.UTF_8));
			return status.code();
		});
	}

	private Invocation invocation(Verb verb) {
		List<String> line = new ArrayList<>(List.of("--winsvc." + verb, "--winsvc.Elevate=true"));
		line.addAll(this.arguments);
		return new Invocation(jvm(), line, this.directory, this.variables);
	}

	private RunningJvm jvm() {
		return new RunningJvm(this.directory.resolve("jdk").resolve("java.exe"), this.jvmOptions);
	}

	Context context(ServiceManager manager, Output output) {
		return new Context(settings(null), machine(), manager, output);
	}

	private Machine machine() {
		return new Machine(this::open,
				this.interruption.at(this.directoriesOutOfReach ? DENIED : this.scm.directories()),
				() -> NativeLibrary.forArchitecture("amd64"), this.extractor, this.time, this.surroundings,
				this.registry, this.elevation, this.interruption.at(this.scm.accounts()), this.passwords,
				this.scm.eventLog());
	}

	/**
	 * Return what the last command printed, the same on every machine.
	 */
	String printed() {
		return this.printed;
	}

	void settle() {
		this.program.settle();
		this.others.values().forEach(ScriptedService::settle);
	}

	ServiceRegistration registration() {
		try (ServiceManager manager = this.scm.openManager()) {
			return manager.find(NAME).orElseThrow();
		}
	}

	boolean isRegistered() {
		try (ServiceManager manager = this.scm.openManager()) {
			return manager.find(NAME).isPresent();
		}
	}

	void explain(StartFailure failure) {
		try {
			failure.write(this.home.startFailure());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.scm.close();
	}

	private CommandSettings settings(@Nullable String value) {
		return new CommandSettings(NAME, wanted(), this.account != null, this.timeout, this.adopt, this.archive,
				jvm().with(this.configured.options()), this.configured.argumentsBefore(this.arguments), this.configured,
				8081, "http://localhost:8081/actuator/health", this.home, this.security, this.log,
				new Manner(this.start, this.wait, this.force, this.dryRun, this.format, this.passwordSource,
						this.follow, this.restartIfNeeded, value));
	}

	ServiceSettings wanted() {
		if (this.wanted != null) {
			return this.wanted;
		}
		List<ServiceSetting> settings = new ArrayList<>(List.of(new DisplayName(this.displayName),
				new Start(StartType.AUTO), account(), new Description(this.description),
				new Recovery(List.of(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(60)),
						Duration.ofHours(24)),
				new RecoveryOnFailureExit(true), new ServiceSid(ServiceSidType.UNRESTRICTED),
				new PreshutdownTimeout(this.preshutdownTimeout), new EventSource(true)));
		settings.addAll(this.furtherSettings);
		return ServiceSettings.of(settings);
	}

	private Account account() {
		return (this.account != null) ? this.account : new Account("NT SERVICE\\" + NAME);
	}

	private ServiceManager open() {
		if (this.outOfReach) {
			throw new ScmException("OpenSCManager", Win32Error.ACCESS_DENIED);
		}
		if (this.outOfOrder) {
			throw new IllegalStateException("Out of order");
		}
		ServiceManager manager = this.interruption.at(this.scm.openManager());
		return (ServiceManager) Proxy.newProxyInstance(getClass().getClassLoader(),
				new Class<?>[] { ServiceManager.class }, (proxy, method, args) -> {
					try {
						return method.invoke(manager, args);
					}
					catch (InvocationTargetException ex) {
						throw ex.getCause();
					}
					finally {
						settle();
					}
				});
	}

	private String normalize(String text) {
		String dir = this.directory.toString();
		String plain = text.replace("\r\n", "\n").replace(dir.replace("\\", "\\\\"), "<dir>").replace(dir, "<dir>");
		return Pattern.compile("<dir>[^\\s\"]*")
			.matcher(plain)
			.replaceAll((path) -> Matcher.quoteReplacement(path.group().replaceAll("\\\\+(?=[\\w.])", "/")))
			.replaceAll("jna-[0-9a-f]{12}", "jna-<hash>");
	}

}
