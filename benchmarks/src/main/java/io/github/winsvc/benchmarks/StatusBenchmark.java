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

package io.github.winsvc.benchmarks;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.github.winsvc.host.ServiceHost;
import io.github.winsvc.scm.AcceptedControl;
import io.github.winsvc.scm.ServiceControl;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.test.scm.FakeScm;
import io.github.winsvc.test.scm.FakeService;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long it takes from a control until the SCM has been told the state that follows: a
 * pause and a continue, which are four reports. The SCM is the one in memory, which
 * checks every report, so that most of the time is its own.
 */
@NullUnmarked
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 10, batchSize = StatusBenchmark.CYCLES)
@Measurement(iterations = 20, batchSize = StatusBenchmark.CYCLES)
@Fork(2)
public class StatusBenchmark {

	static final int CYCLES = 200;

	private FakeScm scm;

	private FakeService service;

	@Setup(Level.Iteration)
	public void begin() {
		this.scm = new FakeScm();
		this.scm.setProgram((imagePath, dispatcher) -> {
			IdleApplication application = new IdleApplication();
			ServiceHost host = new ServiceHost(application, (code) -> {
			});
			host.connect(dispatcher, Duration.ofSeconds(10));
			host.accept(Set.of(AcceptedControl.PAUSE_CONTINUE), Set.of());
			host.ready();
			application.awaitStop();
			host.end();
			return 0;
		});
		this.service = this.scm.register("bench");
		this.service.start();
		this.service.awaitState(ServiceState.RUNNING);
	}

	@TearDown(Level.Iteration)
	public void end() {
		this.service.send(ServiceControl.Standard.STOP);
		this.service.awaitState(ServiceState.STOPPED);
		this.scm.close();
	}

	@Benchmark
	public void pauseAndContinue() {
		this.service.send(ServiceControl.Standard.PAUSE);
		this.service.awaitState(ServiceState.PAUSED);
		this.service.send(ServiceControl.Standard.CONTINUE);
		this.service.awaitState(ServiceState.RUNNING);
	}

}
