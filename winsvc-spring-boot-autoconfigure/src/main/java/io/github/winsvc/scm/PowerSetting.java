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

package io.github.winsvc.scm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * The new value of a power setting, {@code POWERBROADCAST_SETTING}.
 *
 * @param id the GUID of the setting, such as that of {@code GUID_ACDC_POWER_SOURCE}
 * @param value the value as Windows encodes it
 * @since 0.1.0
 */
public record PowerSetting(UUID id, byte[] value) {

	public PowerSetting {
		value = value.clone();
	}

	@Override
	public byte[] value() {
		return this.value.clone();
	}

	/**
	 * Return the value of a setting that is a DWORD, as most are.
	 * @return the number, empty if the value is not four bytes long
	 */
	public OptionalInt number() {
		return (this.value.length == Integer.BYTES)
				? OptionalInt.of(ByteBuffer.wrap(this.value).order(ByteOrder.LITTLE_ENDIAN).getInt())
				: OptionalInt.empty();
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof PowerSetting that && that.id.equals(this.id) && Arrays.equals(that.value, this.value);
	}

	@Override
	public int hashCode() {
		return 31 * this.id.hashCode() + Arrays.hashCode(this.value);
	}

	@Override
	public String toString() {
		return "PowerSetting[id=" + this.id + ", value=" + HexFormat.of().formatHex(this.value) + "]";
	}

}
