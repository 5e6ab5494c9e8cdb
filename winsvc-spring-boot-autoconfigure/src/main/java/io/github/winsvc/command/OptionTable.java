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

import java.util.ArrayList;
import java.util.List;

/**
 * All options and properties, each described once. In the file, a line that begins with
 * an equals sign is a heading. The lines of an option are its syntax, its default and its
 * description; an empty line ends it.
 */
final class OptionTable {

	private static final String HEADING = "= ";

	private static final String DEFAULT = "default: ";

	private final List<OptionHelp> options = new ArrayList<>();

	private OptionTable() {
	}

	static List<OptionHelp> read() {
		OptionTable table = new OptionTable();
		String group = "";
		List<String> block = new ArrayList<>();
		for (String line : HelpResource.lines("options.txt")) {
			if (line.startsWith(HEADING)) {
				group = line.substring(HEADING.length());
			}
			else if (!line.isEmpty()) {
				block.add(line);
			}
			else {
				table.add(group, block);
			}
		}
		table.add(group, block);
		return List.copyOf(table.options);
	}

	private void add(String group, List<String> block) {
		if (block.isEmpty()) {
			return;
		}
		if (block.size() < 3 || !block.get(1).startsWith(DEFAULT)) {
			throw new IllegalStateException("Syntax, default and description are needed: " + block);
		}
		this.options.add(new OptionHelp(group, block.get(0), block.get(1).substring(DEFAULT.length()),
				String.join(" ", block.subList(2, block.size()))));
		block.clear();
	}

}
