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

package io.github.winsvc.migrate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever stands in a file, there is a result or a refusal on one line.
 */
@Tag("fuzz")
class WinswFuzzTests {

	private static final int ROUNDS = 4_000;

	private static final String[] PIECES = { "<", ">", "</service>", "<service>", "<env/>", "<env name='='/>",
			"<onfailure/>", "<onfailure action='restart' delay='99999999999 sec'/>", "%", "%BASE%", "%%", "\"", "\\",
			"<!DOCTYPE a>", "<![CDATA[", "]]>", "&amp;", "&#0;", "&x;", "-jar", "-cp", " ", "\n", "=", "[", "]",
			"password=", "<id/>", "<startmode>x</startmode>", "<serviceaccount/>", "\u0000", "\u00e4", "<?x y?>" };

	@TempDir
	private Path directory;

	@ParameterizedTest
	@ValueSource(strings = { "winsw-2.xml", "winsw-3.xml" })
	void whenAFileIsMutatedThenThereIsAResultOrARefusalOnOneLine(String name) throws IOException {
		byte[] original;
		try (InputStream stream = getClass().getResourceAsStream("/io/github/winsvc/command/import/" + name)) {
			original = stream.readAllBytes();
		}
		Path file = this.directory.resolve(name);
		int results = 0;
		for (int seed = 0; seed < ROUNDS; seed++) {
			Files.write(file, mutate(original, new Random(seed)));
			results += isResult(file, seed) ? 1 : 0;
		}
		assertThat(results).as("results among refusals").isBetween(ROUNDS / 20, ROUNDS - ROUNDS / 20);
	}

	private boolean isResult(Path file, int seed) {
		try {
			Migration migration = Migrator.ofFile(file);
			String yaml = String.join("\n", Yaml.write(migration.properties()));
			assertThat(new org.yaml.snakeyaml.Yaml().<Object>load(yaml)).as("seed %d", seed).isNotNull();
			assertThat(migration.installWithOptions()).as("seed %d", seed).contains("--winsvc.install");
			return true;
		}
		catch (MigrationException ex) {
			assertThat(ex.getMessage()).as("seed %d", seed).isNotBlank().doesNotContain("\n", "\r", "Exception");
			return false;
		}
		catch (RuntimeException ex) {
			throw new AssertionError("seed " + seed, ex);
		}
	}

	private static byte[] mutate(byte[] original, Random random) {
		byte[] bytes = original;
		for (int i = random.nextInt(3); i >= 0; i--) {
			int at = random.nextInt(bytes.length);
			bytes = switch (random.nextInt(4)) {
				case 0 -> insert(bytes, at, PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8));
				case 1 -> remove(bytes, at, 1 + random.nextInt(random.nextBoolean() ? 4 : 200));
				case 2 ->
					insert(bytes, at, Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + random.nextInt(200))));
				default -> flip(bytes, at, (byte) random.nextInt());
			};
		}
		return bytes;
	}

	private static byte[] insert(byte[] bytes, int at, byte[] piece) {
		byte[] longer = Arrays.copyOf(bytes, bytes.length + piece.length);
		System.arraycopy(piece, 0, longer, at, piece.length);
		System.arraycopy(bytes, at, longer, at + piece.length, bytes.length - at);
		return longer;
	}

	private static byte[] remove(byte[] bytes, int at, int length) {
		int end = Math.min(bytes.length - 1, at + length);
		byte[] shorter = Arrays.copyOf(bytes, bytes.length - Math.max(0, end - at));
		System.arraycopy(bytes, Math.max(at, end), shorter, at, shorter.length - at);
		return shorter;
	}

	private static byte[] flip(byte[] bytes, int at, byte value) {
		byte[] flipped = bytes.clone();
		flipped[at] = value;
		return flipped;
	}

}
