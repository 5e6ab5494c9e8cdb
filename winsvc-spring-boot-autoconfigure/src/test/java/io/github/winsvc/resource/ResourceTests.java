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

package io.github.winsvc.resource;

import java.io.File;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import io.github.winsvc.scm.OwnProcess;
import io.github.winsvc.scm.ProcessCounters;
import io.github.winsvc.scm.ProcessCounters.Transfer;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.Win32Error;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the resources of a service.
 */
@ExtendWith(OutputCaptureExtension.class)
class ResourceTests {

	private static final double GB = 1L << 30;

	private static final ProcessCounters COUNTERS = new ProcessCounters(321, 5, 7, 200_000_000, 150_000_000, 4711,
			new Transfer(11, 1_100), new Transfer(22, 2_200));

	private final MockEnvironment environment = new MockEnvironment();

	private final Map<Resource, Double> amounts = new EnumMap<>(Resource.class);

	private ResourceMonitor monitor;

	private ResourceMonitor look() {
		if (this.monitor == null) {
			ResourceProperties properties = Binder.get(this.environment)
				.bindOrCreate("winsvc.resources", ResourceProperties.class);
			this.monitor = new ResourceMonitor(properties, (resource) -> {
				Double amount = this.amounts.get(resource);
				return (amount != null) ? OptionalDouble.of(amount) : OptionalDouble.empty();
			});
		}
		this.monitor.look();
		return this.monitor;
	}

	private Health health() {
		return new ResourcesHealthIndicator(look()).health();
	}

	@ParameterizedTest
	@CsvSource({ "DISK, 1073741825, OK", "DISK, 1073741824, WARNING", "DISK, 104857600, CRITICAL", "HEAP, 84, OK",
			"HEAP, 85, WARNING", "HEAP, 95, CRITICAL", "WORKING_SET, 99999999999, OK", "HANDLES, 9999, OK",
			"HANDLES, 10000, WARNING", "HANDLES, 9999999, WARNING", "THREADS, 2000, WARNING", "CPU, 94, OK",
			"CPU, 100, WARNING" })
	void whenNothingIsConfiguredThenThresholdsAreSafe(Resource resource, double amount, Level level) {
		this.amounts.put(resource, amount);
		assertThat(look().readings().get(resource).level()).isEqualTo(level);
	}

	@Test
	void whenThresholdsAreConfiguredThenTheyApply() {
		this.environment.setProperty("winsvc.resources.working-set.critical", "100MB");
		this.environment.setProperty("winsvc.resources.handles.warning", "0");
		this.amounts.put(Resource.WORKING_SET, GB);
		this.amounts.put(Resource.HANDLES, 1e9);
		assertThat(look().readings().get(Resource.WORKING_SET).level()).isEqualTo(Level.CRITICAL);
		assertThat(look().readings().get(Resource.HANDLES).level()).isEqualTo(Level.OK);
	}

	@Test
	void whenAllIsWellThenHealthIsUpAndTellsTheAmounts() {
		this.amounts.put(Resource.DISK, 5 * GB);
		this.amounts.put(Resource.HEAP, 42.4);
		this.amounts.put(Resource.THREADS, 31.0);
		assertThat(health()).isEqualTo(Health.up()
			.withDetail("disk", "5120 MB")
			.withDetail("heap", "42 %")
			.withDetail("threads", "31")
			.build());
	}

	@Test
	void whenSomethingIsBadThenHealthWarnsBeforeItIsDown() {
		this.amounts.put(Resource.DISK, GB / 2);
		assertThat(health().getStatus()).isEqualTo(new Status("WARNING"));
		assertThat(health().getDetails()).containsEntry("disk", "512 MB, warning at 1024 MB");
		this.amounts.put(Resource.HEAP, 96.0);
		assertThat(health().getStatus()).isEqualTo(Status.DOWN);
		assertThat(health().getDetails()).containsEntry("heap", "96 %, critical from 95 % on");
	}

	@Test
	void whenLevelChangesThenThatIsLoggedOnce(CapturedOutput output) {
		this.amounts.put(Resource.DISK, GB / 2);
		look();
		look();
		assertThat(output).containsOnlyOnce("Resource disk: 512 MB, warning at 1024 MB");
		this.amounts.put(Resource.DISK, 2 * GB);
		look();
		assertThat(output).containsOnlyOnce("Resource disk is well again: 2048 MB");
	}

