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

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An order of which the application has read the head but not the body, so that it cannot
 * answer yet.
 */
final class InFlightOrder implements AutoCloseable {

	private static final String BODY = """
			{"customer": "Ada", "lines": [{"sku": "TEA-01", "quantity": 3, "unitPrice": 4.50}]}""";

	private final Socket socket;

	private final BufferedReader reader;

	private InFlightOrder(Socket socket) throws IOException {
		this.socket = socket;
		this.reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
	}

	/**
	 * Place the order and wait until the application has it in hand.
	 */
	static InFlightOrder begin(int port) throws IOException {
		Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
		socket.setSoTimeout((int) Operator.PATIENCE.toMillis());
		InFlightOrder order = new InFlightOrder(socket);
		order.write("POST /orders HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
				+ "Expect: 100-continue\r\nContent-Length: " + BODY.length() + "\r\n\r\n");
		assertThat(order.reader.readLine()).startsWith("HTTP/1.1 100");
		assertThat(order.reader.readLine()).isEmpty();
		return order;
	}

	/**
	 * Send the body.
	 * @return the status line of the answer
	 */
	String finish() throws IOException {
		write(BODY);
		return this.reader.readLine();
	}

	private void write(String text) throws IOException {
		OutputStream output = this.socket.getOutputStream();
		output.write(text.getBytes(StandardCharsets.US_ASCII));
		output.flush();
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
