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

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FileProblem}.
 */
class FileProblemTests {

	@Test
	void whenFileCannotBeUsedThenTheReasonIsInWords() {
		assertThat(FileProblem.text(new AccessDeniedException("a"))).isEqualTo("access denied to a");
		assertThat(FileProblem.text(new NoSuchFileException("a"))).isEqualTo("there is no a");
		assertThat(FileProblem.text(new FileAlreadyExistsException("a"))).isEqualTo("a exists already");
		assertThat(FileProblem.text(new DirectoryNotEmptyException("a"))).isEqualTo("a is not empty");
		assertThat(FileProblem.text(new FileSystemException("a", null, "in use"))).isEqualTo("a: in use");
		assertThat(FileProblem.text(new EOFException())).isEqualTo("input or output failed");
	}

	@Test
	void whenDirectoryCannotBePreparedThenNoClassIsNamed() {
		assertThat(CommandException.of("prepare it", (IOException) new NoSuchFileException("a")).getMessage())
			.isEqualTo("Could not prepare it: there is no a");
	}

}
