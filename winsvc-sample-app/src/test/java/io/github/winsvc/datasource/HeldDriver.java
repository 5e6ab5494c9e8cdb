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

package io.github.winsvc.datasource;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The driver of H2, of which one connection can be made to take long.
 */
public class HeldDriver extends org.h2.Driver {

	private static final AtomicReference<Hold> next = new AtomicReference<>();

	static Hold holdNext() {
		Hold hold = new Hold();
		next.set(hold);
		return hold;
	}

	@Override
	public Connection connect(String url, Properties properties) throws SQLException {
		Connection connection = super.connect(url, properties);
		Hold hold = next.getAndSet(null);
		if (hold != null) {
			hold.await();
		}
		return connection;
	}

	/**
	 * A connection that is not given out before this is closed.
	 */
	static final class Hold implements AutoCloseable {

		private final CountDownLatch arrived = new CountDownLatch(1);

		private final CountDownLatch released = new CountDownLatch(1);

		private void await() throws SQLException {
			this.arrived.countDown();
			try {
				this.released.await();
			}
			catch (InterruptedException ex) {
				throw new SQLException(ex);
			}
		}

		void awaitArrival() throws InterruptedException {
			assertThat(this.arrived.await(10, TimeUnit.SECONDS)).isTrue();
		}

		@Override
		public void close() {
			this.released.countDown();
		}

	}

}
