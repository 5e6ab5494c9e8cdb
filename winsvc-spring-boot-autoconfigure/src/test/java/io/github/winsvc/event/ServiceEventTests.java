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

package io.github.winsvc.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.github.winsvc.scm.AcceptedControl;
import io.github.winsvc.scm.ControlAnswer;
import io.github.winsvc.scm.DeviceEvent;
import io.github.winsvc.scm.ExitCode;
import io.github.winsvc.scm.HardwareProfileChange;
import io.github.winsvc.scm.PowerEvent;
import io.github.winsvc.scm.ServiceControl;
import io.github.winsvc.scm.ServiceControl.Custom;
import io.github.winsvc.scm.ServiceControl.Standard;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.SessionChange;
import io.github.winsvc.scm.TimeChange;
import io.github.winsvc.test.TestService;
import io.github.winsvc.test.WinsvcTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what an application hears of the service that it is.
 */
@WinsvcTest(application = ServiceEventTests.EventMain.class, name = "events",
		properties = { "spring.main.web-application-type=none", "winsvc.reload.enabled=false" })
@ExtendWith(OutputCaptureExtension.class)
class ServiceEventTests {

	private static final SessionChange LOCK = new SessionChange(SessionChange.Reason.SESSION_LOCK, 2);

	private static final List<AcceptedControl> ALWAYS = List.of(AcceptedControl.STOP, AcceptedControl.PAUSE_CONTINUE,
			AcceptedControl.SHUTDOWN, AcceptedControl.PRESHUTDOWN);

	private static BlockingQueue<Object> heard;

	@BeforeEach
	void reset() {
		heard = new LinkedBlockingQueue<>();
	}

	private static void run(TestService service, String... listeners) {
		for (String listener : listeners) {
			service.withProperties("hear." + listener + "=true");
		}
		service.start();
		service.awaitState(ServiceState.RUNNING);
	}

	private static Object next() throws InterruptedException {
		Object event = heard.poll(20, TimeUnit.SECONDS);
		assertThat(event).as("an event").isNotNull();
		return event;
	}

	private static List<AcceptedControl> accepted(TestService service) {
		return service.registered().query().status().accepted().stream().sorted().toList();
	}

	@Test
	void whenNobodyListensThenServiceAcceptsNoMoreThanItActsOn(TestService service) {
		run(service, "everything");
		assertThat(accepted(service)).containsExactlyElementsOf(ALWAYS);
		assertThat(service.send(new Custom(200))).isEqualTo(ControlAnswer.NOT_IMPLEMENTED);
	}

	@Test
	void whenBeanListensToAKindThenItIsAcceptedAndHeard(TestService service) throws InterruptedException {
		run(service, "sessions");
		assertThat(accepted(service)).hasSize(5).contains(AcceptedControl.SESSIONCHANGE);
		assertThat(service.send(LOCK)).isEqualTo(ControlAnswer.HANDLED);
		assertThat(next()).isEqualTo(LOCK);
	}

	@Test
	void whenListenerIsAnApplicationListenerThenItIsHeardToo(TestService service) throws InterruptedException {
		run(service, "listener");
		assertThat(accepted(service)).hasSize(5).contains(AcceptedControl.TIMECHANGE);
		TimeChange change = new TimeChange(Instant.EPOCH, Instant.EPOCH);
		service.send(change);
		assertThat(next()).isEqualTo(change);
	}

