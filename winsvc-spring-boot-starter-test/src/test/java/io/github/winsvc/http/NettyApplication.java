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

package io.github.winsvc.http;

/**
 * Properties with which a reactive application is tested on Netty.
 */
public final class NettyApplication {

	/** Makes the application reactive, on Netty although Tomcat is there as well. */
	public static final String REACTIVE = "spring.main.web-application-type=reactive";

	/** Leaves out what cannot be there without Tomcat as the server. */
	public static final String WITHOUT_TOMCAT = "spring.autoconfigure.exclude="
			+ "org.springframework.boot.tomcat.autoconfigure.actuate.web.server."
			+ "TomcatReactiveManagementContextAutoConfiguration";

	/**
	 * Has each request come on a connection of its own. Reactor Netty 1.3.7 may read no
	 * more from a connection whose next request comes before the former one is done with.
	 */
	public static final String ONE_REQUEST_PER_CONNECTION = "server.netty.max-keep-alive-requests=1";

	/** Has Netty's threads end at once, and not after 2 s without work. */
	public static final String NO_QUIET_PERIOD = "spring.reactor.netty.shutdown-quiet-period=0s";

	private NettyApplication() {
	}

}
