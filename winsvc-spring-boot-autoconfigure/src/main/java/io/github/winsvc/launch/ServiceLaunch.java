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

package io.github.winsvc.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.winsvc.scm.ServiceName;

/**
 * Composes the command line of a service from what the command runs on.
 *
 * @param name the service
 * @param jvm the JVM that the service shall run on
 * @param archive the jar that operators replace
 * @param prepared what the service shall run of it
 * @param arguments the application's arguments
 * @param home the home of the service
 * @param nativeLibrary the directory of JNA's native library
 * @since 0.1.0
 */
public record ServiceLaunch(ServiceName name, RunningJvm jvm, ApplicationArchive archive, PreparedApplication prepared,
		List<String> arguments, ServiceHome home, Path nativeLibrary) {

	/**
	 * The option that lets the process see the exit status with which it ends, which Java
	 * hides from it.
	 */
	public static final String EXIT_STATUS = "--add-opens=java.base/java.lang=ALL-UNNAMED";

	private static final String HEAP_DUMP_PATH = "-XX:HeapDumpPath=";

	public ServiceLaunch {
		arguments = List.copyOf(arguments);
	}

	/**
	 * Compose the command line.
	 * @return the command line
	 */
	public ServiceCommandLine commandLine() {
		List<String> options = new ArrayList<>(this.jvm.keptOptions());
		ArchiveDirectory archive = this.prepared.archive();
		if (archive != null) {
			options.add(0, archive.argument());
		}
		// Without -Xrs the JVM exits by itself when Windows shuts down, behind the SCM's
		// back
		options.add("-Xrs");
		options.add("--enable-native-access=ALL-UNNAMED");
		options.add(EXIT_STATUS);
		addUnlessSet(options, "-Duser.dir=", this.archive.directory());
		addUnlessSet(options, "-XX:ErrorFile=", this.home.logs().resolve("hs_err_pid%p.log"));
		if (!this.jvm.has(HEAP_DUMP_PATH)) {
			// A file that exists is kept, so there is never more than one
			options.add(HEAP_DUMP_PATH + this.home.heapDump(this.name));
			options.add("-XX:HeapDumpGzipLevel=1");
		}
		options.add("-Djna.boot.library.path=" + this.nativeLibrary);
		options.add("-Djna.nounpack=true");
		options.add("-Djna.nosys=true");
		options.add("-D" + ServiceCommandLine.HOME + "=" + this.home.directory());
		if (!this.home.logs().equals(ServiceHome.logsOf(this.home.directory()))) {
			options.add("-D" + ServiceCommandLine.LOG_DIRECTORY + "=" + this.home.logs());
		}
		ApplicationLayout layout = this.prepared.layout();
		if (layout != null) {
			options.add("-D" + ServiceCommandLine.SOURCE + "=" + this.archive.path());
		}
		options.add("-D" + ServiceCommandLine.MARKER + "=" + this.name);
		Path jar = (layout != null) ? layout.jar() : this.archive.path();
		return new ServiceCommandLine(this.jvm.java().toString(), options, jar.toString(), this.arguments);
	}

	private void addUnlessSet(List<String> options, String prefix, Path value) {
		if (!this.jvm.has(prefix)) {
			options.add(prefix + value);
		}
	}

}
