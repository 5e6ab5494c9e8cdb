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

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * A prefix that is set up once and then cloned for every machine, as setting up takes
 * seconds and cloning does not.
 */
final class WineTemplate {

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private static final String CONTROL = "HKLM\\System\\CurrentControlSet\\Control";

	// Wine reads its time limits from texts, Windows from numbers.
	private static final List<List<String>> SETUP = List.of(List.of("wineboot", "-i"),
			List.of("C:\\windows\\system32\\winecfg.exe", "/v", "win10"), List.of("C:\\windows\\system32\\reg.exe",
					"add", CONTROL, "/v", "ServicesPipeTimeout", "/t", "REG_SZ", "/d", "60000", "/f"));

	private WineTemplate() {
	}

	/**
	 * Return the template for a Wine, set up if this has not been done before.
	 * @param host the Wine
	 * @param cache the directory that holds templates
	 * @return the prefix directory of the template, to be left unchanged
	 * @throws IOException if it cannot be set up
	 */
	static Path get(WineHost host, Path cache) throws IOException {
		String recipe = String.join("\n", host.version(), System.getProperty("user.name"), SETUP.toString());
		Path template = cache.resolve("wine-" + UUID.nameUUIDFromBytes(recipe.getBytes(StandardCharsets.UTF_8)));
		Files.createDirectories(cache);
		FileMutex building = FileMutex.lock(cache.resolve("template.lock"));
		try (building) {
			if (!Files.isDirectory(template)) {
				build(host, cache, template);
			}
		}
		return template;
	}

	private static void build(WineHost host, Path cache, Path template) throws IOException {
		try (OwnedDirectory aside = OwnedDirectory.create(host, cache)) {
			WinePrefix prefix = aside.prefix();
			prefix.startServer();
			for (List<String> step : SETUP) {
				Programs.run(prefix.windows(aside.path(), WinePrefix.QUIET, step), PATIENCE).orFail();
			}
			prefix.stop();
			Files.move(prefix.directory(), template, StandardCopyOption.ATOMIC_MOVE);
		}
	}

	/**
	 * Clone a template. Files that Wine rewrites in place are copied, all others are hard
	 * links.
	 * @param template the template
	 * @param target the prefix directory of the clone
	 * @throws IOException if it cannot be cloned
	 */
	static void clone(Path template, Path target) throws IOException {
		Path users = template.resolve("drive_c/users");
		FileTrees.copy(template, target, (file, copy) -> {
			if (Files.isSymbolicLink(file)) {
				cloneLink(file, copy, file.startsWith(users));
			}
			else if (isRewritten(file) || file.startsWith(users)) {
				Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
			}
			else if (!file.endsWith("wineserver")) {
				Files.createLink(copy, file);
			}
		});
	}

	private static void cloneLink(Path link, Path copy, boolean intoHome) throws IOException {
		if (intoHome) {
			Files.createDirectory(copy);
		}
		else {
			Files.createSymbolicLink(copy, Files.readSymbolicLink(link));
		}
	}

	private static boolean isRewritten(Path file) {
		String name = file.getFileName().toString();
		return name.endsWith(".reg") || name.equals(".update-timestamp");
	}

}
