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

package io.github.winsvc.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.winsvc.scm.ServiceSetting.Account;
import org.jspecify.annotations.Nullable;

/**
 * What it takes, beside the name of an account that someone keeps, that Windows can log
 * on as it.
 *
 * @param account the account
 * @param password whether its password has to be told
 * @param renewed whether that alone is told, because the account is registered
 * @param source where the password comes from, {@code null} if the operator has not said
 * and cannot be asked
 * @param right whether it may log on as a service
 */
record Logon(Account account, boolean password, boolean renewed, @Nullable PasswordSource source, Right right) {

	static final String RIGHT = "SeServiceLogonRight";

	/**
	 * Whether there is nothing to do.
	 */
	boolean isEmpty() {
		return !this.password && this.right != Right.MISSING;
	}

	String rightText() {
		return "right: log on as a service for " + this.account.value();
	}

	/**
	 * Return what has to be done for people to read.
	 */
	List<String> lines() {
		List<String> lines = new ArrayList<>();
		if (this.right == Right.MISSING) {
			lines.add("+ " + rightText());
		}
		else if (this.right == Right.HIDDEN) {
			lines.add("? " + rightText() + ",");
			lines.add("    granted unless it has it, which only administrators can see");
		}
		if (this.password) {
			String from = (this.source != null) ? this.source.text() : "as --winsvc.password-from will say";
			lines.add(this.renewed ? "~ password of %s: %s".formatted(this.account.value(), from)
					: "+ password: " + from);
		}
		return lines;
	}

	Map<String, Object> details() {
		Map<String, Object> details = new LinkedHashMap<>();
		if (this.right == Right.MISSING) {
			details.put("right", RIGHT);
		}
		if (this.password) {
			if (this.source != null) {
				details.put("passwordFrom", this.source.toString());
			}
			details.put("passwordRenewed", this.renewed);
		}
		return details;
	}

	/**
	 * The right to log on as a service.
	 */
	enum Right {

		/** The account has it. */
		HELD,

		/** It is to be granted. */
		MISSING,

		/** Who runs the command may not see it. */
		HIDDEN

	}

}
