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

import java.time.Duration;

import io.github.winsvc.event.ServiceStateChangedEvent;
import io.github.winsvc.scm.OwnProcess;
import io.github.winsvc.scm.ServiceState;

/**
 * A service of a few classes that runs until its input ends.
 */
final class ArchivedMain {

	private ArchivedMain() {
	}

	public static void main(String[] arguments) throws Exception {
		ArchiveProperties properties = new ArchiveProperties();
		properties.setAotCache(Boolean.getBoolean("aot-cache"));
		properties.setDelay(Duration.ofMillis(200));
		ArchiveWatch watch = ServiceArchive.watch(properties, OwnProcess.UNKNOWN);
		watch.onStateChanged(new ServiceStateChangedEvent(ServiceState.START_PENDING, ServiceState.RUNNING));
		System.out.println("running");
		while (System.in.read() != -1) {
			continue;
		}
		watch.onStateChanged(new ServiceStateChangedEvent(ServiceState.RUNNING, ServiceState.STOP_PENDING));
		System.out.println("stopped");
	}

}
