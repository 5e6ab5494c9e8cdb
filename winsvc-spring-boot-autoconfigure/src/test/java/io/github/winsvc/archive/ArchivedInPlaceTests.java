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

import java.nio.file.Path;

import io.github.winsvc.archive.ArchivedService.Run;
import io.github.winsvc.launch.ArchiveRecord.State;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for a service that runs its jar in place, with real JVMs one after the other.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ArchivedInPlaceTests {

	private static ArchivedService service;

	@BeforeAll
	static void install(@TempDir Path home) throws Exception {
		service = ArchivedService.installInPlace(home.resolve("orders"));
	}

	private static String build() throws Exception {
		try (Run run = service.start()) {
			run.await(() -> service.state() == State.READY);
			run.awaitText("The next start uses an archive of classes: ready (");
			run.stop();
			assertThat(run.usesArchive()).isFalse();
			return run.text();
		}
	}

	@Test
	@Order(1)
	void whenServiceIsIdleThenItsClassesAreArchivedForTheNextStart() throws Exception {
		build();
		assertThat(service.useArchive()).contains("stopped");
	}

	@Test
	@Order(2)
	void whenJarIsReplacedThenItsNewClassesRunAndTheSameRunArchivesThem() throws Exception {
		service.replaceJar();
		assertThat(build()).contains("STOPPED", "the files of the application have changed");
		assertThat(service.useArchive()).contains("STOPPED");
	}

	@Test
	@Order(3)
	void whenArchiveIsGarbledThenServiceStartsAndItIsMadeAnew() throws Exception {
		service.garbleArchive();
		assertThat(build()).contains("is damaged");
		service.useArchive();
	}

	@Test
	@Order(4)
	void whenArchiveIsGoneThenServiceStartsAndItIsMadeAnew() throws Exception {
		assertThat(service.archive().toFile().delete()).isTrue();
		assertThat(build()).contains("is damaged");
		service.useArchive();
	}

}
