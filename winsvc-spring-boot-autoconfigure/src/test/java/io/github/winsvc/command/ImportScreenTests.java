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

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.github.winsvc.scm.FailureAction;
import io.github.winsvc.scm.ServiceSetting.Account;
import io.github.winsvc.scm.ServiceSetting.Description;
import io.github.winsvc.scm.ServiceSetting.DisplayName;
import io.github.winsvc.scm.ServiceSetting.ImagePath;
import io.github.winsvc.scm.ServiceSetting.Recovery;
import io.github.winsvc.scm.ServiceSetting.Start;
import io.github.winsvc.scm.StartType;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@code --winsvc.import} prints, as text and as JSON.
 */
class ImportScreenTests {

	private static final String SERVICE = "SYSTEM\\CurrentControlSet\\Services\\orders";

	private static final String PROCRUN = "SOFTWARE\\WOW6432Node\\Apache Software Foundation\\Procrun 2.0\\orders"
			+ "\\Parameters";

	@AutoClose
	private Workbench bench;

	@BeforeEach
	void open(@TempDir Path directory) throws IOException {
		this.bench = new Workbench(directory);
		this.bench.scm.setElevated(false);
	}

	@ParameterizedTest
	@CsvSource({ "winsw-2,txt", "winsw-2,json", "winsw-3,txt", "winsw-3,json" })
	void whenSourceIsAFileOfWinswThenItsPropertiesAreShown(String file, String format) throws IOException {
		Screen.of(this.bench, format)
			.shows(Verb.IMPORT, file(file + ".xml").toString(), ExitStatus.DONE, "import-" + file);
	}

