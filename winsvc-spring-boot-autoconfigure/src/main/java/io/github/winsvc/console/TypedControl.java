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

package io.github.winsvc.console;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import io.github.winsvc.scm.PowerEvent;
import io.github.winsvc.scm.ServiceControl;
import io.github.winsvc.scm.ServiceControl.Custom;
import io.github.winsvc.scm.ServiceControl.Standard;
import io.github.winsvc.scm.SessionChange;
import io.github.winsvc.scm.TimeChange;

/**
 * Reads a control that somebody has typed.
 */
final class TypedControl {

	static final String HELP = "Type s to stop, p to pause, c to continue, 128 to 255 for a custom control,"
			+ " shutdown, preshutdown, paramchange, time, power <event>, or session <event> <id>; then Enter.";

	private TypedControl() {
	}

	static Optional<ServiceControl> parse(String line) {
		String[] words = line.toUpperCase(Locale.ROOT).replace('-', '_').split("\\s+");
		try {
			return switch (words[0]) {
				case "S" -> Optional.of(Standard.STOP);
				case "P" -> Optional.of(Standard.PAUSE);
				case "C" -> Optional.of(Standard.CONTINUE);
				case "I" -> Optional.of(Standard.INTERROGATE);
				case "TIME" -> Optional.of(new TimeChange(Instant.now(), Instant.now().minus(Duration.ofHours(1))));
				case "POWER" -> Optional.of(new PowerEvent(PowerEvent.Kind.valueOf(words[1]), null));
				case "SESSION" ->
					Optional.of(new SessionChange(SessionChange.Reason.valueOf(words[1]), Integer.parseInt(words[2])));
				default -> plain(words[0]);
			};
		}
		catch (IllegalArgumentException | ArrayIndexOutOfBoundsException ex) {
			return Optional.empty();
		}
	}

	private static Optional<ServiceControl> plain(String word) {
		if (Character.isDigit(word.charAt(0))) {
			return Optional.of(new Custom(Integer.parseInt(word)));
		}
		return Arrays.stream(Standard.values())
			.filter((standard) -> standard.name().equals(word))
			.map(ServiceControl.class::cast)
			.findFirst();
	}

}
