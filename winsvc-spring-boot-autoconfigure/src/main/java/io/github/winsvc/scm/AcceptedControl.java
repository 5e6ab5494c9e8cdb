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

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A kind of control that a service declares to accept, a bit of
 * {@code SERVICE_STATUS.dwControlsAccepted}. The SCM refuses to send any other, except
 * INTERROGATE and the custom codes, which every service receives.
 *
 * @since 0.1.0
 */
public enum AcceptedControl {

	STOP(0x1, 1), PAUSE_CONTINUE(0x2, 2, 3), SHUTDOWN(0x4, 5), PARAMCHANGE(0x8, 6), NETBINDCHANGE(0x10, 7, 8, 9, 10),
	HARDWAREPROFILECHANGE(0x20, 12), POWEREVENT(0x40, 13), SESSIONCHANGE(0x80, 14), PRESHUTDOWN(0x100, 15),
	TIMECHANGE(0x200, 16), TRIGGEREVENT(0x400, 32), USERMODEREBOOT(0x800, 64);

	private final int bit;

	private final Set<Integer> codes;

	AcceptedControl(int bit, Integer... codes) {
		this.bit = bit;
		this.codes = Set.of(codes);
	}

	/**
	 * Return the controls that are sent to a service that accepts this kind.
	 * @return their control codes
	 */
	public Set<Integer> codes() {
		return this.codes;
	}

	/**
	 * Return what a service must accept to be sent a control.
	 * @param code the control code
	 * @return the kind, empty if the SCM asks for no declaration
	 */
	public static Optional<AcceptedControl> forCode(int code) {
		return Arrays.stream(values()).filter((control) -> control.codes.contains(code)).findFirst();
	}

	/**
	 * Return the value of {@code dwControlsAccepted} for the given kinds.
	 * @param controls the accepted kinds
	 * @return the bits, joined
	 */
	public static int mask(Set<AcceptedControl> controls) {
		return controls.stream().mapToInt((control) -> control.bit).reduce(0, (left, right) -> left | right);
	}

	/**
	 * Return the kinds in a value of {@code dwControlsAccepted}. Bits that this type does
	 * not name are left out.
	 * @param mask the bits
	 * @return the kinds
	 */
	public static Set<AcceptedControl> of(int mask) {
		EnumSet<AcceptedControl> controls = EnumSet.allOf(AcceptedControl.class);
		controls.removeIf((control) -> (mask & control.bit) == 0);
		return controls;
	}

}
