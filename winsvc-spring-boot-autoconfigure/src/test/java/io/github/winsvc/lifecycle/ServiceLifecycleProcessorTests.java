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

package io.github.winsvc.lifecycle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.winsvc.host.ServiceHost;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.context.Lifecycle;
import org.springframework.context.LifecycleProcessor;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;

/**
 * Tests for {@link ServiceLifecycleProcessor}.
 */
class ServiceLifecycleProcessorTests {

	private static final Duration PHASE = Duration.ofSeconds(5);

	private final ServiceHost host = mock(ServiceHost.class);

	private final List<String> steps = new ArrayList<>();

	@AutoClose
	private final GenericApplicationContext context = new GenericApplicationContext();

	ServiceLifecycleProcessorTests() {
		ServiceLifecycleProcessor.register(this.context.getBeanFactory(), this.host, PHASE);
		add("early", -1, true);
		add("late", 1, true);
		add("steady", 0, false);
	}

	private void add(String name, int phase, boolean pauseable) {
		this.context.registerBean(name, Recorder.class, () -> new Recorder(name, phase, pauseable, this.steps));
	}

	@Test
	void whenContextStartsThenBeansStartInTheirPhasesAndHostHearsOfEach() {
		this.context.refresh();
		assertThat(this.steps).containsExactly("start early", "start steady", "start late");
		then(this.host).should(times(3)).progress(PHASE);
	}

	@Test
	void whenContextClosesThenBeansStopInReverseAndHostHearsOfEachStepAndOfTheirEnd() {
		this.context.refresh();
		clearInvocations(this.host);
		this.steps.clear();
		this.context.close();
		assertThat(this.steps).containsExactly("stop late", "stop steady", "stop early");
		then(this.host).should(times(6)).progress(PHASE);
		then(this.host).should(times(1 + 3)).progress();
	}

	@Test
	void whenContextPausesThenOnlyBeansThatCanPauseStop() {
		this.context.refresh();
		this.steps.clear();
		this.context.pause();
		assertThat(this.steps).containsExactly("stop late", "stop early");
		this.context.restart();
		assertThat(this.steps).containsExactly("stop late", "stop early", "start early", "start late");
	}

	@Test
	void whenContextPausesThenLoggingAndServerOfActuatorStayAsTheyAre() {
		add("springBootLoggingLifecycle", 2, true);
		add("childManagementContextInitializer", 2, true);
		this.context.refresh();
		this.steps.clear();
		this.context.pause();
		assertThat(this.steps).containsExactly("stop late", "stop early");
		this.context.close();
		assertThat(this.steps).contains("stop springBootLoggingLifecycle", "stop childManagementContextInitializer");
	}

	@Test
	void whenBeanHasNoPhaseThenItIsFollowedToo() {
		Lifecycle bean = mock(Lifecycle.class);
		this.context.registerBean("bare", Lifecycle.class, () -> bean);
		this.context.refresh();
		then(bean).should(never()).start();
		this.context.start();
		then(bean).should().start();
		then(this.host).should(atLeastOnce()).progress(any());
	}

	@Test
	void whenBeanIsDestroyedThenHostHearsOfIt() {
		this.context.refresh();
		clearInvocations(this.host);
		this.context.getBeanFactory().destroyBean("early", this.context.getBean("early"));
		then(this.host).should().progress();
	}

	@Test
	void whenBootWouldConfigureProcessorThenItRefrains() {
		new AnnotatedBeanDefinitionReader(this.context).register(LifecycleAutoConfiguration.class);
		this.context.refresh();
		assertThat(this.context.getBean(LifecycleProcessor.class)).isInstanceOf(ServiceLifecycleProcessor.class);
	}

	@Test
	void whenApplicationDefinesProcessorThenThatIsUsed() {
		DefaultLifecycleProcessor own = new DefaultLifecycleProcessor();
		this.context.registerBean(AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME,
				DefaultLifecycleProcessor.class, () -> own);
		this.context.refresh();
		assertThat(this.context.getBean(LifecycleProcessor.class)).isSameAs(own);
	}

	private record Recorder(String name, int phase, boolean pauseable, List<String> steps,
			boolean[] running) implements SmartLifecycle {

		private Recorder(String name, int phase, boolean pauseable, List<String> steps) {
			this(name, phase, pauseable, steps, new boolean[1]);
		}

		@Override
		public void start() {
			this.steps.add("start " + this.name);
			this.running[0] = true;
		}

		@Override
		public void stop() {
			this.steps.add("stop " + this.name);
			this.running[0] = false;
		}

		@Override
		public boolean isRunning() {
			return this.running[0];
		}

		@Override
		public int getPhase() {
			return this.phase;
		}

		@Override
		public boolean isPauseable() {
			return this.pauseable;
		}

	}

}
