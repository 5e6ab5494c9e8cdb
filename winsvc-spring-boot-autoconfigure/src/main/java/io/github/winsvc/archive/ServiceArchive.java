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

package io.github.winsvc.archive;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

import com.sun.management.OperatingSystemMXBean;
import io.github.winsvc.launch.ArchiveDirectory;
import io.github.winsvc.scm.OwnProcess;
import io.github.winsvc.scm.ProcessPriority;
import io.github.winsvc.scm.ScmException;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.log.LogMessage;

/**
 * Prepares the next start of the service that this process is.
 *
 * @since 0.1.0
 */
public final class ServiceArchive {

	private ServiceArchive() {
	}

	/**
	 * Create what prepares the next start once the service is RUNNING.
	 * @param properties what the operator wants
	 * @param process the process of the service
	 * @return the watch, which does nothing unless install has prepared an archive
	 */
	public static ArchiveWatch watch(ArchiveProperties properties, OwnProcess process) {
		return new ArchiveWatch(() -> keeper(properties, process), properties, new IdleMeter(ServiceArchive::cpuNanos));
	}

	private static @Nullable ArchiveKeeper keeper(ArchiveProperties properties, OwnProcess process) {
		ArchiveDirectory directory = ArchiveDirectory.ofThisProcess();
		if (directory == null || !Files.isRegularFile(directory.options())) {
			return null;
		}
		String jar = System.getProperty("java.class.path");
		ThisJvm jvm = new ThisJvm(directory, Path.of(jar), properties.isAotCache());
		ChildBuilder builder = new ChildBuilder(java(), jar, isNested(), directory.file("build", "log"),
				jvm::optionsForBuilding, (child) -> adopt(process, child));
		return new ArchiveKeeper(directory, jvm, builder, Clock.systemUTC());
	}

	private static boolean isNested() {
		return ServiceArchive.class.getClassLoader() != ClassLoader.getSystemClassLoader();
	}

	private static Path java() {
		Path bin = Path.of(System.getProperty("java.home"), "bin");
		Path windows = bin.resolve("java.exe");
		return Files.exists(windows) ? windows : bin.resolve("java");
	}

	private static void adopt(OwnProcess process, long child) {
		try {
			process.adopt(child, ProcessPriority.BELOW_NORMAL);
		}
		catch (ScmException ex) {
			LogFactory.getLog(ServiceArchive.class)
				.debug(LogMessage.format("Process %d, which builds an archive, has the usual priority: %s", child,
						ex.getMessage()));
		}
	}

	private static long cpuNanos() {
		return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
	}

}