	@Test
	void whenLookFailsThenTheNextOneIsMadeAllTheSame(CapturedOutput output) {
		ResourceMonitor monitor = new ResourceMonitor(
				Binder.get(this.environment).bindOrCreate("winsvc.resources", ResourceProperties.class), (resource) -> {
					throw new IllegalStateException("provoked");
				});
		monitor.look();
		assertThat(output).contains("cannot be looked at").contains("provoked");
		assertThat(monitor.readings()).isEmpty();
	}

	@Test
	void whenProcessIsOnAnotherSystemThenWhatWindowsTellsIsAbsent() throws InterruptedException {
		ProcessResources resources = new ProcessResources(OwnProcess.UNKNOWN, new File("."));
		assertThat(resources.read(Resource.HANDLES)).isEmpty();
		assertThat(resources.read(Resource.WORKING_SET)).isEmpty();
		assertThat(resources.read(Resource.DISK).getAsDouble()).isPositive();
		assertThat(resources.read(Resource.THREADS).getAsDouble()).isPositive();
		assertThat(resources.read(Resource.HEAP).getAsDouble()).isBetween(0.0, 100.0);
		assertThat(resources.read(Resource.CPU)).isEmpty();
		Thread.sleep(20);
		assertThat(resources.read(Resource.CPU).getAsDouble()).isBetween(0.0, 200.0);
		assertThat(new ProcessResources(OwnProcess.UNKNOWN, new File("no/such/directory")).read(Resource.DISK))
			.isEmpty();
	}

	@Test
	void whenProcessIsOnAnotherSystemThenThereIsNoLevelOfWhatWindowsTells() {
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		ResourceProperties properties = Binder.get(this.environment)
			.bindOrCreate("winsvc.resources", ResourceProperties.class);
		new ResourceMetrics(new ResourceMonitor(properties, new ProcessResources(OwnProcess.UNKNOWN, new File("."))))
			.bindTo(registry);
		assertThat(registry.getMeters()).extracting((meter) -> meter.getId().getTag("resource"))
			.containsExactlyInAnyOrder("disk", "heap", "threads", "cpu");
	}

	@Test
	void whenWindowsTellsThenCountersAreRead() {
		ProcessResources resources = new ProcessResources(counting(), new File("."));
		assertThat(resources.read(Resource.HANDLES)).hasValue(321);
		assertThat(resources.read(Resource.WORKING_SET)).hasValue(200_000_000);
	}

	private static OwnProcess counting() {
		return new OwnProcess() {

			@Override
			public Optional<ProcessCounters> counters() {
				return Optional.of(COUNTERS);
			}

		};
	}

	@Test
	void whenWindowsTellsThenCountersAreMetrics() {
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		CounterMetrics metrics = new CounterMetrics(counting());
		metrics.bindTo(registry);
		assertThat(registry.get("winsvc.process.handles").gauge().value()).isEqualTo(321);
		assertThat(registry.get("winsvc.process.gdi.objects").gauge().value()).isEqualTo(5);
		assertThat(registry.get("winsvc.process.user.objects").gauge().value()).isEqualTo(7);
		assertThat(registry.get("winsvc.process.memory.working.set").gauge().value()).isEqualTo(200_000_000);
		assertThat(registry.get("winsvc.process.memory.private").gauge().value()).isEqualTo(150_000_000);
		assertThat(registry.get("winsvc.process.page.faults").functionCounter().count()).isEqualTo(4711);
		assertThat(registry.get("winsvc.process.io").tag("direction", "read").functionCounter().count())
			.isEqualTo(1_100);
		assertThat(registry.get("winsvc.process.io.operations").tag("direction", "write").functionCounter().count())
			.isEqualTo(22);
	}

	@Test
	void whenWindowsDoesNotTellThenThereAreNoMetrics() {
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		new CounterMetrics(OwnProcess.UNKNOWN).bindTo(registry);
		new CounterMetrics(new OwnProcess() {

			@Override
			public Optional<ProcessCounters> counters() {
				throw new ScmException("GetProcessHandleCount", Win32Error.ACCESS_DENIED);
			}

		}).bindTo(registry);
		assertThat(registry.getMeters()).isEmpty();
	}

	@Test
	void whenResourcesAreWatchedThenTheirLevelsAreMetrics() {
		this.amounts.put(Resource.DISK, GB / 2);
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		new ResourceMetrics(look()).bindTo(registry);
		assertThat(registry.get("winsvc.resource.level").tag("resource", "disk").gauge().value()).isEqualTo(1);
		assertThat(registry.get("winsvc.resource.level").tag("resource", "cpu").gauge().value()).isNaN();
	}

}
