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

import io.github.winsvc.access.SecurityPolicy;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What install and update refuse unless an operator allows it.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("winsvc.security")
public class SecurityProperties {

	/**
	 * Whether the service is installed although others than administrators may write to
	 * its jar, its Java or its home. Whoever may has the rights of the service.
	 */
	private boolean allowWritableFiles = SecurityPolicy.DEFAULT.allowWritableFiles();

	/**
	 * Whether the service may run as LocalSystem, which may do anything on the machine.
	 */
	private boolean allowLocalSystem = SecurityPolicy.DEFAULT.allowLocalSystem();

	public boolean isAllowWritableFiles() {
		return this.allowWritableFiles;
	}

	public void setAllowWritableFiles(boolean allowWritableFiles) {
		this.allowWritableFiles = allowWritableFiles;
	}

	public boolean isAllowLocalSystem() {
		return this.allowLocalSystem;
	}

	public void setAllowLocalSystem(boolean allowLocalSystem) {
		this.allowLocalSystem = allowLocalSystem;
	}

	SecurityPolicy policy() {
		return new SecurityPolicy(this.allowWritableFiles, this.allowLocalSystem);
	}

}
