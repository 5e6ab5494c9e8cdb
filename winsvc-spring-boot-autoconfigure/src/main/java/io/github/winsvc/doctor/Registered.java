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

package io.github.winsvc.doctor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.winsvc.launch.ServiceCommandLine;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceManager;
import io.github.winsvc.scm.ServiceName;
import io.github.winsvc.scm.ServiceProcess;
import io.github.winsvc.scm.ServiceRegistration;
import io.github.winsvc.scm.ServiceSetting.Dependencies;
import io.github.winsvc.scm.ServiceSetting.ImagePath;
import io.github.winsvc.scm.ServiceSetting.Start;
import io.github.winsvc.scm.StartType;
import io.github.winsvc.scm.Win32Error;
import org.jspecify.annotations.Nullable;

/**
 * What the SCM tells of a service.
 *
 * @param registration how it is registered, {@code null} if it is not
 * @param process its status, {@code null} if it is not registered
 * @param needed the start types of the services that it depends on, empty of those that
 * do not exist
 * @param problem what kept the SCM from telling, {@code null} if nothing did
 */
record Registered(@Nullable ServiceRegistration registration, @Nullable ServiceProcess process,
		Map<String, Optional<StartType>> needed, @Nullable Diagnosis problem) {

	static Registered read(ServiceManager manager, ServiceName name) {
		try {
			Optional<ServiceRegistration> registration = manager.find(name);
			Optional<ServiceProcess> process = manager.query(name);
			boolean present = registration.isPresent() && process.isPresent();
			return present
					? new Registered(registration.get(), process.get(), needed(manager, registration.get()), null)
					: new Registered(null, null, Map.of(), null);
		}
		catch (ScmException ex) {
			return unknown(ex);
		}
	}

	private static Map<String, Optional<StartType>> needed(ServiceManager manager, ServiceRegistration registration) {
		Map<String, Optional<StartType>> needed = new LinkedHashMap<>();
		List<String> names = registration.settings()
			.find(Dependencies.class)
			.map(Dependencies::value)
			.orElse(List.of());
		for (String name : names) {
			if (!name.startsWith("+")) {
				needed.put(name,
						manager.find(new ServiceName(name))
							.flatMap((other) -> other.settings().find(Start.class))
							.map(Start::value));
			}
		}
		return needed;
	}

	static Registered unknown(ScmException ex) {
		return unknown(ex.error().equals(Win32Error.ACCESS_DENIED)
				? Diagnosis.notChecked(String.valueOf(ex.getMessage()), Doctor.ELEVATE)
				: Diagnosis.fail("the SCM cannot be asked: " + ex.getMessage(),
						"Try again. If that does not help, restart Windows."));
	}

	static Registered unknown(Diagnosis problem) {
		return new Registered(null, null, Map.of(), problem);
	}

	Relation relation() {
		if (this.problem != null) {
			return Relation.UNKNOWN;
		}
		if (this.registration == null) {
			return Relation.ABSENT;
		}
		ServiceName name = this.registration.name();
		return commandLine().filter((line) -> line.isMarkedFor(name)).isPresent() ? Relation.OURS : Relation.FOREIGN;
	}

	String imagePath() {
		return Optional.ofNullable(this.registration)
			.flatMap((registered) -> registered.settings().find(ImagePath.class))
			.map(ImagePath::value)
			.orElse("");
	}

	Optional<ServiceCommandLine> commandLine() {
		return ServiceCommandLine.read(imagePath());
	}

}
