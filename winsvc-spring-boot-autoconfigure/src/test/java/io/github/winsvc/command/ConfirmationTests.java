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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.github.winsvc.scm.ServiceDefinition;
import io.github.winsvc.scm.ServiceSetting.Account;
import io.github.winsvc.scm.ServiceSetting.Description;
import io.github.winsvc.scm.ServiceSetting.DisplayName;
import io.github.winsvc.scm.ServiceSetting.ImagePath;
import io.github.winsvc.scm.ServiceSetting.Start;
import io.github.winsvc.scm.ServiceSettings;
import io.github.winsvc.scm.StartType;
import io.github.winsvc.test.scm.FakeScm;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Confirmation}.
 */
class ConfirmationTests {

	private static final Change CHANGE = new Change(new Description("Other"), new Description("Takes orders"));

	private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

	@AutoClose
	private final FakeScm scm = new FakeScm();

	private Plan plan(Change... changes) {
		ServiceDefinition definition = new ServiceDefinition(Workbench.NAME,
				ServiceSettings.of(new DisplayName("Orders"), new ImagePath("\"java.exe\""), new Start(StartType.AUTO),
						new Account("LocalSystem"), new Description("Takes orders")));
		return new Plan(definition, false, List.of(changes), List.of());
	}

	private List<String> confirm(Path directory, Supplier<Plan> planner) throws IOException {
		this.scm.register("orders");
		try (Workbench bench = new Workbench(directory)) {
			Context context = bench.context(this.scm.openManager(),
					Output.text(new PrintStream(this.printed, true, StandardCharsets.UTF_8)));
			new Confirmation(context, planner, new Credentials(context)).of(plan(CHANGE), new ArrayList<>());
		}
		return this.printed.toString(StandardCharsets.UTF_8).lines().toList();
	}

	@Test
	void whenAllIsRegisteredThenNothingIsSaid(@TempDir Path directory) throws IOException {
		assertThat(confirm(directory, this::plan)).isEmpty();
	}

	@Test
	void whenWindowsKeepsItOtherwiseThenItIsLeft(@TempDir Path directory) throws IOException {
		assertThat(confirm(directory, () -> plan(CHANGE))).isEmpty();
	}

	@Test
	void whenAnotherProgramHasChangedItThenItIsRegisteredAgain(@TempDir Path directory) throws IOException {
		List<Plan> plans = new ArrayList<>(
				List.of(plan(new Change(new Description("Third"), new Description("Takes orders"))), plan()));
		assertThat(confirm(directory, () -> plans.remove(0))).containsExactly(
				"The service 'orders' is not registered as it was just told. Once more:",
				"  ~ description: \"Third\" -> \"Takes orders\"");
		assertThat(this.scm.openManager().find(Workbench.NAME))
			.hasValueSatisfying((registration) -> assertThat(registration.settings().get(Description.class))
				.isEqualTo(new Description("Takes orders")));
	}

	@Test
	void whenAnotherProgramNeverEndsThenThatIsSaid(@TempDir Path directory) {
		int[] count = new int[1];
		assertThatExceptionOfType(CommandException.class)
			.isThrownBy(() -> confirm(directory,
					() -> plan(new Change(new Description("No. " + count[0]++), new Description("Takes orders")))))
			.withMessage("Another program goes on changing the service 'orders'.");
	}

}
