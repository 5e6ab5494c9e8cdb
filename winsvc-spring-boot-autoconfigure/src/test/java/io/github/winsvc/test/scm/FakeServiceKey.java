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

package io.github.winsvc.test.scm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.github.winsvc.scm.RegistryValue;
import io.github.winsvc.scm.RegistryWatch;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceKey;
import io.github.winsvc.scm.ServiceName;
import io.github.winsvc.scm.Win32Error;
import org.jspecify.annotations.Nullable;

/**
 * A service's key of the registry in memory, which a test writes as an operator would.
 *
 * @since 0.1.0
 */
public final class FakeServiceKey implements ServiceKey {

	private final ServiceName name;

	private final Map<String, RegistryValue> parameters = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

	private final Map<String, String> environment = new LinkedHashMap<>();

	private final Set<FakeWatch> watches = new LinkedHashSet<>();

	private boolean refused;

	private boolean unwatchable;

	private long writes;

	/**
	 * Create the key of a service, with nothing in it that the service reads.
	 * @param name the name of the service
	 */
	public FakeServiceKey(ServiceName name) {
		this.name = name;
	}

	/**
	 * Write a text, {@code REG_SZ}, into the key {@code Parameters}.
	 * @param path the name of the value, behind those of keys below with backslashes
	 * between
	 * @param text the text
	 */
	public void put(String path, String text) {
		put(path, "REG_SZ", List.of(text));
	}

	/**
	 * Write a value into the key {@code Parameters}.
	 * @param path the name of the value, behind those of keys below with backslashes
	 * between
	 * @param type its type
	 * @param data its data, {@code null} for what is neither text, number nor list
	 */
	public synchronized void put(String path, String type, @Nullable List<String> data) {
		int end = path.lastIndexOf('\\');
		this.parameters.put(path,
				new RegistryValue((end < 0) ? "" : path.substring(0, end), path.substring(end + 1), type, data));
		written();
	}

	/**
	 * Delete a value of the key {@code Parameters}.
	 * @param path the name of the value, behind those of keys below
	 */
	public synchronized void remove(String path) {
		this.parameters.remove(path);
		written();
	}

	/**
	 * Write a variable of the environment.
	 * @param variable its name
	 * @param value its value, {@code null} for none
	 */
	public synchronized void setVariable(String variable, @Nullable String value) {
		if (value != null) {
			this.environment.put(variable, value);
		}
		else {
			this.environment.remove(variable);
		}
		written();
	}

	/**
	 * Write something that is no configuration, as Windows does.
	 */
	public synchronized void touch() {
		written();
	}

	/**
	 * Have the account of the service read the key {@code Parameters}, or not.
	 * @param refused whether it may not
	 */
	public synchronized void setRefused(boolean refused) {
		this.refused = refused;
		written();
	}

	/**
	 * Have the account of the service watch the key, or not.
	 * @param unwatchable whether it may not
	 */
	public synchronized void setUnwatchable(boolean unwatchable) {
		this.unwatchable = unwatchable;
	}

	/**
	 * Return how many watches are open.
	 * @return the number
	 */
	public synchronized int openWatches() {
		return this.watches.size();
	}

	private void written() {
		this.writes++;
		notifyAll();
	}

	@Override
	public String path() {
		return "HKLM\\SYSTEM\\CurrentControlSet\\Services\\" + this.name;
	}

	@Override
	public synchronized List<RegistryValue> parameters() {
		if (this.refused) {
			throw new ScmException("RegOpenKeyEx", Win32Error.ACCESS_DENIED);
		}
		List<RegistryValue> values = new ArrayList<>();
		this.parameters.values().stream().filter((value) -> value.key().isEmpty()).forEach(values::add);
		this.parameters.values().stream().filter((value) -> !value.key().isEmpty()).forEach(values::add);
		return values;
	}

	@Override
	public synchronized Map<String, String> environment() {
		return new LinkedHashMap<>(this.environment);
	}

	@Override
	public RegistryWatch watch() {
		return new FakeWatch();
	}

	private final class FakeWatch implements RegistryWatch {

		private final FakeServiceKey key = FakeServiceKey.this;

		private long seen = -1;

		private boolean cancelled;

		@Override
		public Event await(Duration atMost) {
			synchronized (this.key) {
				if (this.key.unwatchable) {
					throw new ScmException("RegOpenKeyEx", Win32Error.ACCESS_DENIED);
				}
				this.key.watches.add(this);
				long deadline = System.nanoTime() + atMost.toNanos();
				while (!this.cancelled && this.seen == this.key.writes) {
					long left = (deadline - System.nanoTime()) / 1_000_000;
					if (left <= 0) {
						return Event.QUIET;
					}
					sleep(left);
				}
				this.seen = this.key.writes;
				return this.cancelled ? Event.CANCELLED : Event.CHANGED;
			}
		}

		private void sleep(long millis) {
			try {
				this.key.wait(millis);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				this.cancelled = true;
			}
		}

		@Override
		public void cancel() {
			synchronized (this.key) {
				this.cancelled = true;
				this.key.notifyAll();
			}
		}

		@Override
		public void close() {
			synchronized (this.key) {
				this.key.watches.remove(this);
			}
		}

	}

}
