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

package io.github.winsvc.logs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * The address under which this machine reaches others. Asking for it sends nothing and
 * takes no name service; it may fail while the network is not there yet.
 */
final class HostAddress {

	/** For documentation, so that nobody has them: the default route is what counts. */
	private static final String[] ANYWHERE = { "192.0.2.1", "2001:db8::1" };

	private static final long RETRY = Duration.ofSeconds(30).toNanos();

	private volatile @Nullable String known;

	private volatile long next = System.nanoTime();

	/**
	 * Return the address, once known always the same.
	 * @return the address, {@code null} if there is no network
	 */
	@Nullable String get() {
		String address = this.known;
		if (address == null && System.nanoTime() - this.next >= 0) {
			this.next = System.nanoTime() + RETRY;
			address = find();
			this.known = address;
		}
		return address;
	}

	private static @Nullable String find() {
		for (String anywhere : ANYWHERE) {
			try (DatagramSocket socket = new DatagramSocket()) {
				socket.connect(new InetSocketAddress(InetAddress.getByName(anywhere), 9));
				InetAddress local = socket.getLocalAddress();
				if (!local.isAnyLocalAddress() && !local.isLoopbackAddress()) {
					return local.getHostAddress().replaceFirst("%.*", "");
				}
			}
			catch (IOException | UncheckedIOException ex) {
				// No route of this kind
			}
		}
		return null;
	}

}
