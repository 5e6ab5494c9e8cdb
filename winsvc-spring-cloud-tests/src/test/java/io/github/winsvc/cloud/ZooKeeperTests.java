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

package io.github.winsvc.cloud;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.github.winsvc.reload.ReloadRefusedException;
import io.github.winsvc.reload.ReloadResult;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.test.TestService;
import io.github.winsvc.test.WinsvcTest;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.retry.RetryOneTime;
import org.apache.curator.test.TestingServer;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.cloud.endpoint.event.RefreshEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests of reloads of a configuration that is in ZooKeeper, which says itself when it
 * changes.
 */
@WinsvcTest(application = OrdersApplication.class,
		properties = { "spring.main.web-application-type=none", "spring.application.name=orders",
				"spring.cloud.config.enabled=false", "spring.config.import=zookeeper:", "winsvc.reload.watch=false",
				"spring.cloud.zookeeper.connection-timeout=1s", "spring.cloud.zookeeper.max-retries=1" })
class ZooKeeperTests {

	private static TestingServer server;

	private static CuratorFramework client;

	private TestService service;

	@BeforeAll
	static void serve() throws Exception {
		server = new TestingServer(true);
		client = CuratorFrameworkFactory.newClient(server.getConnectString(), new RetryOneTime(500));
		client.start();
	}

	@AfterAll
	static void end() throws Exception {
		client.close();
		server.close();
	}

	@BeforeEach
	void start(TestService service) throws Exception {
		this.service = service;
		write("orders.threads", "5");
		write("sign.text", "open");
		service.withProperties("spring.cloud.zookeeper.connect-string=" + server.getConnectString()).start();
		service.awaitState(ServiceState.RUNNING);
		assertThat(threads()).isEqualTo(5);
		assertThat(sign()).isEqualTo("open");
	}

	private static void write(String key, String value) throws Exception {
		client.create()
			.orSetData()
			.creatingParentsIfNeeded()
			.forPath("/config/orders/" + key, value.getBytes(StandardCharsets.UTF_8));
	}

	private static ConditionFactory soon() {
		return await().atMost(Duration.ofSeconds(30));
	}

	private int threads() {
		return this.service.context().getBean(OrdersProperties.class).getThreads();
	}

	private String sign() {
		return this.service.context().getBean(OrdersApplication.Sign.class).text();
	}

	private ReloadResults results() {
		return this.service.context().getBean(ReloadResults.class);
	}

	@Test
	void whenNodeChangesThenApplicationFollowsAndRefusesWhatIsInvalid() throws Exception {
		write("orders.threads", "6");
		soon().until(() -> threads() == 6);
		write("sign.text", "closed");
		soon().until(() -> sign().equals("closed"));
		int known = results().all().size();
		write("orders.threads", "5000");
		soon().until(() -> results().all().size() > known);
		assertThat(results().last()).isInstanceOfSatisfying(ReloadResult.Rejected.class,
				(rejected) -> assertThat(rejected.reasons()).singleElement()
					.asString()
					.startsWith("orders.threads is 5000: must be less than or equal to 100"));
		assertThat(threads()).isEqualTo(6);
		assertThat(this.service.context().getEnvironment().getProperty("orders.threads")).isEqualTo("6");
		write("orders.threads", "7");
		soon().until(() -> threads() == 7);
		client.delete().forPath("/config/orders/orders.threads");
		soon().until(() -> threads() == 4);
		assertThat(sign()).isEqualTo("closed");
		this.service.stop();
	}

	@Test
	void whenServerIsDownThenTheFormerConfigurationStaysUntilItIsBack() throws Exception {
		server.stop();
		try {
			assertThatExceptionOfType(ReloadRefusedException.class)
				.isThrownBy(() -> this.service.context().publishEvent(new RefreshEvent(this, null, "a change")));
			assertThat(threads()).isEqualTo(5);
			assertThat(sign()).isEqualTo("open");
		}
		finally {
			server.restart();
		}
		write("orders.threads", "8");
		soon().until(() -> threads() == 8);
		this.service.stop();
	}

}
