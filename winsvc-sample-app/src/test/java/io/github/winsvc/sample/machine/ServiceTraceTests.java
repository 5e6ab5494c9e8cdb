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

package io.github.winsvc.sample.machine;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.github.winsvc.scm.ServiceState;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ServiceTrace}, with lines that Wine 8.0 has written.
 */
class ServiceTraceTests {

	private static final String SERVICE = """
			0038:0050:trace:service:svcctl_OpenSCManagerW ((null), (null), 1)
			00f8:0154:trace:service:OpenServiceW 0000000039DC69F0 L"svc" 0x8000
			0038:0050:trace:service:svcctl_OpenServiceW (L"svc", 0x8000)
			00f8:0154:trace:service:OpenServiceW 0000000039DC69F0 L"svc" 0xc0000000
			00f8:0158:trace:service:RegisterServiceCtrlHandlerExW L"" 0000000033FF0050 0000000000000000
			00f8:0158:trace:service:SetServiceStatus 0000000039DC6A50 0x10 0x2 0 0 0 0x1 0xbb8
			0038:0050:trace:service:svcctl_SetServiceStatus (00000000010A9260, 00000000010A8CA4)
			00f8:0158:trace:service:SetServiceStatus 0000000039DC6A50 0x10 0x4 0x105 0 0 0 0
			""";

	@Test
	void whenServiceReportsThenReportsAreReadInOrder() {
		assertThat(ServiceTrace.parse(SERVICE).reports("svc")).containsExactly(
				new StatusReport(0x10, ServiceState.START_PENDING, 0, 0, 0, 1, 3000),
				new StatusReport(0x10, ServiceState.RUNNING, 0x105, 0, 0, 0, 0));
	}

	@Test
	void whenServiceReportsThenItsProcessIsKnown() {
		assertThat(ServiceTrace.parse(SERVICE).processId("svc")).isEqualTo(0xf8);
	}

	@Test
	void whenServiceEndsWithItsOwnCodeThenBothCodesAreRead() {
		String trace = SERVICE + """
				00f8:015c:trace:service:SetServiceStatus 0000000039DC6A50 0x10 0x1 0 0x42a 0x7 0 0
				""";
		assertThat(ServiceTrace.parse(trace).reports("svc")).last()
			.isEqualTo(new StatusReport(0x10, ServiceState.STOPPED, 0, 1066, 7, 0, 0));
	}

	@Test
	void whenOtherProcessReportsThenItIsNotTakenForTheService() {
		String trace = SERVICE + """
				0044:0054:trace:service:SetServiceStatus 00000000010A36F0 0x30 0x4 0x5 0 0 0 0
				""";
		assertThat(ServiceTrace.parse(trace).reports("svc")).hasSize(2);
	}

	@Test
	void whenServiceIsUnknownThenThereIsNoReportAndNoProcess() {
		ServiceTrace trace = ServiceTrace.parse(SERVICE);
		assertThat(trace.reports("other")).isEmpty();
		assertThat(trace.processId("other")).isZero();
	}

	@Test
	void whenServiceIsOnlyOpenedForQueryThenItsProcessStaysUnknown() {
		assertThat(ServiceTrace.parse("""
				00aa:00ab:trace:service:OpenServiceW 0000000039DC69F0 L"svc" 0x4
				00aa:00ab:trace:service:SetServiceStatus 0000000039DC6A50 0x10 0x4 0x1 0 0 0 0
				""").reports("svc")).isEmpty();
	}

	@Test
	void whenNameIsEscapedThenItIsReadAsWritten() {
		assertThat(ServiceTrace.parse("""
				00f8:0154:trace:service:OpenServiceW 0000000039DC69F0 L"B\\00fccher orders" 0x8000
				00f8:0158:trace:service:SetServiceStatus 0000000039DC6A50 0x10 0x4 0x1 0 0 0 0
				""").reports("B\u00fccher orders")).hasSize(1);
	}

	@Test
	void whenLastLineIsIncompleteThenItIsLeftOut() {
		String trace = SERVICE + "00f8:0158:trace:service:SetServiceStatus 0000000039DC6A50 0x10 0x1 0";
		assertThat(ServiceTrace.parse(trace).reports("svc")).hasSize(2);
	}

	@Test
	void whenTraceIsEmptyThenThereIsNothing() {
		assertThat(ServiceTrace.parse("").reports("svc")).isEmpty();
	}

	@Test
	void whenEventIsReportedThenItIsReadWithItsTexts() {
		String zero = "0000000000000000";
		String trace = """
				01a8:01ec:fixme:advapi:RegisterEventSourceW ((null),L"B\\00fccher orders"): stub
				01a8:01ec:fixme:advapi:ReportEventW (00000000CAFE4242,0x0004,0x0001,0x000003e8,%s,0x0002,0x0,%s,%s): stub
				01a8:01ec:trace:eventlog:ReportEventW L"first \\"q\\" \\\\ \\00e4\\r\\n"
				01a8:01ec:err:eventlog:ReportEventW L"second"
				"""
			.formatted(zero, zero, zero);
		assertThat(ServiceTrace.parse(trace).events("B\u00fccher orders"))
			.containsExactly(new LoggedEvent(4, 1, 1000, List.of("first \"q\" \\ \u00e4\r\n", "second")));
	}

}
