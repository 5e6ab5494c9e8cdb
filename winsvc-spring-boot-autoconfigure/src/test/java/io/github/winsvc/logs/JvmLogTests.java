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

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.management.ObjectName;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for {@link JvmLog}.
 */
@ExtendWith(OutputCaptureExtension.class)
class JvmLogTests {

	@AfterEach
	void silenceTheJvm() throws Exception {
		command("disable");
		command("output=stdout what=all=warning");
	}

	@Test
	void whenTheJvmWarnsThenItIsInTheFile(@TempDir Path directory) throws Exception {
		Path file = Files.createDirectory(directory.resolve("with blanks")).resolve("orders-jvm.log");
		JvmLog.begin(file);
		assertThat(file).exists();
		assertThat(command("list").lines()).anySatisfy((line) -> assertThat(line)
			.contains(file + " all=warning time,level,tags ", "filecount=2,filesize=1024K"));
	}

	@Test
	void whenThereIsNoDirectoryThenTheJvmGoesOn(@TempDir Path directory, CapturedOutput output) throws IOException {
		assertThatNoException().isThrownBy(() -> JvmLog.begin(directory.resolve("missing").resolve("orders-jvm.log")));
		assertThat(directory).isEmptyDirectory();
	}

	private static String command(String arguments) throws Exception {
		return String.valueOf(ManagementFactory.getPlatformMBeanServer()
			.invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"), "vmLog",
					new Object[] { arguments.split(" ") }, new String[] { String[].class.getName() }));
	}

}
