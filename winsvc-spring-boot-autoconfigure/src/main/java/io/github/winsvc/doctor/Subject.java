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

import java.util.Optional;

import io.github.winsvc.launch.ApplicationArchive;
import io.github.winsvc.launch.ApplicationLayout;
import io.github.winsvc.launch.ServiceCommandLine;
import io.github.winsvc.launch.ServiceHome;
import io.github.winsvc.scm.ServiceName;
import io.github.winsvc.scm.ServiceProcess;
import io.github.winsvc.scm.ServiceRegistration;
import io.github.winsvc.scm.ServiceSetting;

/**
 * What is examined: a service, or what would be one after an install.
 */
record Subject(ServiceName name, Application application, Registered registered, Surroundings surroundings) {

	Relation relation() {
		return this.registered.relation();
	}

	ServiceRegistration registration() {
		if (this.registered.registration() == null) {
			throw new NotCheckedException("the registration is not known");
		}
		return this.registered.registration();
	}

	ServiceProcess process() {
		if (this.registered.process() == null) {
			throw new NotCheckedException("the state of the service is not known");
		}
		return this.registered.process();
	}

	/**
	 * Return a setting that the SCM told.
	 */
	<S extends ServiceSetting> S setting(Class<S> kind, String what) {
		if (registration().unsupported().contains(kind)) {
			throw new NotCheckedException("this Windows does not know " + what);
		}
		return registration().settings()
			.find(kind)
			.orElseThrow(() -> new NotCheckedException("Windows did not tell " + what));
	}

	ServiceCommandLine commandLine() {
		registration();
		return this.registered.commandLine().orElseThrow(() -> new NotCheckedException("the image path starts no jar"));
	}

	/**
	 * Return the value of an option of the registered JVM.
	 */
	Optional<String> option(String prefix) {
		return commandLine().options()
			.stream()
			.filter((option) -> option.startsWith(prefix))
			.reduce((first, last) -> last)
			.map((option) -> option.substring(prefix.length()));
	}

	/**
	 * Return the Java that the service runs on, or would.
	 */
	String java() {
		return (relation() == Relation.ABSENT) ? this.application.jvm().java().toString() : commandLine().java();
	}

	/**
	 * Return the jar that the service runs, or would.
	 */
	String jar() {
		if (relation() != Relation.ABSENT) {
			return commandLine().jar();
		}
		ApplicationArchive archive = this.application.archive();
		if (archive == null) {
			throw new NotCheckedException("this command does not run from a jar");
		}
		return archive.path().toString();
	}

	/**
	 * Return the jar that operators know the service by, which is the one that it runs
	 * unless that is a layout of it.
	 */
	String source() {
		return (relation() != Relation.ABSENT) ? commandLine().source() : jar();
	}

	/**
	 * Return the layout that the service runs, empty if it runs the jar in its place.
	 */
	Optional<ApplicationLayout> layout() {
		return (relation() != Relation.ABSENT) ? commandLine().layout() : Optional.empty();
	}

	/**
	 * Whether the jar of the service is the one that the command runs from.
	 */
	boolean runsThisJar() {
		ApplicationArchive archive = this.application.archive();
		return archive != null && archive.path().toString().equalsIgnoreCase(source());
	}

	ServiceHome home() {
		return this.registered.commandLine().flatMap(ServiceCommandLine::home).orElse(this.application.home());
	}

}
