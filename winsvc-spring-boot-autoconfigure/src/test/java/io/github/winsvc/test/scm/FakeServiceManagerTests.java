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

package io.github.winsvc.test.scm;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.StreamSupport;

import io.github.winsvc.scm.AcceptedControl;
import io.github.winsvc.scm.ExitCode;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceControl.Custom;
import io.github.winsvc.scm.ServiceControl.Standard;
import io.github.winsvc.scm.ServiceDefinition;
import io.github.winsvc.scm.ServiceManager;
import io.github.winsvc.scm.ServiceName;
import io.github.winsvc.scm.ServiceRegistration;
import io.github.winsvc.scm.ServiceSetting;
import io.github.winsvc.scm.ServiceSidType;
import io.github.winsvc.scm.ServiceSettings;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.ServiceStatus;
import io.github.winsvc.scm.StartType;
import io.github.winsvc.scm.UnsupportedSettingException;
import io.github.winsvc.scm.Win32Error;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for {@link FakeServiceManager}.
 */
class FakeServiceManagerTests {

	private static final ServiceName ORDERS = new ServiceName("orders");

	private static final ServiceName OTHER = new ServiceName("other");

	@AutoClose
	private final FakeScm scm = new FakeScm();

	private final ServiceManager manager = this.scm.openManager();

	@Test
	void whenServiceIsAbsentThenFindAndQueryAreEmptyAndTheRestIsRefused() {
		assertThat(this.manager.find(ORDERS)).isEmpty();
		assertThat(this.manager.query(ORDERS)).isEmpty();
		assertRefused(1060, () -> this.manager.start(ORDERS));
		assertRefused(1060, () -> this.manager.control(ORDERS, Standard.STOP));
		assertRefused(1060, () -> this.manager.delete(ORDERS));
		assertRefused(1060, () -> this.manager.apply(ORDERS, new ServiceSetting.Description("")));
	}

	@Test
	void whenCreatedThenEveryKindOfSettingIsTold() {
		this.manager.create(definition(ORDERS, "Orders"));
		ServiceRegistration registration = this.manager.find(new ServiceName("ORDERS")).orElseThrow();
		assertThat(registration.name().value()).isEqualTo("orders");
		assertThat(StreamSupport.stream(registration.settings().spliterator(), false).map(Object::getClass))
			.containsExactlyInAnyOrderElementsOf(List.of(ServiceSetting.class.getPermittedSubclasses()));
		assertThat(registration.settings().get(ServiceSetting.DisplayName.class).value()).isEqualTo("Orders");
		assertThat(this.manager.query(ORDERS)).hasValueSatisfying((process) -> {
			assertThat(process.state()).isEqualTo(ServiceState.STOPPED);
			assertThat(process.processId()).isZero();
		});
	}

	@Test
	void whenNameIsTakenThenCreateIsRefused() {
		this.manager.create(definition(ORDERS, "Orders"));
		assertRefused(1073, () -> this.manager.create(definition(new ServiceName("Orders"), "New")));
		assertRefused(1078, () -> this.manager.create(definition(OTHER, "ORDERS")));
		this.manager.create(definition(OTHER, "Other"));
		assertRefused(1078, () -> this.manager.apply(OTHER, new ServiceSetting.DisplayName("orders")));
	}

	@Test
	void whenSettingIsAppliedThenItIsTold() {
		this.scm.register("orders");
		this.manager.apply(ORDERS, new ServiceSetting.Description("Takes orders"));
		assertThat(this.manager.find(ORDERS).orElseThrow().settings().find(ServiceSetting.Description.class))
			.contains(new ServiceSetting.Description("Takes orders"));
	}

	@Test
	void whenLikeWineThenKindsAreUnsupported() {
		this.scm.behaveLikeWine();
		this.scm.register("orders");
		assertThatExceptionOfType(UnsupportedSettingException.class)
			.isThrownBy(() -> this.manager.apply(ORDERS, new ServiceSetting.ServiceSid(ServiceSidType.UNRESTRICTED)));
		ServiceRegistration registration = this.manager.find(ORDERS).orElseThrow();
		assertThat(registration.unsupported()).containsExactlyInAnyOrder(ServiceSetting.Recovery.class,
				ServiceSetting.RecoveryOnFailureExit.class, ServiceSetting.ServiceSid.class,
				ServiceSetting.DelayedStart.class, ServiceSetting.RequiredPrivileges.class,
				ServiceSetting.SecurityDescriptor.class, ServiceSetting.Triggers.class);
		assertThat(registration.settings().find(ServiceSetting.ServiceSid.class)).isEmpty();
	}

