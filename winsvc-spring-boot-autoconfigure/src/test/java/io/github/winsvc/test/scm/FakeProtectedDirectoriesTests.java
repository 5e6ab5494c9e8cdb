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

package io.github.winsvc.test.scm;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;

import io.github.winsvc.scm.ServiceName;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link FakeProtectedDirectories}.
 */
class FakeProtectedDirectoriesTests {

	private static final ServiceName ORDERS = new ServiceName("orders");

	@AutoClose
	private final FakeScm scm = new FakeScm();

	private final FakeProtectedDirectories directories = this.scm.directories();

	@TempDir
	private Path parent;

	@Test
	void whenCreatedThenItRemembersWhoMayWrite() throws IOException {
		Path admin = this.parent.resolve("admin");
		Path data = this.parent.resolve("data");
		this.directories.createForAdministrators(admin);
		this.directories.createForService(data, ORDERS);
		assertThat(admin).isDirectory();
		assertThat(data).isDirectory();
		assertThat(this.directories.isForAdministrators(admin)).isTrue();
		assertThat(this.directories.isForService(admin, ORDERS)).isFalse();
		assertThat(this.directories.isForService(data, ORDERS)).isTrue();
		assertThat(this.directories.isForAdministrators(data)).isFalse();
		assertThat(this.directories.isForAdministrators(this.parent)).isFalse();
	}

	@Test
	void whenDirectoryExistsThenItIsTakenOver() throws IOException {
		this.directories.createForService(this.parent, ORDERS);
		this.directories.createForAdministrators(this.parent);
		assertThat(this.directories.isForAdministrators(this.parent)).isTrue();
	}

	@Test
	void whenNotElevatedThenAccessIsDenied() {
		this.scm.setElevated(false);
		assertThatExceptionOfType(AccessDeniedException.class)
			.isThrownBy(() -> this.directories.createForAdministrators(this.parent));
	}

}
