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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WinswFileTests {

	@TempDir
	private Path directory;

	@ParameterizedTest
	@CsvSource({ "Automatic,,", "automatic,<delayedAutoStart/>,delayed-auto",
			"Automatic,<delayedAutoStart>true</delayedAutoStart>,delayed-auto",
			"Automatic,<delayedAutoStart>false</delayedAutoStart>,", "Manual,<delayedAutoStart/>,manual",
			"Disabled,,disabled" })
	void whenStartModeIsGivenThenItIsTheStartType(String mode, String delayed, String startType) {
		Migration migration = read("<startmode>" + mode + "</startmode>" + ((delayed != null) ? delayed : ""));
		assertThat(migration.properties().get("winsvc.start-type")).isEqualTo(startType);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Boot", "System", "x" })
	void whenStartModeIsThatOfADriverThenItIsNotCarried(String mode) {
		assertThat(whats(read("<startmode>" + mode + "</startmode>"))).contains("startmode");
	}

	@Test
	void whenSecurityDescriptorIsAListOfAccessThenItIsCarried() {
		assertThat(read("<securityDescriptor> D:(A;;GA;;;BA)(A;;RP;;;AU) </securityDescriptor>").properties())
			.containsEntry("winsvc.security-descriptor", "D:(A;;GA;;;BA)(A;;RP;;;AU)");
	}

	@ParameterizedTest
	@ValueSource(strings = { "O:BAD:(A;;GA;;;BA)", "D:(A;;GA;;;SY)", "D:(A;;GA;;;BA)S:(AU;FA;GA;;;WD)" })
	void whenSecurityDescriptorIsMoreOrLetsNoAdministratorInThenItIsNotCarried(String sddl) {
		Migration migration = read("<securityDescriptor>" + sddl + "</securityDescriptor>");
		assertThat(whats(migration)).contains("securityDescriptor");
		assertThat(migration.properties()).doesNotContainKey("winsvc.security-descriptor");
	}

	@ParameterizedTest
	@CsvSource({ "idle,idle", "BelowNormal,below-normal", "Normal,", "abovenormal,above-normal", "High,high",
			"RealTime," })
	void whenPriorityIsGivenThenItIsCarriedUnlessItIsNormalOrTooHigh(String given, @Nullable String priority) {
		Migration migration = read("<priority>" + given + "</priority>");
		assertThat(migration.properties().get("winsvc.priority")).isEqualTo(priority);
		assertThat(whats(migration).contains("priority")).isEqualTo(given.equals("RealTime"));
	}

	@Test
	void whenArgumentsSpanLinesThenTheyAreSplitAtBlanks() {
		assertThat(read("""
				<executable>java.exe</executable>
				<arguments>
				  -Xmx1g
				  -jar "a b.jar"
				  --a="b c"   d
				</arguments>""").properties()).containsEntry("winsvc.jvm-options", List.of("-Xmx1g"))
			.containsEntry("winsvc.arguments", List.of("--a=b c", "d"));
	}

	@Test
	void whenThereAreStartArgumentsThenTheArgumentsFollowThem() {
		Migration migration = read("<executable>java</executable><startarguments>-jar a.jar run</startarguments>"
				+ "<arguments>now</arguments>");
		assertThat(migration.properties()).containsEntry("winsvc.arguments", List.of("run", "now"));
	}

	@Test
	void whenAVariableIsDefinedInTheFileThenItIsReplaced() {
		Migration migration = read("<env name='A' value='%BASE%'/><env name='B' value='%a%\\b'/>"
				+ "<executable>java</executable><arguments>-jar a.jar --id=%SERVICE_ID% --b=%B%</arguments>");
		assertThat(migration.properties())
			.containsEntry("winsvc.arguments", List.of("--id=orders", "--b=" + this.directory + "\\b"))
			.containsEntry("winsvc.environment[B]", this.directory + "\\b");
		assertThat(whats(migration)).noneMatch((what) -> what.contains("%"));
	}

	@Test
	void whenASecretIsUsedAsAVariableThenItIsNotReplaced() {
		Migration migration = read("<env name='DB_PASSWORD' value='hunter2'/><executable>java</executable>"
				+ "<arguments>-jar a.jar --db=%DB_PASSWORD%</arguments><description>%DB_PASSWORD%</description>");
		assertThat(migration.toString()).doesNotContain("hunter2");
		assertThat(whats(migration)).contains("env DB_PASSWORD", "%DB_PASSWORD% in winsvc.arguments");
	}

	@ParameterizedTest
	@ValueSource(strings = { "run.cmd hunter2", "C:\\run.cmd --password=hunter2", "password=hunter2" })
	void whenProgramHasArgumentsInItsNameThenTheyAreNotPrinted(String program) {
		Migration migration = read("<executable>" + program + "</executable>");
		assertThat(whats(migration)).contains("executable");
		assertThat(migration.toString()).doesNotContain("hunter2");
	}

	@Test
	void whenJarIsInTheWorkingDirectoryThenThatIsTheDefault() {
		String program = "<executable>java</executable><arguments>-jar a.jar</arguments>";
		assertThat(read(program).properties()).doesNotContainKey("winsvc.working-directory");
		assertThat(read(program + "<workingdirectory>C:\\Work</workingdirectory>").installWithOptions())
			.isEqualTo("java -jar C:\\Work\\a.jar --winsvc.install");
		assertThat(read("<executable>java</executable><arguments>-jar C:\\a.jar</arguments>"
				+ "<workingdirectory>C:\\Work</workingdirectory>")
			.properties()).containsEntry("winsvc.working-directory", "C:\\Work");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<executable>C:\\orders.exe</executable>", "<executable>java</executable>",
			"<executable>java</executable><arguments>-cp a.jar com.example.Main</arguments>",
			"<executable>java</executable><arguments>-jar</arguments>",
			"<executable>java</executable><arguments>-m orders/com.example.Main -jar x</arguments>" })
	void whenNoJarIsStartedThenThatIsSaid(String program) {
		Migration migration = read(program);
		assertThat(whats(migration)).contains("executable");
		assertThat(migration.install()).isEqualTo("java -jar <application>.jar --winsvc.install");
	}

	@ParameterizedTest
	@CsvSource({ "LocalSystem,", "NT AUTHORITY\\LocalService,LocalService", "networkservice,NetworkService",
			"NT AUTHORITY\\Network Service,NetworkService", "NT SERVICE\\orders,", "SHOP\\orders,SHOP\\orders",
			"SHOP\\orders$,SHOP\\orders$", ".\\orders,.\\orders", "orders,.\\orders",
			"orders@shop.example,orders@shop.example" })
	void whenAccountIsGivenThenItIsCarriedUnlessItIsTheOwn(String account, String carried) {
		Migration migration = read("<serviceaccount><username>" + account + "</username></serviceaccount>");
		assertThat(migration.properties().get("winsvc.account")).isEqualTo(carried);
	}

	@Test
	void whenFileNamesNoAccountThenThatOfTheInstalledServiceCounts() throws Exception {
		Migration migration = WinswFile.read(write("<service><id>orders</id></service>"), "NT AUTHORITY\\LocalService");
		assertThat(migration.properties()).containsEntry("winsvc.account", "LocalService");
	}

	@ParameterizedTest
	@CsvSource({ "<onfailure action='restart' delay='10 sec'/>,[10s],", "<onfailure action='restart'/>,[0s],",
			"<onfailure action='none'/>,[],", "<onfailure action='reboot'/>,[],true",
			"<onfailure action='restart' delay='1500'/><onfailure action='reboot' delay='2 days'/>,[1500ms],true" })
	void whenActionsAreGivenThenTheyAreTheRecovery(String actions, String delays, Boolean reboot) {
		Migration migration = read(actions);
		assertThat(migration.properties().get("winsvc.recovery.delays")).hasToString(delays);
		assertThat(migration.properties().get("winsvc.recovery.reboot")).isEqualTo(reboot);
	}

	@ParameterizedTest
	@ValueSource(strings = { "soon", "10 s", "-1 sec", "1.5 sec", "99999999999 sec" })
	void whenATimeIsNoneThenItIsNotCarried(String time) {
		Migration migration = read("<stoptimeout>" + time + "</stoptimeout><resetfailure>" + time
				+ "</resetfailure><onfailure action='restart' delay='" + time + "'/>");
		assertThat(whats(migration)).contains("stoptimeout", "resetfailure", "onfailure");
	}

	@Test
	void whenNameIsNoneOfAServiceThenItIsNotCarried() throws Exception {
		Migration migration = Migrator.ofFile(write("<service><id>a\"b</id></service>"));
		assertThat(migration.properties()).doesNotContainKey("winsvc.name");
		assertThat(migration.service()).isNull();
		assertThat(whats(migration)).contains("the name");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<services/>", "<a><service/></a>" })
	void whenRootIsAnotherThenFileIsRefused(String xml) {
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> Migrator.ofFile(write(xml)))
			.withMessage("its root is not the <service> of WinSW");
	}

	@Test
	void whenFileIsYamlThenThatIsRefused() {
		assertThatExceptionOfType(MigrationException.class)
			.isThrownBy(() -> Migrator.ofFile(this.directory.resolve("orders.YML")))
			.withMessage("only the XML form of a WinSW file can be read");
	}

	private Migration read(String elements) {
		try {
			return Migrator.ofFile(write("<service><id>orders</id>" + elements + "</service>"));
		}
		catch (MigrationException ex) {
			throw new AssertionError(ex);
		}
	}

	private Path write(String xml) {
		try {
			return Files.writeString(this.directory.resolve("orders.xml"), xml);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private static List<String> whats(Migration migration) {
		return migration.notCarried().stream().map(NotCarried::what).toList();
	}

}
