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

package io.github.winsvc.win32;

import java.util.Set;
import java.util.regex.Pattern;

import io.github.winsvc.scm.FileRole;
import io.github.winsvc.scm.ServiceName;

/**
 * Those who may write wherever a service runs from, because they could take over the
 * machine anyway. Where it has to write, they and the service may.
 */
final class TrustedAccounts {

	private static final String SYSTEM = "S-1-5-18";

	private static final String TRUSTED_INSTALLER = "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464";

	/** Stand for the owner, who is judged by himself. */
	private static final Set<String> OWNER = Set.of("S-1-3-0", "S-1-3-4");

	/** The account Administrator, Domain Admins and Enterprise Admins. */
	private static final Pattern OF_A_DOMAIN = Pattern.compile("S-1-5-21(-\\d+){3}-(500|512|519)");

	private TrustedAccounts() {
	}

	static boolean contain(String sid, FileRole role, ServiceName name) {
		return sid.equals(SYSTEM) || sid.equals(Administrators.GROUP) || sid.equals(TRUSTED_INSTALLER)
				|| OWNER.contains(sid) || OF_A_DOMAIN.matcher(sid).matches()
				|| (role == FileRole.DATA && sid.equals(ServiceSidText.of(name)));
	}

}
