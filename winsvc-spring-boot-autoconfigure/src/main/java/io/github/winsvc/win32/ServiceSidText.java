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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

import io.github.winsvc.scm.ServiceName;

/**
 * The security identifier of {@code NT SERVICE\<name>}. Windows derives it from the name
 * alone, so it can be granted rights before the service exists.
 */
final class ServiceSidText {

	private ServiceSidText() {
	}

	static String of(ServiceName name) {
		byte[] upperCase = name.value().toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_16LE);
		ByteBuffer hash = ByteBuffer.wrap(sha1(upperCase)).order(ByteOrder.LITTLE_ENDIAN);
		StringBuilder text = new StringBuilder("S-1-5-80");
		while (hash.hasRemaining()) {
			text.append('-').append(Integer.toUnsignedString(hash.getInt()));
		}
		return text.toString();
	}

	private static byte[] sha1(byte[] bytes) {
		try {
			return MessageDigest.getInstance("SHA-1").digest(bytes);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
