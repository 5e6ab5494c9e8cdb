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

package io.github.winsvc.access;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.winsvc.scm.FileRole;
import io.github.winsvc.scm.ServiceInspection;
import io.github.winsvc.scm.ServiceName;

/**
 * Who else may write to the files of a service. Whoever may has the rights of the
 * service.
 *
 * @param seen the number of those that exist and were looked at, ways not counted
 * @param writable those that others may change
 * @param hidden those whose lists the caller may not see
 * @param unprotected those on a file system that keeps no access control lists
 * @since 0.1.0
 */
public record WriteAccess(int seen, List<WritableFile> writable, List<Path> hidden, List<Path> unprotected) {

	public WriteAccess {
		writable = List.copyOf(writable);
		hidden = List.copyOf(hidden);
		unprotected = List.copyOf(unprotected);
	}

	/**
	 * Find out who may write. What does not exist is passed over.
	 * @param files the files and directories
	 * @param inspection the door to access control lists
	 * @param name the service
	 * @return who may
	 * @throws IOException if that cannot be found out
	 */
	public static WriteAccess to(List<ServiceFile> files, ServiceInspection inspection, ServiceName name)
			throws IOException {
		int seen = 0;
		List<WritableFile> writable = new ArrayList<>();
		List<Path> hidden = new ArrayList<>();
		List<Path> unprotected = new ArrayList<>();
		for (ServiceFile file : distinct(files)) {
			try {
				Optional<List<String>> accounts = inspection.otherWriters(file.path(), file.role(), name);
				if (accounts.isEmpty()) {
					unprotected.add(file.path());
				}
				else if (!accounts.get().isEmpty()) {
					writable.add(new WritableFile(file, accounts.get()));
				}
				seen += (file.role() != FileRole.WAY) ? 1 : 0;
			}
			catch (AccessDeniedException ex) {
				hidden.add(file.path());
			}
			catch (NoSuchFileException ex) {
				continue;
			}
		}
		return new WriteAccess(seen, writable, hidden, unprotected);
	}

	/**
	 * A way to one file may be the directory of another.
	 */
	private static List<ServiceFile> distinct(List<ServiceFile> files) {
		Map<Path, ServiceFile> distinct = new LinkedHashMap<>();
		for (ServiceFile file : files) {
			distinct.merge(file.path(), file, (first, second) -> (first.role() == FileRole.WAY) ? second : first);
		}
		return List.copyOf(distinct.values());
	}

}
