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

import io.github.winsvc.scm.ServiceControl;
import io.github.winsvc.scm.ServiceDispatcher;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.test.FakeProcessEnd;
import io.github.winsvc.test.scm.FakeProcess;
import io.github.winsvc.test.scm.FakeScm;
import io.github.winsvc.test.scm.FakeService;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.bootstrap.BootstrapRegistry.InstanceSupplier;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * A service that logs with Log4j, and its SCM. Prints what the event log was told.
 */
@Configuration(proxyBeanMethods = false)
class Log4jMain {

	public static void main(String[] args) throws Exception {
		try (FakeScm scm = new FakeScm()) {
			FakeService service = scm.register("orders");
			FakeProcess process = service.begin();
			FakeProcessEnd end = new FakeProcessEnd();
			SpringApplication application = new SpringApplication(Log4jMain.class);
			application.setWebApplicationType(WebApplicationType.NONE);
			application.addBootstrapRegistryInitializer((registry) -> {
				registry.register(ServiceDispatcher.class, InstanceSupplier.of(process));
				registry.register(ProcessEnd.class, InstanceSupplier.of(end));
			});
			ConfigurableApplicationContext context = application.run(args);
			service.awaitState(ServiceState.RUNNING);
			LogFactory.getLog("shop.Orders").warn("low stock");
			LogFactory.getLog("shop.Orders").info("fine");
			LogFactory.getLog("shop.Orders").error("no stock", new IllegalStateException("empty"));
			String system = LoggingSystem.get(Log4jMain.class.getClassLoader()).getClass().getSimpleName();
			service.send(ServiceControl.Standard.STOP);
			end.awaitCode();
			service.awaitState(ServiceState.STOPPED);
			System.out.println("logging: " + system + ", active: " + context.isActive());
			service.events()
				.forEach((entry) -> System.out
					.println("event: %d %s".formatted(entry.id(), entry.text().replaceAll("\\s+", " "))));
		}
		System.exit(0);
	}

}
