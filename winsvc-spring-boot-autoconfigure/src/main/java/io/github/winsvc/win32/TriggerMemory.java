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

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import io.github.winsvc.scm.ServiceTrigger;
import io.github.winsvc.scm.TriggerData;
import org.jspecify.annotations.Nullable;

/**
 * Triggers in memory: {@code SERVICE_TRIGGER_INFO}, which points to an array of
 * {@code SERVICE_TRIGGER}, each of which points to its GUID and to an array of
 * {@code SERVICE_TRIGGER_SPECIFIC_DATA_ITEM}.
 */
final class TriggerMemory {

	private static final int POINTER = Native.POINTER_SIZE;

	private static final int INFO_SIZE = 3 * POINTER;

	private static final int TRIGGER_SIZE = 8 + 3 * POINTER;

	private static final int ITEM_SIZE = 8 + POINTER;

	private final Memory memory;

	/** Where the next data items go. */
	private long items;

	/** Where the next bytes of an item go. */
	private long bytes;

	private TriggerMemory(List<ServiceTrigger> triggers) {
		List<TriggerData> data = triggers.stream().flatMap((trigger) -> trigger.data().stream()).toList();
		this.items = INFO_SIZE + (long) triggers.size() * (TRIGGER_SIZE + Guid.SIZE);
		this.bytes = this.items + (long) data.size() * ITEM_SIZE;
		this.memory = new Memory(this.bytes + data.stream().mapToInt((item) -> bytes(item).length).sum());
		this.memory.clear();
		this.memory.setInt(0, triggers.size());
	}

	/**
	 * Write triggers.
	 * @return one piece of memory, with the structure at its beginning
	 */
	static Memory write(List<ServiceTrigger> triggers) {
		TriggerMemory writer = new TriggerMemory(triggers);
		long guids = INFO_SIZE + (long) triggers.size() * TRIGGER_SIZE;
		for (int i = 0; i < triggers.size(); i++) {
			writer.write(triggers.get(i), INFO_SIZE + (long) i * TRIGGER_SIZE, guids + (long) i * Guid.SIZE);
		}
		if (!triggers.isEmpty()) {
			writer.point(POINTER, INFO_SIZE);
		}
		return writer.memory;
	}

	private void write(ServiceTrigger trigger, long offset, long guid) {
		Guid.write(this.memory, guid, trigger.subtype());
		this.memory.setInt(offset, trigger.type());
		this.memory.setInt(offset + 4, trigger.action());
		point(offset + 8, guid);
		this.memory.setInt(offset + 8 + POINTER, trigger.data().size());
		if (!trigger.data().isEmpty()) {
			point(offset + 8 + 2 * POINTER, this.items);
		}
		trigger.data().forEach(this::write);
	}

	private void write(TriggerData item) {
		byte[] value = bytes(item);
		this.memory.setInt(this.items, item.type());
		this.memory.setInt(this.items + 4, value.length);
		if (value.length > 0) {
			point(this.items + 8, this.bytes);
			this.memory.write(this.bytes, value, 0, value.length);
		}
		this.items += ITEM_SIZE;
		this.bytes += value.length;
	}

	private void point(long offset, long target) {
		this.memory.setPointer(offset, this.memory.share(target));
	}

	private static byte[] bytes(TriggerData item) {
		return (item.type() == TriggerData.TEXT) ? WideText.bytes(item.value()) : HexFormat.of().parseHex(item.value());
	}

	/**
	 * Read triggers.
	 * @param info where the structure begins
	 */
	static List<ServiceTrigger> read(Pointer info) {
		List<ServiceTrigger> triggers = new ArrayList<>();
		Pointer array = info.getPointer(POINTER);
		for (int i = 0; array != null && i < info.getInt(0); i++) {
			Pointer trigger = array.share((long) i * TRIGGER_SIZE);
			Pointer guid = trigger.getPointer(8);
			triggers.add(new ServiceTrigger(trigger.getInt(0), trigger.getInt(4),
					(guid != null) ? Guid.read(guid, 0) : new UUID(0, 0),
					items(trigger.getPointer(8 + 2L * POINTER), trigger.getInt(8 + POINTER))));
		}
		return triggers;
	}

	private static List<TriggerData> items(@Nullable Pointer array, int count) {
		List<TriggerData> items = new ArrayList<>();
		for (int i = 0; array != null && i < count; i++) {
			Pointer item = array.share((long) i * ITEM_SIZE);
			Pointer data = item.getPointer(8);
			items.add(item(item.getInt(0), (data != null) ? data.getByteArray(0, item.getInt(4)) : new byte[0]));
		}
		return items;
	}

	private static TriggerData item(int type, byte[] value) {
		return new TriggerData(type,
				(type == TriggerData.TEXT) ? new String(value, StandardCharsets.UTF_16LE).replaceFirst("\0$", "")
						: HexFormat.of().formatHex(value));
	}

}
