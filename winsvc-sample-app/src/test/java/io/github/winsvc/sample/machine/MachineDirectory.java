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

package io.github.winsvc.sample.machine;

import java.nio.file.Path;

/**
 * A directory that both this host and the machine see.
 *
 * @param host the path on this host
 * @param windows the path in the words of Windows
 */
public record MachineDirectory(Path host, String windows) {

	/**
	 * Return a directory or file in this directory.
	 * @param name its name
	 * @return both of its paths
	 */
	public MachineDirectory resolve(String name) {
		return new MachineDirectory(this.host.resolve(name), this.windows + "\\" + name);
	}

}
