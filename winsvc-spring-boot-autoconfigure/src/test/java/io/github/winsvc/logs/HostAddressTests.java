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

import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HostAddress}.
 */
class HostAddressTests {

	@Test
	void whenTheMachineHasANetworkThenItIsAnAddressOfIt() throws SocketException {
		List<String> addresses = NetworkInterface.networkInterfaces()
			.flatMap(NetworkInterface::inetAddresses)
			.map((address) -> address.getHostAddress().replaceFirst("%.*", ""))
			.toList();
		HostAddress host = new HostAddress();
		String address = host.get();
		assertThat(address == null || addresses.contains(address)).as(address).isTrue();
		assertThat(host.get()).isEqualTo(address);
	}

}
