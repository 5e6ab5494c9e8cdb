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

package io.github.winsvc.logs;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;

import javax.management.JMException;
import javax.management.ObjectName;

import org.apache.commons.logging.LogFactory;

import org.springframework.core.log.LogMessage;

/**
 * Has the JVM write its own warnings to a file, which would go to the console. An option
 * on the command line could do that from the beginning, but a JVM that cannot open such a
 * file does not start.
 *
 * @since 0.1.0
 */
public final class JvmLog {

	private JvmLog() {
	}

	/**
	 * Begin on a thread of its own, because the way there takes time.
	 * @param logs the directory of the file
	 * @param service the name of the service, from which that of the file is made
	 */
	public static void beginLater(Path logs, String service) {
		Thread thread = new Thread(() -> begin(file(logs, service)), "winsvc-jvm-log");
		thread.setDaemon(true);
		thread.start();
	}

	/**
	 * Return the file.
	 * @param logs the directory
	 * @param service the name of the service
	 * @return a file that may not exist
	 */
	public static Path file(Path logs, String service) {
		return logs.resolve(service + "-jvm.log");
	}

	static void begin(Path file) {
		String[] arguments = { "output=\"file=" + file + "\"", "output_options=filecount=2,filesize=1M",
				"what=all=warning", "decorators=time,level,tags" };
		try {
			Object answer = ManagementFactory.getPlatformMBeanServer()
				.invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"), "vmLog",
						new Object[] { arguments }, new String[] { String[].class.getName() });
			if (answer != null && !answer.toString().isBlank()) {
				tell(file, answer.toString().strip());
			}
		}
		catch (JMException | RuntimeException | LinkageError ex) {
			tell(file, ex.toString());
		}
	}

	private static void tell(Path file, String why) {
		LogFactory.getLog(JvmLog.class).debug(LogMessage.format("Warnings of the JVM do not go to %s: %s", file, why));
	}

}
