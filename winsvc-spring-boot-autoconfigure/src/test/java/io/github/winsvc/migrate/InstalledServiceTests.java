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

package io.github.winsvc.migrate;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.github.winsvc.scm.ServiceName;
import io.github.winsvc.scm.ServiceRegistration;
import io.github.winsvc.scm.ServiceSetting.Account;
import io.github.winsvc.scm.ServiceSetting.DisplayName;
import io.github.winsvc.scm.ServiceSetting.ImagePath;
import io.github.winsvc.scm.ServiceSetting.Recovery;
import io.github.winsvc.scm.ServiceSetting.Start;
import io.github.winsvc.scm.ServiceSetting.Triggers;
import io.github.winsvc.scm.ServiceSettings;
import io.github.winsvc.scm.ServiceTrigger;
import io.github.winsvc.scm.StartType;
import io.github.winsvc.test.scm.FakeRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class InstalledServiceTests {

	private static final String KEY = "SYSTEM\\CurrentControlSet\\Services\\orders";

	private static final String PROCRUN = "SOFTWARE\\Apache Software Foundation\\Procrun 2.0\\orders\\Parameters";

	private final FakeRegistry registry = new FakeRegistry();

	private List<ServiceTrigger> triggers = List.of();

	@Test
	void whenWindowsKnowsMoreThanDefaultsThenThatIsCarried() {
		this.registry.put(KEY, "DependOnService", "Tcpip")
			.put(KEY, "DependOnGroup", "NetworkProvider")
			.put(KEY, "Group", "Shop")
			.put(KEY, "DelayedAutostart", "1")
			.put(KEY, "ServiceSidType", "3")
			.put(KEY, "Type", "272")
			.put(KEY, "Environment", "A=b=c", "B=", "=C:=C:\\x", "MY_TOKEN=hunter2");
		Migration migration = read("java -jar a.jar");
		assertThat(migration.properties()).containsEntry("winsvc.dependencies", List.of("Tcpip", "+NetworkProvider"))
			.containsEntry("winsvc.group", "Shop")
			.containsEntry("winsvc.start-type", "delayed-auto")
			.containsEntry("winsvc.service-sid-type", "restricted")
			.containsEntry("winsvc.environment[A]", "b=c")
			.containsEntry("winsvc.environment[B]", "")
			.doesNotContainKey("winsvc.environment[MY_TOKEN]");
		assertThat(whats(migration)).contains("interactive", "Environment MY_TOKEN");
	}

	@ParameterizedTest
	@ValueSource(strings = { "C:\\tools\\nssm.exe", "\"C:\\my tools\\NSSM-2.24.exe\"", "C:\\orders-service.exe" })
	void whenServiceIsOfNssmThenItsApplicationIsRead(String imagePath) {
		this.registry.put(KEY + "\\Parameters", "Application", "java")
			.put(KEY + "\\Parameters", "AppParameters", "-Xmx1g -jar \"C:\\a b\\a.jar\" --u=\"a&b\"");
		Migration migration = read(imagePath);
		assertThat(migration.source()).isEqualTo("NSSM, service orders");
		assertThat(migration.installWithOptions())
			.isEqualTo("java -Xmx1g -jar \"C:\\a b\\a.jar\" --winsvc.install \"--u=a&b\"");
	}

	@Test
	void whenNssmHasNoApplicationThenThatIsSaid() {
		assertThat(whats(read("C:\\tools\\nssm.exe"))).contains("Application");
	}

	@Test
	void whenNssmWorksInTheDirectoryOfJavaThenThatIsNotCarried() {
		this.registry.put(KEY + "\\Parameters", "Application", "C:\\jdk\\bin\\java.exe")
			.put(KEY + "\\Parameters", "AppDirectory", "c:\\jdk\\bin\\")
			.put(KEY + "\\Parameters", "AppParameters", "-jar C:\\a.jar");
		Migration migration = read("nssm.exe");
		assertThat(migration.properties()).doesNotContainKey("winsvc.working-directory");
		assertThat(whats(migration)).contains("AppDirectory");
	}

	@ParameterizedTest
	@CsvSource({ "256,,true", "128,high,false", "32,,false", "16384,below-normal,false", "1,,true" })
	void whenNssmSetsAPriorityThenItIsCarriedUnlessItIsTooHigh(String code, @Nullable String priority, boolean listed) {
		this.registry.put(KEY + "\\Parameters", "AppPriority", code);
		Migration migration = read("nssm.exe");
		assertThat(migration.properties().get("winsvc.priority")).isEqualTo(priority);
		assertThat(migration.notCarried().stream().anyMatch((item) -> item.what().equals("AppPriority")))
			.isEqualTo(listed);
	}

	@ParameterizedTest
	@CsvSource({ "Ignore,AppExit ignore", "Exit,recovery (there is none)" })
	void whenNssmDoesNotRestartThenThatIsSaid(String action, String what) {
		this.registry.put(KEY + "\\Parameters", "AppRestartDelay", "5000")
			.put(KEY + "\\Parameters\\AppExit", "", action);
		Migration migration = read("nssm.exe");
		assertThat(whats(migration)).contains(what);
		assertThat(migration.properties()).doesNotContainKey("winsvc.recovery.delays");
	}

	@Test
	void whenNssmRunsHooksThenThatIsSaid() {
		this.registry.put(KEY + "\\Parameters\\AppEvents\\Start", "Pre", "cmd /c hunter2");
		Migration migration = read("nssm.exe");
		assertThat(whats(migration)).contains("AppEvents");
		assertThat(migration.toString()).doesNotContain("hunter2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "org.springframework.boot.loader.launch.JarLauncher",
			"org.springframework.boot.loader.JarLauncher", "org/springframework/boot/loader/WarLauncher" })
	void whenProcrunStartsTheLauncherOfAJarThenThatIsTheJar(String launcher) {
		this.registry.put(PROCRUN + "\\Start", "Class", launcher)
			.put(PROCRUN + "\\Java", "Classpath", "C:\\a.jar")
			.put(PROCRUN + "\\Java", "JavaHome", "C:\\jdk");
		Migration migration = read("prunsrv.exe //RS//orders");
		assertThat(whats(migration)).doesNotContain("StartClass", "Classpath");
		assertThat(migration.install()).isEqualTo("C:\\jdk\\bin\\java.exe -jar C:\\a.jar --winsvc.install");
	}

	@Test
	void whenProcrunHasAClassPathOfManyThenThatIsSaid() {
		this.registry.put(PROCRUN + "\\Start", "Class", "com.example.Main")
			.put(PROCRUN + "\\Java", "Jvm", "auto")
			.put(PROCRUN + "\\Java", "Classpath", "C:\\a.jar;C:\\lib\\*");
		Migration migration = read("orders.exe //RS//orders");
		assertThat(whats(migration)).contains("StartClass", "Classpath");
		assertThat(migration.install()).isEqualTo("java -jar <application>.jar --winsvc.install");
	}

	@Test
	void whenProcrunRunsAProgramThenItIsRead() {
		this.registry.put(PROCRUN + "\\Start", "Mode", "EXE")
			.put(PROCRUN + "\\Start", "Image", "C:\\jdk\\bin\\java.exe")
			.put(PROCRUN + "\\Start", "Params", "-jar", "C:\\a.jar", "run");
		assertThat(read("prunsrv.exe //RS//orders").properties()).containsEntry("winsvc.arguments", List.of("run"));
	}

	@Test
	void whenProcrunHasNoParametersThenThatIsSaid() {
		assertThat(whats(read("prunsrv.exe //RS//orders"))).contains("the parameters");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\"", "java", "cmd /c java -jar a.jar", "C:\\no\0path.exe" })
	void whenServiceRunsNoJarThenThatIsSaid(String imagePath) {
		assertThat(whats(read(imagePath))).contains("the image path");
	}

	@ParameterizedTest
	@ValueSource(strings = { "C:\\Program Files\\jdk\\bin\\java.exe -jar C:\\a.jar x.exe",
			"\"C:\\Program Files\\jdk\\bin\\java.exe\" -jar C:\\a.jar x.exe", "C:\\jdk\\bin\\java -jar C:\\a.jar x.exe",
			"java -jar C:\\a.jar x.exe" })
	void whenProgramIsNotQuotedThenItIsFoundAllTheSame(String imagePath) {
		assertThat(read(imagePath).properties()).containsEntry("winsvc.arguments", List.of("x.exe"));
	}

	@Test
	void whenServiceHasTriggersThenTheyAreListed() {
		this.triggers = List.of(new ServiceTrigger(20, ServiceTrigger.STOP, new UUID(0, 1), List.of()));
		assertThat(read("java -jar C:\\a.jar").notCarried()).filteredOn((item) -> item.what().equals("triggers"))
			.singleElement()
			.extracting(NotCarried::why)
			.asString()
			.contains("stop on etw 00000000-0000-0000-0000-000000000001");
		this.triggers = List.of();
		assertThat(whats(read("java -jar C:\\a.jar"))).doesNotContain("triggers");
	}

	private Migration read(String imagePath) {
		ServiceRegistration registration = new ServiceRegistration(new ServiceName("orders"),
				ServiceSettings.of(new DisplayName("orders"), new ImagePath(imagePath), new Start(StartType.AUTO),
						new Account("LocalSystem"), new Recovery(List.of(), Duration.ZERO, "", ""),
						new Triggers(this.triggers)),
				Set.of());
		try {
			return Migrator.ofService(registration, this.registry);
		}
		catch (MigrationException ex) {
			throw new AssertionError(ex);
		}
	}

	private static List<String> whats(Migration migration) {
		return migration.notCarried().stream().map(NotCarried::what).toList();
	}

}
