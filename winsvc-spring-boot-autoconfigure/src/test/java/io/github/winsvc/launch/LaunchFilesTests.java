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

package io.github.winsvc.launch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import io.github.winsvc.scm.ServiceName;
import io.github.winsvc.test.scm.FakeScm;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class LaunchFilesTests {

	private static final ServiceName NAME = new ServiceName("orders");

	@TempDir
	private Path directory;

	@AutoClose
	private final FakeScm scm = new FakeScm();

	@ParameterizedTest
	@CsvSource({ "orders-1.2.0.jar,orders", "orders.jar,orders", "orders,orders", "orders-1.jar,orders",
			"orders-1.2.0-SNAPSHOT.jar,orders", "orders-1.2.0.RELEASE.jar,orders", "orders-1.2.0-RC1.jar,orders",
			"order-intake-10.0.jar,order-intake", "orders-v2.jar,orders-v2", "log4j2-demo-3.jar,log4j2-demo" })
	void whenTheJarHasAVersionThenItsBaseNameHasNot(String file, String name) {
		assertThat(new ApplicationArchive(Path.of(file)).baseName()).isEqualTo(name);
	}

	@Test
	void whenTheClassPathIsAnExecutableJarThenItIsFound() throws IOException {
		Path jar = jar("orders.jar", "org.springframework.boot.loader.launch.JarLauncher");
		ApplicationArchive archive = ApplicationArchive.find(jar.toString()).orElseThrow();
		assertThat(archive.path()).isEqualTo(jar.toAbsolutePath());
		assertThat(archive.directory()).isEqualTo(this.directory.toAbsolutePath());
	}

	@Test
	void whenTheClassPathIsSomethingElseThenThereIsNoArchive() throws IOException {
		Path library = jar("library.jar", null);
		Path text = Files.writeString(this.directory.resolve("text.jar"), "no jar");
		Path executable = jar("orders.jar", "Main");
		String separator = System.getProperty("path.separator");
		assertThat(ApplicationArchive.find("")).isEmpty();
		assertThat(ApplicationArchive.find(this.directory.toString())).isEmpty();
		assertThat(ApplicationArchive.find(this.directory.resolve("missing.jar").toString())).isEmpty();
		assertThat(ApplicationArchive.find(library.toString())).isEmpty();
		assertThat(ApplicationArchive.find(text.toString())).isEmpty();
		assertThat(ApplicationArchive.find(executable + separator + library)).isEmpty();
	}

	@Test
	void whenAFailureIsWrittenThenItIsReadAgain() throws IOException {
		Path file = this.directory.resolve("start-failure.properties");
		StartFailure failure = new StartFailure(4711, Instant.parse("2026-01-01T00:00:00.123456789Z"),
				"Port 8080\n\twas \"in use\" \u00e9 \u20ac # ! = :", "");
		failure.write(file);
		failure.write(file);
		assertThat(StartFailure.read(file)).contains(failure);
		assertThat(this.directory).isDirectoryNotContaining("glob:**.new");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "time=yesterday", "time=2026-01-01T00\\:00\\:00Z\nprocess-id=x", "x=\\u00zz" })
	void whenTheFileIsDamagedThenThereIsNoFailureToRead(String content) throws IOException {
		Path file = Files.writeString(this.directory.resolve("start-failure.properties"), content);
		assertThat(StartFailure.read(file)).isEmpty();
		assertThat(StartFailure.read(this.directory.resolve("missing"))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "amd64", "x86_64", "aarch64", "x86" })
	void whenJnaHasALibraryThenItIsWrittenOnce(String architecture) throws IOException {
		ServiceHome home = ServiceHome.of(NAME, this.directory.toString());
		home.create(NAME, this.scm.directories());
		NativeLibrary library = NativeLibrary.forArchitecture(architecture);
		Path file = library.directory(home).resolve("jnidispatch.dll");
		library.writeTo(home, this.scm.directories());
		assertThat(file).exists();
		assertThat(this.scm.directories().isForAdministrators(file.getParent())).isTrue();
		FileTime written = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
		Files.setLastModifiedTime(file, written);
		library.writeTo(home, this.scm.directories());
		assertThat(Files.getLastModifiedTime(file)).isEqualTo(written);
		Files.writeString(file, "damaged");
		library.writeTo(home, this.scm.directories());
		assertThat(Files.size(file)).isGreaterThan(10_000);
		assertThat(file.getParent()).isDirectoryNotContaining("glob:**.new");
	}

	@Test
	void whenJnaHasNoLibraryThenItSaysSo() {
		assertThatIOException().isThrownBy(() -> NativeLibrary.forArchitecture("z80")).withMessageContaining("'z80'");
	}

	private Path jar(String name, String mainClass) throws IOException {
		Manifest manifest = new Manifest();
		manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
		if (mainClass != null) {
			manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, mainClass);
		}
		Path jar = this.directory.resolve(name);
		try (OutputStream stream = Files.newOutputStream(jar)) {
			new JarOutputStream(stream, manifest).close();
		}
		return jar;
	}

}