	@Test
	void whenBeanListensToAllControlsThenEachIsHeard(TestService service) throws InterruptedException {
		run(service, "controls");
		assertThat(accepted(service)).containsExactlyInAnyOrder(AcceptedControl.values());
		List<ServiceControl> controls = List.of(Standard.PARAMCHANGE, Standard.NETBINDADD, Standard.NETBINDREMOVE,
				Standard.NETBINDENABLE, Standard.NETBINDDISABLE, Standard.TRIGGEREVENT, Standard.USERMODEREBOOT, LOCK,
				new PowerEvent(PowerEvent.Kind.SUSPEND, null),
				new HardwareProfileChange(HardwareProfileChange.Kind.CONFIGCHANGED),
				new DeviceEvent(DeviceEvent.Kind.DEVICEARRIVAL, null), new Custom(128), new Custom(254));
		for (ServiceControl control : controls) {
			assertThat(service.send(control)).isEqualTo(ControlAnswer.HANDLED);
			assertThat(next()).isEqualTo(control);
		}
	}

	@Test
	void whenMethodIsMarkedThenItIsCalledForItsCodesAlone(TestService service) throws InterruptedException {
		run(service, "marked");
		assertThat(accepted(service)).hasSize(5).contains(AcceptedControl.PARAMCHANGE);
		assertThat(service.send(new Custom(200))).isEqualTo(ControlAnswer.HANDLED);
		assertThat(service.send(new Custom(201))).isEqualTo(ControlAnswer.HANDLED);
		assertThat(service.send(new Custom(202))).isEqualTo(ControlAnswer.NOT_IMPLEMENTED);
		assertThat(service.send(Standard.PARAMCHANGE)).isEqualTo(ControlAnswer.HANDLED);
		assertThat(List.of(next(), next(), next())).containsExactly("200 on winsvc-news", new Custom(201),
				Standard.PARAMCHANGE);
	}

	@Test
	void whenMarkedMethodNamesAControlThatTheServiceActsOnThenStartFails(TestService service) {
		service.withProperties("hear.stop=true").start();
		assertThat(service.awaitExit().exitCode()).isEqualTo(new ExitCode.ServiceSpecific(1));
		assertThat(service.failure()).hasStackTraceContaining("names the control 1. Name 128 to 255");
	}

	@Test
	void whenKindIsAcceptedByConfigurationThenItIsThoughNobodyListens(TestService service) {
		service.withProperties("winsvc.controls.accept=power-event,netbindchange");
		run(service);
		assertThat(accepted(service)).hasSize(6).contains(AcceptedControl.POWEREVENT, AcceptedControl.NETBINDCHANGE);
		assertThat(service.send(new PowerEvent(PowerEvent.Kind.SUSPEND, null))).isEqualTo(ControlAnswer.HANDLED);
	}

	@Test
	void whenSettingsAndDevicesAreNamedThenServiceSubscribesToThem(TestService service) {
		service.withProperties("winsvc.controls.power-settings=5d3e9a59-e9d5-4b00-a6bd-ff34ff516548",
				"winsvc.controls.device-classes=a5dcbf10-6530-11d2-901f-00c04fb951ed");
		run(service);
		assertThat(service.registered().subscriptions()).containsExactly(
				UUID.fromString("5d3e9a59-e9d5-4b00-a6bd-ff34ff516548"),
				UUID.fromString("a5dcbf10-6530-11d2-901f-00c04fb951ed"));
	}

	@Test
	void whenPauseIsNotWantedThenItIsNotAccepted(TestService service) {
		service.withProperties("winsvc.pause.enabled=false");
		run(service);
		assertThat(accepted(service)).doesNotContain(AcceptedControl.PAUSE_CONTINUE);
	}

	@Test
	void whenListenerFailsThenTheNextControlIsHeardAllTheSame(TestService service, CapturedOutput output)
			throws InterruptedException {
		run(service, "failing", "sessions");
		service.send(new Custom(200));
		service.send(LOCK);
		assertThat(next()).isEqualTo(LOCK);
		assertThat(output).contains("A listener has failed on Custom[code=200]");
	}

	@Test
	void whenThreadDumpIsAskedForThenThreadsAreLogged(TestService service, CapturedOutput output)
			throws InterruptedException {
		run(service, "sessions");
		service.send(new Custom(255));
		service.send(LOCK);
		next();
		assertThat(output).contains("Threads, as control 255 asks for").contains("\"winsvc-status\" daemon");
	}

