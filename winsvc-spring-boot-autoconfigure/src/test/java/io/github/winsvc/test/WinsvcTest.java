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

package io.github.winsvc.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A test class that runs an application as a Windows service, against an SCM in memory
 * that checks everything the service says. Each test gets a {@link TestService} of its
 * own as a parameter:
 *
 * <pre>
 * &#64;WinsvcTest(properties = "server.port=0")
 * class OrdersServiceTests {
 *
 * 	&#64;Test
 * 	void whenStoppedThenServiceEndsWell(TestService service) {
 * 		service.start();
 * 		service.awaitState(ServiceState.RUNNING);
 * 		assertThat(service.stop().exitCode()).isEqualTo(ExitCode.SUCCESS);
 * 	}
 *
 * }
 * </pre>
 *
 * A service that a test leaves running is ended with it. A test fails if its service has
 * broken a rule of the SCM, with the whole conversation as message.
 * <p>
 * Logging and the default handler of uncaught exceptions belong to the whole JVM, so no
 * two of these tests run at the same time.
 *
 * @since 0.1.0
 * @see TestService
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(WinsvcExtension.class)
@ResourceLock("io.github.winsvc.test")
public @interface WinsvcTest {

	/**
	 * The class whose {@code main} is started. By default it is the
	 * {@code @SpringBootApplication} in the package of the test class or, if there is
	 * none, in the nearest package above.
	 * @return the class
	 */
	Class<?> application() default void.class;

	/**
	 * The name of the service. By default it is the simple name of the application's
	 * class.
	 * @return the name
	 */
	String name() default "";

	/**
	 * The arguments of {@code main}, as install registers them.
	 * @return the arguments
	 */
	String[] args() default {};

	/**
	 * Properties in the form {@code key=value} that take precedence over the
	 * configuration of the application and over its arguments.
	 * @return the properties
	 */
	String[] properties() default {};

}
