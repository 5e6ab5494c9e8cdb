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

package io.github.winsvc.sample;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;

/**
 * Everything that can be wrong with the configuration file of the sample.
 */
final class BrokenConfiguration {

	private static final int MEGABYTE = 1 << 20;

	private BrokenConfiguration() {
	}

	/**
	 * Return the contents of the file, with names.
	 */
	static Stream<Named<byte[]>> all() {
		return Stream.of(syntax(), values(), references(), bytes()).flatMap((each) -> each);
	}

	private static Stream<Named<byte[]>> syntax() {
		return Stream.of(text("open list", "orders: ["), text("open map", "orders: {max-listed: 2"),
				text("open braces alone", "{"), text("closing brace too many", "orders.max-listed: 2\n}"),
				text("open quotes", "\"orders.max-listed: 2"), text("tab", "orders:\n\tmax-listed: 2"),
				text("wrong indentation", "orders:\n  max-listed: 2\n max-lines: 7"),
				text("half a line", "orders:\n  max-listed: 2\n  max-lin"), text("unknown alias", "orders: *missing"),
				text("alias of itself", "orders: &a [*a, "),
				text("tag of a class", "orders.max-listed: !!java.io.File x"),
				text("reserved at sign", "@orders.max-listed: 1"), text("reserved backtick", "`orders.max-listed`: 1"),
				text("YAML of a later time", "%YAML 9.9\n---\norders.max-listed: 1"),
				text("the same key twice", "orders.max-listed: 1\norders.max-listed: 2"),
				text("the same map twice", "orders:\n  max-listed: 1\norders:\n  max-lines: 2"),
				text("second document broken", "orders.max-listed: 2\n---\norders: ["),
				text("second document wrong", "orders.max-listed: 2\n---\norders.max-listed: many"));
	}

	private static Stream<Named<byte[]>> values() {
		return Stream.of(text("word for a number", "orders.max-listed: many"),
				text("number too long", "orders.max-listed: 99999999999"), text("fraction", "orders.max-listed: '1.5'"),
				text("zero", "orders.max-listed: 0"), text("negative", "orders.max-listed: -1"),
				text("just too high", "orders.max-listed: 1001"), text("far too high", "orders.max-lines: 1000000"),
				text("one right, one wrong", "orders.max-listed: 2\norders.max-lines: 0"),
				text("right for one bean, wrong for another", "orders.max-listed: 2\nwinsvc.stop.timeout: soon"),
				text("unknown constant", "orders.max-listed: 2\nwinsvc.priority: high and mighty"),
				text("batch too small", "orders.fulfilment-batch-size: 0"),
				text("batch not a number", "orders.fulfilment-batch-size: '#{50}'"),
				text("no duration", "orders.fulfilment-interval: soon"),
				text("unknown unit", "orders.fulfilment-interval: 5x"),
				text("too short", "orders.fulfilment-interval: 1ms"),
				text("unknown log level", "orders.max-listed: 2\nlogging.level.root: loud"),
				text("lines of Windows", "orders:\r\n  max-listed: many\r\n"));
	}

	private static Stream<Named<byte[]>> references() {
		return Stream.of(text("unknown placeholder", "orders.max-listed: ${missing}"),
				text("placeholder of itself", "orders.max-listed: ${orders.max-listed}"),
				text("placeholders in a circle", "orders.max-listed: ${one}\none: ${two}\ntwo: ${one}"),
				text("circle that nobody uses", "orders.max-listed: 2\none: ${two}\ntwo: ${one}"),
				text("import of no file", "orders.max-listed: 2\nspring.config.import: missing.yml"),
				text("import of no directory", "orders.max-listed: 2\nspring.config.import: missing/"),
				text("import of an unknown kind", "orders.max-listed: 2\nspring.config.import: 'nowhere:x'"),
				text("import of an unknown extension", "orders.max-listed: 2\nspring.config.import: extra.conf"),
				text("import of no tree", "orders.max-listed: 2\nspring.config.import: 'configtree:missing/'"),
				text("profile that cannot be", "orders.max-listed: 2\nspring.profiles.active: 'a b!'"));
	}

	private static Stream<Named<byte[]>> bytes() {
		return Stream.of(text("NUL in a value", "orders.max-listed: \0"), text("a jar", "PK\u0003\u0004"),
				text("byte order mark before a wrong value", "\uFEFForders.max-listed: 0"),
				Named.of("no UTF-8", new byte[] { 'a', ':', ' ', (byte) 0xC3, (byte) 0x28 }),
				Named.of("UTF-16", "orders.max-listed: 2".getBytes(StandardCharsets.UTF_16LE)),
				Named.of("1 MB of NUL", new byte[MEGABYTE]), text("1 MB of brackets", "[".repeat(MEGABYTE)),
				text("1 MB of one key", "orders:\n" + "  max-listed: 2\n".repeat(MEGABYTE / 16)));
	}

	private static Named<byte[]> text(String name, String content) {
		return Named.of(name, content.getBytes(StandardCharsets.UTF_8));
	}

}
