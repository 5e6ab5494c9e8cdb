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

package io.github.winsvc.win32;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import io.github.winsvc.scm.RegistryValue;
import org.jspecify.annotations.Nullable;

/**
 * The data of a value of the registry, which is any bytes whatever its type says.
 */
final class RegistryData {

	private static final int SZ = 1;

	private static final int EXPAND_SZ = 2;

	private static final int DWORD = 4;

	private static final int MULTI_SZ = 7;

	private static final int QWORD = 11;

	private static final List<String> TYPES = List.of("REG_NONE", "REG_SZ", "REG_EXPAND_SZ", "REG_BINARY", "REG_DWORD",
			"REG_DWORD_BIG_ENDIAN", "REG_LINK", RegistryValue.LIST, "REG_RESOURCE_LIST", "REG_FULL_RESOURCE_DESCRIPTOR",
			"REG_RESOURCE_REQUIREMENTS_LIST", "REG_QWORD");

	private RegistryData() {
	}

	static String typeName(int type) {
		return (type >= 0 && type < TYPES.size()) ? TYPES.get(type) : "type " + Integer.toUnsignedString(type);
	}

	/**
	 * Read data.
	 * @param expand replaces the variables of the environment in a text
	 * @return the text, the number or the elements of the list; {@code null} if the type
	 * is none of these, or the data has not the size of its type
	 */
	static @Nullable List<String> read(int type, byte[] data, UnaryOperator<String> expand) {
		return switch (type) {
			case SZ -> List.of(text(data));
			case EXPAND_SZ -> List.of(expand.apply(text(data)));
			case MULTI_SZ -> list(data);
			case DWORD ->
				(data.length != Integer.BYTES) ? null : List.of(Integer.toUnsignedString(buffer(data).getInt()));
			case QWORD -> (data.length != Long.BYTES) ? null : List.of(Long.toUnsignedString(buffer(data).getLong()));
			default -> null;
		};
	}

	private static ByteBuffer buffer(byte[] data) {
		return ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
	}

	/**
	 * Whoever wrote a text may have left out the NUL at its end.
	 */
	private static String text(byte[] data) {
		String text = characters(data);
		int end = text.indexOf('\0');
		return (end >= 0) ? text.substring(0, end) : text;
	}

	private static List<String> list(byte[] data) {
		List<String> elements = new ArrayList<>();
		for (String element : characters(data).split("\0", -1)) {
			if (element.isEmpty()) {
				break;
			}
			elements.add(element);
		}
		return elements;
	}

	private static String characters(byte[] data) {
		return new String(data, 0, data.length - data.length % Character.BYTES, StandardCharsets.UTF_16LE);
	}

}
