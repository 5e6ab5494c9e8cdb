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

package io.github.winsvc.boot;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Values and command lines that nobody has thought of, the same for the same seed.
 */
final class NastyValues {

	private static final List<String> PLAIN = List.of("orders", "true", "false", "5s", "1h", "0", "128", "255", "auto",
			"manual", "delayed-auto", "disabled", "none", "restricted", "LocalService", "NT SERVICE\\orders",
			"Tcpip,http", "+Network", "SeBackupPrivilege", "1s,2s,3s", "-Xmx1g", "--shop=north", "sc", "powershell",
			"json", "C:\\Program Files\\orders", "/a/**", "PARAMCHANGE", "6ac27878-a6fa-4155-ba85-f98f491d4f33",
			"tell.exe /a");

	static final List<String> NASTY = List.of("", " ", "\t", ",", ",,", "a,,b", ",a", "a,", "1s,,2s", "true,", "\0",
			"a\0b", "\n", "a\r\nb", "\u0007", "\u001b[31mred", "\u007f", "\u0085", "\u2028", "\u202egpj.exe", "\"",
			"a\"b", "\\", "C:\\", "\\\\server\\share\\", "\\\"", "'", "%", "%%", "%TEMP%", "a%b%c", "${nowhere}",
			"${a:${b:${c}}}", "${", "${}", "$", "#{1+1}", "#{T(x).y()}", "ä", "Größe", "ß", "İ", "日本語", "😀", "\ud83d",
			"\udc00x", "-1", "-0", "+1", "0x10", "1e9", "NaN", "2147483648", "9223372036854775807",
			"9223372036854775808", "-9223372036854775808", "-1s", "-PT1S", "PT", "P1Y", "PT-1S", "1.5s", "5 s", "5S",
			"9223372036854775807s", "9223372036854775807ms", "106751991168d", "4294967295ms", "4294967296ms", "50d",
			"PT2562047788015215H30M7S", "1ns", "1us", "1ms", "yes", "on", "TRUE", "~", "[]", "{}", "[a, b]", "{a: b}",
			"- a", "a: b", "# a", "!!x y", "&a", "*a", "|", ">", "@a", "a=b", "=", "=a", "--", "-", "--a", "-jar",
			"-cp", "-D", "@options", "-Dpassword=x", "--token=x", "CON", "nul.txt", "a/b", "a\\b", "a:b", "a*b", "a?b",
			"<a>", "a|b", "a.", ".", "..", "a".repeat(257), "a".repeat(40_000), "ä".repeat(300), "*", "{*}", "{",
			"/**/a", "**/a/**", "http://a b", "00000000-0000-0000-0000-00000000000", "-", "boot", "system", "BOOT",
			".\\clerk", "SHOP\\clerk", "LocalSystem ", "nt authority\\system", "orders ", "ORDERS", "+", "++", "+ ",
			"Se", "SePrivilege", "SeBackupPrivilege ", "127", "256", "128.0", "servlet", "NONE");

	private static final List<String> KEYS = List.of("A", "a", "PATH", "Path", "a.b", "a_b", "A-B", "a b", "", ".", "=",
			"a=b", "[", "]", "[]", "[0]", "\0", "\n", "ä", "😀", "%A%", "${A}", "PASSWORD", "1", "a/b", "*", "A(x86)");

	private static final String CHARACTERS = "\0\t\n\r\u001b \"'\\%$#{}[]().,;:=+-*/?!<>|@&^~_aZ09äß\u00a0\u200b\ufeff\ud83d\ude00";

	private final Random random;

	NastyValues(long seed) {
		this.random = new Random(seed);
	}

	String value() {
		return switch (this.random.nextInt(8)) {
			case 0, 1, 2 -> pick(PLAIN);
			case 3 -> pick(PLAIN) + pick(NASTY);
			case 4 -> garbage();
			default -> pick(NASTY);
		};
	}

	/**
	 * Return the name of a property, or of an element of it.
	 */
	String name(String property) {
		return switch (this.random.nextInt(12)) {
			case 0 -> property + "[" + this.random.nextInt(3) + "]";
			case 1 -> property + "[" + pick(KEYS) + "]";
			case 2, 3 -> property + "." + pick(KEYS);
			case 4 -> property.toUpperCase(Locale.ROOT);
			default -> property;
		};
	}

	<E> E pick(List<E> elements) {
		return elements.get(this.random.nextInt(elements.size()));
	}

	int number(int bound) {
		return this.random.nextInt(bound);
	}

	private String garbage() {
		StringBuilder garbage = new StringBuilder();
		int length = this.random.nextInt(1, 30);
		for (int i = 0; i < length; i++) {
			garbage.append(CHARACTERS.charAt(this.random.nextInt(CHARACTERS.length())));
		}
		return garbage.toString();
	}

}