	@ParameterizedTest
	@CsvSource({ "broken,txt", "broken,json", "entity,txt", "entity,json" })
	void whenSourceIsABrokenFileThenThatIsRefusedOnOneLine(String file, String format) throws IOException {
		Screen.of(this.bench, format)
			.shows(Verb.IMPORT, file(file + ".xml").toString(), ExitStatus.FAILED, "import-" + file);
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenSourceIsNoFileThenItSaysWhatToName(String format) {
		Screen.of(this.bench, format)
			.shows(Verb.IMPORT, this.bench.directory().resolve("none.xml").toString(), ExitStatus.USAGE,
					"import-no-file");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenSourceIsAnUnknownServiceThenItSaysSo(String format) {
		Screen.of(this.bench, format).shows(Verb.IMPORT, "orders", ExitStatus.NOT_INSTALLED, "import-unknown");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenSourceIsAServiceOfNssmThenItsParametersAreShown(String format) {
		nssm();
		Screen.of(this.bench, format).shows(Verb.IMPORT, "orders", ExitStatus.DONE, "import-nssm");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenSourceIsAServiceOfProcrunThenItsParametersAreShown(String format) {
		procrun();
		Screen.of(this.bench, format).shows(Verb.IMPORT, "orders", ExitStatus.DONE, "import-procrun");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenSourceIsAServiceOfWinswThenItsFileIsRead(String format) throws IOException {
		Path file = file("winsw-3.xml");
		this.bench.scm.register("orders", new ImagePath('"' + file.toString().replaceFirst("\\.xml$", ".exe") + '"'));
		Screen.of(this.bench, format).shows(Verb.IMPORT, "orders", ExitStatus.DONE, "import-winsw-3");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenSourceIsAServiceThatRunsJavaThenItsCommandLineIsRead(String format) {
		this.bench.scm.register("orders", new DisplayName("Orders"), new Start(StartType.DISABLED),
				new Account("NT AUTHORITY\\LocalService"),
				new ImagePath("C:\\jdk-17\\bin\\java.exe -Xmx256m -jar \"C:\\Program Files\\Orders\\orders.jar\" "
						+ "--server.port=8081 --api-key=hunter2"));
		Screen.of(this.bench, format).shows(Verb.IMPORT, "orders", ExitStatus.DONE, "import-java");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenSourceIsAServiceOfAnotherProgramThenThatIsSaid(String format) {
		this.bench.scm.register("orders", new ImagePath("\"C:\\Orders\\orders.exe\" --password=hunter2"));
		Screen.of(this.bench, format).shows(Verb.IMPORT, "orders", ExitStatus.DONE, "import-other");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenSourceIsAServiceOfWinsvcThenThereIsNothingToImport(String format) {
		this.bench.scm.setElevated(true);
		this.bench.run(Verb.INSTALL);
		this.bench.scm.setElevated(false);
		Screen.of(this.bench, format).shows(Verb.IMPORT, "orders", ExitStatus.FAILED, "import-winsvc");
	}

	@Test
	void whenAnythingIsImportedThenNoSecretIsPrintedAndTheTextIsYaml() throws IOException {
		nssm();
		procrun();
		for (String source : List.of(file("winsw-2.xml").toString(), file("winsw-3.xml").toString(), "orders")) {
			this.bench.json = true;
			this.bench.run(Verb.IMPORT, source);
			assertThat(this.bench.printed()).doesNotContain("hunter2");
			this.bench.json = false;
			this.bench.run(Verb.IMPORT, source);
			assertThat(this.bench.printed()).doesNotContain("hunter2").isASCII();
			assertThat(new Yaml().<Object>load(this.bench.printed())).hasFieldOrProperty("winsvc");
		}
	}

	private Path file(String name) throws IOException {
		Path file = this.bench.directory().resolve(name);
		try (InputStream stream = getClass().getResourceAsStream("import/" + name)) {
			assertThat(stream).as(name).isNotNull();
			Files.write(file, stream.readAllBytes());
		}
		return file;
	}

	private void nssm() {
		this.bench.scm.register("orders", new DisplayName("Order intake"), new Description("Takes orders"),
				new Start(StartType.AUTO), new Account(".\\orders"), new ImagePath("C:\\tools\\nssm.exe"));
		this.bench.registry.put(SERVICE, "DelayedAutostart", "1")
			.put(SERVICE, "DependOnService", "Tcpip", "MSSQLSERVER")
			.put(SERVICE, "ObjectName", ".\\orders")
			.put(SERVICE + "\\Parameters", "Application", "C:\\Program Files\\Java\\jdk-17\\bin\\java.exe")
			.put(SERVICE + "\\Parameters", "AppParameters",
					"-Xmx512m -jar orders.jar --server.port=8081 --token hunter2")
			.put(SERVICE + "\\Parameters", "AppDirectory", "C:\\Orders")
			.put(SERVICE + "\\Parameters", "AppEnvironmentExtra", "ORDERS_HOME=C:\\Orders\\data",
					"ORDERS_URL=https://shop:hunter2@example.com/", "ORDERS_PROXY=http://proxy:8080")
			.put(SERVICE + "\\Parameters", "AppStdout", "C:\\Orders\\logs\\service.log")
			.put(SERVICE + "\\Parameters", "AppStderr", "C:\\Orders\\logs\\service.log")
			.put(SERVICE + "\\Parameters", "AppRotateFiles", "1")
			.put(SERVICE + "\\Parameters", "AppRestartDelay", "5000")
			.put(SERVICE + "\\Parameters", "AppThrottle", "3000")
			.put(SERVICE + "\\Parameters", "AppStopMethodConsole", "20000")
			.put(SERVICE + "\\Parameters", "AppStopMethodSkip", "6")
			.put(SERVICE + "\\Parameters", "AppPriority", "32768")
			.put(SERVICE + "\\Parameters", "AppAffinity", "0-1")
			.put(SERVICE + "\\Parameters\\AppExit", "", "Restart")
			.put(SERVICE + "\\Parameters\\AppExit", "3", "Exit");
	}

	private void procrun() {
		if (this.bench.registry.read(SERVICE).names().isEmpty()) {
			this.bench.scm.register("orders", new DisplayName("Order intake"), new Start(StartType.MANUAL),
					new Account("NT AUTHORITY\\LocalService"),
					new Recovery(List.of(FailureAction.restart(Duration.ofMinutes(1))), Duration.ofDays(1), "", ""),
					new ImagePath("C:\\Orders\\prunsrv.exe //RS//orders"));
		}
		this.bench.registry.put(PROCRUN, "Environment", "ORDERS_HOME=C:\\Orders\\data", "ORDERS_SECRET=hunter2")
			.put(PROCRUN + "\\Java", "Jvm", "C:\\jdk-17\\bin\\server\\jvm.dll")
			.put(PROCRUN + "\\Java", "Options", "-Dfile.encoding=UTF-8", "-Djavax.net.ssl.keyStorePassword=hunter2")
			.put(PROCRUN + "\\Java", "Options9", "--add-opens=java.base/java.util=ALL-UNNAMED")
			.put(PROCRUN + "\\Java", "JvmMs", "128")
			.put(PROCRUN + "\\Java", "JvmMx", "512")
			.put(PROCRUN + "\\Java", "Classpath", "C:\\Orders\\orders.jar")
			.put(PROCRUN + "\\Start", "Mode", "jvm")
			.put(PROCRUN + "\\Start", "Class", "com.example.orders.WindowsService")
			.put(PROCRUN + "\\Start", "Params", "start")
			.put(PROCRUN + "\\Start", "WorkingPath", "C:\\Orders")
			.put(PROCRUN + "\\Stop", "Class", "com.example.orders.WindowsService")
			.put(PROCRUN + "\\Stop", "Params", "stop")
			.put(PROCRUN + "\\Stop", "Timeout", "90")
			.put(PROCRUN + "\\Log", "Path", "C:\\Orders\\logs")
			.put(PROCRUN + "\\Log", "StdOutput", "auto");
	}

}
