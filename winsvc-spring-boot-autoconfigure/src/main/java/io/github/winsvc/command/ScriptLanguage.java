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

import java.util.List;

import io.github.winsvc.command.ScriptLine.Call;
import io.github.winsvc.command.ScriptLine.Remark;
import io.github.winsvc.scm.ServiceDefinition;

/**
 * A language in which a script can be written.
 */
interface ScriptLanguage {

	/**
	 * Return what stands before everything else.
	 */
	List<String> begin();

	/**
	 * Return the lines that create the service with what no service can be without.
	 */
	List<String> create(ServiceDefinition definition);

	/**
	 * Return what a script has to say about the password of an account, which is not in
	 * it.
	 */
	List<String> passwordRemarks();

	String call(Call call);

	String remark(String text);

	default String line(ScriptLine line) {
		if (line instanceof Call call) {
			return call(call);
		}
		if (line instanceof Remark remark) {
			return remark(remark.text());
		}
		throw new IllegalArgumentException("No line: " + line);
	}

	static ScriptLanguage of(ScriptFormat format) {
		return switch (format) {
			case SC -> new BatchLanguage();
			case POWERSHELL -> new PowerShellLanguage();
		};
	}

}
