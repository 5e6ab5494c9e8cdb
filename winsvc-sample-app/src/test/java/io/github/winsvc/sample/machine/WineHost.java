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
import java.util.List;
import java.util.Map;

/**
 * A Linux that has Wine: this host, or a container on it. Both see the files of a machine
 * under the same paths.
 */
interface WineHost extends AutoCloseable {

	/**
	 * Return what tells this Wine from others.
	 * @return the version, in any form
	 */
	String version();

	/**
	 * Return the program that runs programs of Windows.
	 * @return its path
	 */
	String wine();

	/**
	 * Return the server of Wine.
	 * @return its path
	 */
	String server();

	/**
	 * Prepare to run a program of Linux.
	 * @param directory the working directory
	 * @param environment the whole environment
	 * @param command the program and its arguments
	 * @return the process to start
	 */
	ProcessBuilder program(Path directory, Map<String, String> environment, List<String> command);

	/**
	 * Kill every process of a prefix that the end of its server has left.
	 * @param prefix the value of {@code WINEPREFIX}
	 */
	void killProcesses(Path prefix);

	@Override
	void close();

}
