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

package io.github.winsvc.schedule;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import org.springframework.scheduling.annotation.Scheduled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ScheduleText}.
 */
class ScheduleTextTests {

	private static ScheduleText of(String method) throws NoSuchMethodException {
		Method found = Methods.class.getDeclaredMethod(method);
		return ScheduleText.of(found.getAnnotation(Scheduled.class));
	}

	@Test
	void whenNumbersAreGivenThenTheyAreInTheUnit() throws Exception {
		assertThat(of("numbers").timing())
			.isEqualTo(new Timing.FixedDelay(Duration.ofSeconds(5), Duration.ofSeconds(2)));
	}

	@Test
	void whenTextsAreGivenThenTheyAreDurations() throws Exception {
		assertThat(of("texts").timing()).isEqualTo(new Timing.FixedRate(Duration.ofMinutes(1), Duration.ZERO));
	}

	@Test
	void whenKeysAreNestedThenAllAreFound() throws Exception {
		assertThat(of("nested").keys()).containsExactlyInAnyOrder("a", "b.", "c");
		assertThat(of("nested").hasPlaceholder()).isTrue();
		assertThat(of("texts").hasPlaceholder()).isFalse();
	}

	@Test
	void whenTextBecomesEmptyThenItIsNoLongerThere() throws Exception {
		assertThat(of("either").resolve((text) -> text.equals("${cron:}") ? "" : "10s").timing())
			.isEqualTo(new Timing.FixedRate(Duration.ofSeconds(10), Duration.ZERO));
	}

	@Test
	void whenNothingIsLeftThenThatIsInvalid() throws Exception {
		ScheduleText text = of("either").resolve((value) -> "");
		assertThatExceptionOfType(InvalidScheduleException.class).isThrownBy(text::timing);
	}

	@Test
	void whenCronHasInitialDelayThenThatIsInvalid() {
		ScheduleText text = new ScheduleText(
				Map.of(ScheduleAttribute.CRON, "* * * * * *", ScheduleAttribute.INITIAL_DELAY, "5s"), TimeUnit.SECONDS);
		assertThatExceptionOfType(InvalidScheduleException.class).isThrownBy(text::timing)
			.extracting(InvalidScheduleException::attribute)
			.isEqualTo(ScheduleAttribute.INITIAL_DELAY);
	}

	@Test
	void whenNumberAndTextAreGivenThenAnnotationIsInvalid() {
		assertThatIllegalArgumentException().isThrownBy(() -> of("both"));
	}

	@Test
	void whenOnlyInitialDelayDiffersThenRhythmIsTheSame() {
		Timing timing = new Timing.FixedRate(Duration.ofSeconds(1), Duration.ZERO);
		assertThat(timing.hasRhythmOf(new Timing.FixedRate(Duration.ofSeconds(1), Duration.ofSeconds(9)))).isTrue();
		assertThat(timing.hasRhythmOf(new Timing.FixedRate(Duration.ofSeconds(2), Duration.ZERO))).isFalse();
		assertThat(timing.hasRhythmOf(new Timing.FixedDelay(Duration.ofSeconds(1), Duration.ZERO))).isFalse();
	}

	static class Methods {

		@Scheduled(fixedDelay = 5, initialDelay = 2, timeUnit = TimeUnit.SECONDS)
		void numbers() {
		}

		@Scheduled(fixedRateString = "PT1M")
		void texts() {
		}

		@Scheduled(fixedRateString = "${a:${b.${c}}}")
		void nested() {
		}

		@Scheduled(cron = "${cron:}", fixedRateString = "${rate:}")
		void either() {
		}

		@Scheduled(fixedRate = 5, fixedRateString = "6")
		void both() {
		}

	}

}
