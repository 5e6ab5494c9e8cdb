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

package io.github.winsvc.command;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;

/**
 * What is wrong with a file. Of Java's own exceptions some say no more than its name.
 */
final class FileProblem {

	private FileProblem() {
	}

	static String text(IOException problem) {
		String message = problem.getMessage();
		if (message == null) {
			return "input or output failed";
		}
		if (problem instanceof AccessDeniedException) {
			return "access denied to " + message;
		}
		if (problem instanceof NoSuchFileException) {
			return "there is no " + message;
		}
		if (problem instanceof FileAlreadyExistsException) {
			return message + " exists already";
		}
		return (problem instanceof DirectoryNotEmptyException) ? message + " is not empty" : message;
	}

}