	@Test
	void whenFailureIsInjectedThenOnlyTheNextCallFails() {
		this.scm.register("orders");
		this.scm.failNextApply(ServiceSetting.ServiceSid.class, new Win32Error(13));
		this.manager.apply(ORDERS, new ServiceSetting.Description("unharmed"));
		assertRefused(13, () -> this.manager.apply(ORDERS, new ServiceSetting.ServiceSid(ServiceSidType.UNRESTRICTED)));
		this.manager.apply(ORDERS, new ServiceSetting.ServiceSid(ServiceSidType.UNRESTRICTED));
		this.scm.failNext(ManagerCall.DELETE, new Win32Error(1115));
		assertRefused(1115, () -> this.manager.delete(ORDERS));
		this.manager.delete(ORDERS);
	}

	@Test
	void whenNotElevatedThenOnlyReadingIsAllowed() {
		this.scm.setProgram(new ModelService());
		this.scm.register("orders");
		this.manager.start(ORDERS);
		this.scm.service("orders").awaitState(ServiceState.RUNNING);
		this.scm.setElevated(false);
		assertThat(this.manager.find(ORDERS)).isPresent();
		assertThat(this.manager.query(ORDERS)).isPresent();
		this.manager.control(ORDERS, Standard.INTERROGATE);
		assertRefused(5, () -> this.manager.create(definition(OTHER, "Other")));
		assertRefused(5, () -> this.manager.apply(ORDERS, new ServiceSetting.Description("")));
		assertRefused(5, () -> this.manager.start(ORDERS));
		assertRefused(5, () -> this.manager.control(ORDERS, Standard.STOP));
		assertRefused(5, () -> this.manager.delete(ORDERS));
		assertRefused(1060, () -> this.manager.delete(OTHER));
	}

	@Test
	void whenServiceLivesThenTheOperatorSeesIt() {
		this.scm.setProgram(new ModelService());
		FakeService orders = this.scm.register("orders");
		this.manager.start(ORDERS);
		assertRefused(1056, () -> this.manager.start(ORDERS));
		orders.awaitState(ServiceState.RUNNING);
		assertThat(this.manager.query(ORDERS).orElseThrow().processId()).isNotZero();
		this.manager.control(ORDERS, Standard.PAUSE);
		orders.awaitState(ServiceState.PAUSED);
		this.manager.control(ORDERS, Standard.CONTINUE);
		orders.awaitState(ServiceState.RUNNING);
		assertRefused(120, () -> this.manager.control(ORDERS, new Custom(200)));
		assertRefused(87, () -> this.manager.control(ORDERS, Standard.SHUTDOWN));
		this.manager.control(ORDERS, Standard.STOP);
		orders.awaitState(ServiceState.STOPPED);
		assertRefused(1062, () -> this.manager.control(ORDERS, Standard.STOP));
		assertThat(orders.states()).containsExactly(ServiceState.START_PENDING, ServiceState.RUNNING,
				ServiceState.PAUSE_PENDING, ServiceState.PAUSED, ServiceState.CONTINUE_PENDING, ServiceState.RUNNING,
				ServiceState.STOP_PENDING, ServiceState.STOPPED);
		assertThat(orders.recoveries()).isEmpty();
	}

	@Test
	void whenServiceCannotTakeControlThenItIsRefused() throws InterruptedException {
		Stage stage = new Stage();
		ServiceManager operator = stage.scm.openManager();
		stage.connect();
		assertRefused(1061, () -> operator.control(ORDERS, Standard.INTERROGATE));
		stage.report(RuleExample.STARTING);
		assertRefused(1061, () -> operator.control(ORDERS, Standard.STOP));
		stage.report(ServiceStatus.running(Set.of(AcceptedControl.STOP)));
		assertRefused(1052, () -> operator.control(ORDERS, Standard.PAUSE));
		operator.control(ORDERS, Standard.STOP);
		assertRefused(1061, () -> operator.control(ORDERS, Standard.STOP));
		stage.report(RuleExample.STOPPING);
		assertRefused(1061, () -> operator.control(ORDERS, Standard.INTERROGATE));
		stage.report(RuleExample.STOPPED);
		stage.close();
	}

