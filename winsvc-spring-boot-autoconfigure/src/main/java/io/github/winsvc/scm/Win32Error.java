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

package io.github.winsvc.scm;

import java.util.Map;
import java.util.Optional;

/**
 * An error code of Windows. It prints as number and name, never as Windows' message,
 * whose text depends on the machine's language.
 *
 * @param code the value of {@code GetLastError}
 * @since 0.1.0
 */
public record Win32Error(int code) {

	public static final Win32Error FILE_NOT_FOUND = new Win32Error(2);

	public static final Win32Error ACCESS_DENIED = new Win32Error(5);

	public static final Win32Error INVALID_PARAMETER = new Win32Error(87);

	public static final Win32Error CALL_NOT_IMPLEMENTED = new Win32Error(120);

	public static final Win32Error INVALID_NAME = new Win32Error(123);

	public static final Win32Error INVALID_LEVEL = new Win32Error(124);

	public static final Win32Error MORE_DATA = new Win32Error(234);

	public static final Win32Error DEPENDENT_SERVICES_RUNNING = new Win32Error(1051);

	public static final Win32Error INVALID_SERVICE_CONTROL = new Win32Error(1052);

	public static final Win32Error SERVICE_REQUEST_TIMEOUT = new Win32Error(1053);

	public static final Win32Error SERVICE_DATABASE_LOCKED = new Win32Error(1055);

	public static final Win32Error SERVICE_ALREADY_RUNNING = new Win32Error(1056);

	public static final Win32Error INVALID_SERVICE_ACCOUNT = new Win32Error(1057);

	public static final Win32Error SERVICE_DISABLED = new Win32Error(1058);

	public static final Win32Error SERVICE_DOES_NOT_EXIST = new Win32Error(1060);

	public static final Win32Error SERVICE_CANNOT_ACCEPT_CTRL = new Win32Error(1061);

	public static final Win32Error SERVICE_NOT_ACTIVE = new Win32Error(1062);

	public static final Win32Error FAILED_SERVICE_CONTROLLER_CONNECT = new Win32Error(1063);

	public static final Win32Error PROCESS_ABORTED = new Win32Error(1067);

	public static final Win32Error SERVICE_LOGON_FAILED = new Win32Error(1069);

	public static final Win32Error SERVICE_MARKED_FOR_DELETE = new Win32Error(1072);

	public static final Win32Error SERVICE_EXISTS = new Win32Error(1073);

	public static final Win32Error DUPLICATE_SERVICE_NAME = new Win32Error(1078);

	public static final Win32Error CANCELLED = new Win32Error(1223);

	public static final Win32Error NONE_MAPPED = new Win32Error(1332);

	public static final Win32Error REQUIRES_INTERACTIVE_WINDOWSTATION = new Win32Error(1459);

	public static final Win32Error SERVER_UNAVAILABLE = new Win32Error(1722);

	public static final Win32Error INVALID_TAG = new Win32Error(1733);

	private static final Map<Integer, String> NAMES = Map.ofEntries(Map.entry(2, "ERROR_FILE_NOT_FOUND"),
			Map.entry(3, "ERROR_PATH_NOT_FOUND"), Map.entry(5, "ERROR_ACCESS_DENIED"),
			Map.entry(6, "ERROR_INVALID_HANDLE"), Map.entry(13, "ERROR_INVALID_DATA"),
			Map.entry(32, "ERROR_SHARING_VIOLATION"), Map.entry(87, "ERROR_INVALID_PARAMETER"),
			Map.entry(109, "ERROR_BROKEN_PIPE"), Map.entry(120, "ERROR_CALL_NOT_IMPLEMENTED"),
			Map.entry(170, "ERROR_BUSY"), Map.entry(122, "ERROR_INSUFFICIENT_BUFFER"),
			Map.entry(123, "ERROR_INVALID_NAME"), Map.entry(124, "ERROR_INVALID_LEVEL"),
			Map.entry(231, "ERROR_PIPE_BUSY"), Map.entry(233, "ERROR_PIPE_NOT_CONNECTED"),
			Map.entry(234, "ERROR_MORE_DATA"), Map.entry(1051, "ERROR_DEPENDENT_SERVICES_RUNNING"),
			Map.entry(1052, "ERROR_INVALID_SERVICE_CONTROL"), Map.entry(1053, "ERROR_SERVICE_REQUEST_TIMEOUT"),
			Map.entry(1055, "ERROR_SERVICE_DATABASE_LOCKED"), Map.entry(1056, "ERROR_SERVICE_ALREADY_RUNNING"),
			Map.entry(1057, "ERROR_INVALID_SERVICE_ACCOUNT"), Map.entry(1058, "ERROR_SERVICE_DISABLED"),
			Map.entry(1059, "ERROR_CIRCULAR_DEPENDENCY"), Map.entry(1060, "ERROR_SERVICE_DOES_NOT_EXIST"),
			Map.entry(1061, "ERROR_SERVICE_CANNOT_ACCEPT_CTRL"), Map.entry(1062, "ERROR_SERVICE_NOT_ACTIVE"),
			Map.entry(1063, "ERROR_FAILED_SERVICE_CONTROLLER_CONNECT"), Map.entry(1064, "ERROR_EXCEPTION_IN_SERVICE"),
			Map.entry(1066, "ERROR_SERVICE_SPECIFIC_ERROR"), Map.entry(1067, "ERROR_PROCESS_ABORTED"),
			Map.entry(1068, "ERROR_SERVICE_DEPENDENCY_FAIL"), Map.entry(1069, "ERROR_SERVICE_LOGON_FAILED"),
			Map.entry(1070, "ERROR_SERVICE_START_HANG"), Map.entry(1072, "ERROR_SERVICE_MARKED_FOR_DELETE"),
			Map.entry(1073, "ERROR_SERVICE_EXISTS"), Map.entry(1075, "ERROR_SERVICE_DEPENDENCY_DELETED"),
			Map.entry(1077, "ERROR_SERVICE_NEVER_STARTED"), Map.entry(1078, "ERROR_DUPLICATE_SERVICE_NAME"),
			Map.entry(1115, "ERROR_SHUTDOWN_IN_PROGRESS"), Map.entry(1223, "ERROR_CANCELLED"),
			Map.entry(1314, "ERROR_PRIVILEGE_NOT_HELD"), Map.entry(1332, "ERROR_NONE_MAPPED"),
			Map.entry(1336, "ERROR_INVALID_ACL"), Map.entry(1337, "ERROR_INVALID_SID"),
			Map.entry(1459, "ERROR_REQUIRES_INTERACTIVE_WINDOWSTATION"), Map.entry(1500, "ERROR_EVENTLOG_FILE_CORRUPT"),
			Map.entry(1501, "ERROR_EVENTLOG_CANT_START"), Map.entry(1502, "ERROR_LOG_FILE_FULL"),
			Map.entry(1503, "ERROR_EVENTLOG_FILE_CHANGED"), Map.entry(1722, "RPC_S_SERVER_UNAVAILABLE"),
			Map.entry(1733, "RPC_S_INVALID_TAG"));

	/**
	 * Return the symbolic name.
	 * @return for example {@code ERROR_SERVICE_DOES_NOT_EXIST}, empty if this type does
	 * not know it
	 */
	public Optional<String> symbol() {
		return Optional.ofNullable(NAMES.get(this.code));
	}

	/**
	 * Return the code with its symbolic name.
	 * @return for example {@code 1060 ERROR_SERVICE_DOES_NOT_EXIST}
	 */
	@Override
	public String toString() {
		return symbol().map((symbol) -> this.code + " " + symbol).orElse("Win32 error " + this.code);
	}

}
