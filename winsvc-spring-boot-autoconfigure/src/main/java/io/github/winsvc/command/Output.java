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

import java.io.PrintStream;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Where a command speaks: either lines of text for people, as it goes along, or one JSON
 * object for programs at the end.
 *
 * @since 0.1.0
 */
public final class Output {

	private final PrintStream stream;

	private final @Nullable Function<Map<String, Object>, String> renderer;

	private Output(PrintStream stream, @Nullable Function<Map<String, Object>, String> renderer) {
		this.stream = stream;
		this.renderer = renderer;
	}

	/**
	 * Return an output of text.
	 * @param stream the stream to print to
	 * @return the output
	 */
	public static Output text(PrintStream stream) {
		return new Output(stream, null);
	}

	/**
	 * Return an output of JSON.
	 * @param stream the stream to print to
	 * @param renderer writes a map of strings, numbers, booleans, lists and maps as JSON
	 * @return the output
	 */
	public static Output json(PrintStream stream, Function<Map<String, Object>, String> renderer) {
		return new Output(stream, renderer);
	}

	void line(String text) {
		if (this.renderer == null) {
			this.stream.println(text.replaceAll("\\p{Cntrl}", " "));
			this.stream.flush();
		}
	}

	void lines(String text) {
		text.lines().forEach(this::line);
	}

	/**
	 * Print what another process has printed for this output, unchanged.
	 */
	void relay(String text) {
		this.stream.print(text);
		this.stream.flush();
	}

	void result(Map<String, Object> result) {
		if (this.renderer != null) {
			this.stream.println(escape(this.renderer.apply(result)));
			this.stream.flush();
		}
	}

	/**
	 * Outside ASCII, JSON has nothing but the content of strings.
	 */
	private static String escape(String json) {
		StringBuilder escaped = new StringBuilder(json.length());
		for (char c : json.toCharArray()) {
			if (c < 0x7F) {
				escaped.append(c);
			}
			else {
				escaped.append("\\u%04x".formatted((int) c));
			}
		}
		return escaped.toString();
	}

}