	@Test
	void whenThreadDumpHasAnotherCodeThenThatCounts(TestService service) {
		service.withProperties("winsvc.controls.thread-dump-code=180");
		run(service);
		assertThat(service.send(new Custom(180))).isEqualTo(ControlAnswer.HANDLED);
		assertThat(service.send(new Custom(255))).isEqualTo(ControlAnswer.NOT_IMPLEMENTED);
	}

	@Test
	void whenThreadDumpIsNotWantedThenNoCodeAsksForIt(TestService service) {
		service.withProperties("winsvc.controls.thread-dump-code=0");
		run(service);
		assertThat(service.send(new Custom(255))).isEqualTo(ControlAnswer.NOT_IMPLEMENTED);
	}

	@Test
	void whenStateChangesThenApplicationHearsOfItAndItIsLogged(TestService service, CapturedOutput output)
			throws InterruptedException {
		run(service, "states");
		service.pause();
		service.resume();
		service.stop();
		assertThat(List.of(next(), next(), next(), next(), next(), next())).containsExactly(
				new ServiceStateChangedEvent(ServiceState.START_PENDING, ServiceState.RUNNING),
				new ServiceStateChangedEvent(ServiceState.RUNNING, ServiceState.PAUSE_PENDING),
				new ServiceStateChangedEvent(ServiceState.PAUSE_PENDING, ServiceState.PAUSED),
				new ServiceStateChangedEvent(ServiceState.PAUSED, ServiceState.CONTINUE_PENDING),
				new ServiceStateChangedEvent(ServiceState.CONTINUE_PENDING, ServiceState.RUNNING),
				new ServiceStateChangedEvent(ServiceState.RUNNING, ServiceState.STOP_PENDING));
		assertThat(output).contains("The service is PAUSED, was PAUSE_PENDING")
			.contains("The service ends with exit code 0");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Sessions.class, Times.class, Controls.class, Marked.class, Stopping.class, Failing.class, States.class,
			Everything.class })
	static class EventMain {

		public static void main(String[] args) {
			SpringApplication.run(EventMain.class, args);
		}

	}

	@ConditionalOnProperty("hear.sessions")
	static class Sessions {

		@EventListener
		void hear(SessionChange change) {
			heard.add(change);
		}

	}

	@ConditionalOnProperty("hear.listener")
	static class Times implements ApplicationListener<PayloadApplicationEvent<TimeChange>> {

		@Override
		public void onApplicationEvent(PayloadApplicationEvent<TimeChange> event) {
			heard.add(event.getPayload());
		}

	}

	@ConditionalOnProperty("hear.controls")
	static class Controls {

		@EventListener
		void hear(ServiceControl control) {
			heard.add(control);
		}

	}

	@ConditionalOnProperty("hear.marked")
	static class Marked {

		@OnServiceControl(200)
		void importNow() {
			heard.add("200 on " + Thread.currentThread().getName());
		}

		@OnServiceControl({ 201, 6 })
		void hear(ServiceControl control) {
			heard.add(control);
		}

	}

	@ConditionalOnProperty("hear.stop")
	static class Stopping {

		@OnServiceControl(1)
		void stop() {
		}

	}

	@ConditionalOnProperty("hear.failing")
	static class Failing {

		@OnServiceControl(200)
		void fail() {
			throw new IllegalStateException("no stock");
		}

	}

	@ConditionalOnProperty("hear.states")
	static class States {

		@EventListener
		void hear(ServiceStateChangedEvent change) {
			heard.add(change);
		}

	}

	@ConditionalOnProperty("hear.everything")
	static class Everything implements ApplicationListener<ApplicationEvent> {

		@Override
		public void onApplicationEvent(ApplicationEvent event) {
		}

		@EventListener
		void hear(Object event) {
		}

	}

}
