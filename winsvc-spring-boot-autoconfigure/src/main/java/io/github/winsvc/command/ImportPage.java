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

import java.util.List;

import io.github.winsvc.migrate.Migration;
import io.github.winsvc.migrate.NotCarried;
import io.github.winsvc.migrate.Yaml;

/**
 * A YAML file for people, in which all but the properties is comment.
 */
final class ImportPage {

	private static final int WIDTH = 78;

	private final Migration migration;

	ImportPage(Migration migration) {
		this.migration = migration;
	}

	void print(Output output) {
		output.line("# " + this.migration.source());
		output.line("");
		Yaml.write(this.migration.properties()).forEach(output::line);
		output.line("");
		steps(output);
		if (this.migration.notCarried().isEmpty()) {
			return;
		}
		output.line("#");
		output.line("# Not carried over, or not as it was:");
		for (NotCarried item : this.migration.notCarried()) {
			comment(output, "- ", item.what() + ": " + item.why());
			comment(output, "  -> ", item.remedy());
		}
	}

	private void steps(Output output) {
		comment(output, "1. ", "Put the above into application.yml of the application.");
		String former = (this.migration.service() != null) ? this.migration.service() : "<service>";
		comment(output, "2. ", "Stop and remove the former service, or install over it (--winsvc.adopt):");
		output.line("#    sc.exe stop \"" + former + "\"");
		output.line("#    sc.exe delete \"" + former + "\"");
		comment(output, "3. ", "Install the jar, once it holds the starter:");
		output.line("#    " + this.migration.install());
		List<String> lines = List.of(this.migration.install(), this.migration.installWithOptions());
		if (!lines.get(0).equals(lines.get(1))) {
			comment(output, "   ", "or, without jvm-options and arguments above:");
			output.line("#    " + lines.get(1));
		}
	}

	/**
	 * Print a comment that fits into a console, with its later lines indented like what
	 * follows the bullet.
	 */
	private static void comment(Output output, String bullet, String text) {
		StringBuilder line = new StringBuilder("# " + bullet);
		int empty = line.length();
		for (String word : text.split("\\s+")) {
			if (line.length() + word.length() + 1 > WIDTH && line.length() > empty) {
				output.line(line.toString());
				line = new StringBuilder("# " + " ".repeat(bullet.length()));
				empty = line.length();
			}
			line.append((line.length() > empty) ? " " : "").append(word);
		}
		output.line(line.toString());
	}

}