	@Test
	void whenServiceIsDisabledOrHasNoProgramThenStartIsRefused() {
		this.scm.register("orders");
		assertRefused(2, () -> this.manager.start(ORDERS));
		this.manager.apply(ORDERS, new ServiceSetting.Start(StartType.DISABLED));
		assertRefused(1058, () -> this.manager.start(ORDERS));
	}

	@Test
	void whenProcessDoesNotConnectInTimeThenItIsKilled() {
		FakeService orders = this.scm.register("orders");
		this.scm.setConnectTimeout(Duration.ofMillis(100));
		this.scm.setProgram((imagePath, dispatcher) -> {
			new CountDownLatch(1).await();
			return 0;
		});
		assertRefused(1053, () -> this.manager.start(ORDERS));
		assertThat(orders.query().status().exitCode()).isEqualTo(new ExitCode.Win32(1053));
		assertThat(orders.recoveries()).isEmpty();
	}

	@Test
	void whenProcessEndsBeforeItConnectsThenStartFailsAtOnce() {
		this.scm.register("orders");
		this.scm.setProgram((imagePath, dispatcher) -> 1);
		assertRefused(1053, () -> this.manager.start(ORDERS));
	}

	@Test
	void whenStoppedServiceIsDeletedThenItIsGone() {
		this.scm.register("orders");
		this.manager.delete(ORDERS);
		assertThat(this.manager.find(ORDERS)).isEmpty();
		this.manager.create(definition(ORDERS, "Orders"));
	}

	@Test
	void whenServiceIsHeldOrRunsThenDeleteOnlyMarksIt() {
		this.scm.setProgram(new ModelService());
		FakeService orders = this.scm.register("orders");
		FakeService.OpenHandle handle = orders.hold();
		this.manager.start(ORDERS);
		orders.awaitState(ServiceState.RUNNING);
		this.manager.delete(ORDERS);
		assertRefused(1072, () -> this.manager.delete(ORDERS));
		assertRefused(1072, () -> this.manager.create(definition(ORDERS, "Orders")));
		assertRefused(1072, () -> this.manager.apply(ORDERS, new ServiceSetting.Description("")));
		this.manager.control(ORDERS, Standard.STOP);
		orders.awaitState(ServiceState.STOPPED);
		assertRefused(1072, () -> this.manager.start(ORDERS));
		assertThat(this.manager.query(ORDERS)).isPresent();
		handle.close();
		assertThat(this.manager.query(ORDERS)).isEmpty();
	}

	@Test
	void whenServicesDependOnEachOtherThenTheyAreToldInTheOrderToStopThem() {
		this.scm.setProgram(new ModelService());
		FakeService orders = this.scm.register("orders");
		FakeService billing = this.scm.register("billing");
		FakeService reports = this.scm.register("reports");
		FakeService stopped = this.scm.register("stopped");
		reports.dependOn(orders);
		reports.dependOn(billing);
		billing.dependOn(orders);
		stopped.dependOn(orders);
		for (FakeService service : List.of(orders, billing, reports)) {
			this.manager.start(service.name());
			service.awaitState(ServiceState.RUNNING);
		}
		assertThat(this.manager.dependents(ORDERS)).containsExactly(reports.name(), billing.name());
		assertRefused(1051, () -> this.manager.control(ORDERS, Standard.STOP));
		for (FakeService service : List.of(reports, billing, orders)) {
			this.manager.control(service.name(), Standard.STOP);
			service.awaitState(ServiceState.STOPPED);
		}
		assertThat(this.manager.dependents(ORDERS)).isEmpty();
		assertRefused(1060, () -> this.manager.dependents(OTHER));
	}

	@Test
	void whenManagerIsClosedThenItsHandleIsInvalid() {
		this.manager.close();
		assertRefused(6, () -> this.manager.find(ORDERS));
	}

	private static ServiceDefinition definition(ServiceName name, String displayName) {
		return new ServiceDefinition(name,
				ServiceSettings.of(new ServiceSetting.DisplayName(displayName),
						new ServiceSetting.ImagePath("\"C:\\Program Files\\Java\\bin\\java.exe\" -jar orders.jar"),
						new ServiceSetting.Start(StartType.AUTO), new ServiceSetting.Account("NT SERVICE\\orders")));
	}

	private static void assertRefused(int code, ThrowingCallable call) {
		assertThatThrownBy(call).isInstanceOfSatisfying(ScmException.class,
				(ex) -> assertThat(ex.error().code()).isEqualTo(code));
	}

}
