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

import java.lang.StackWalker.StackFrame;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

import io.github.winsvc.launch.ServiceLaunch;

/**
 * What the stack of a thread tells that makes the JVM exit. Java hides the exit status
 * from shutdown hooks; the frames of {@code java.lang} hold it. They can be read if the
 * JVM was started with {@link ServiceLaunch#EXIT_STATUS}.
 *
 * @param status the exit status, empty if the JVM ends because no thread is left
 * @param hooks the threads of all shutdown hooks
 */
record ExitStack(OptionalInt status, Collection<Thread> hooks) {

	private static final String LIVE_FRAME = "java.lang.LiveStackFrame";

	private static final String NUMBER = "java.lang.LiveStackFrame$PrimitiveSlot";

	/**
	 * Whether stacks can be read in this JVM.
	 */
	static boolean isReadable() {
		try {
			walker();
			return true;
		}
		catch (ReflectiveOperationException | InaccessibleObjectException ex) {
			return false;
		}
	}

	/**
	 * Read the stack of the current thread.
	 * @throws ReflectiveOperationException if it cannot be read
	 */
	static ExitStack read() throws ReflectiveOperationException {
		List<StackFrame> frames = walker().walk(
				(stack) -> stack
					.filter((frame) -> frame.getClassName().equals("java.lang.Shutdown")
							|| frame.getClassName().equals("java.lang.ApplicationShutdownHooks"))
					.toList());
		OptionalInt status = OptionalInt.empty();
		Collection<Thread> hooks = List.of();
		for (StackFrame frame : frames) {
			if (frame.getClassName().equals("java.lang.Shutdown") && frame.getMethodName().equals("exit")) {
				status = OptionalInt.of(number(locals(frame)[0]));
			}
			else if (frame.getMethodName().equals("runHooks") && locals(frame)[0] instanceof Collection<?> threads) {
				hooks = threads.stream().map(Thread.class::cast).toList();
			}
		}
		return new ExitStack(status, hooks);
	}

	private static StackWalker walker() throws ReflectiveOperationException {
		Method method = Class.forName(LIVE_FRAME).getDeclaredMethod("getStackWalker", Set.class);
		method.setAccessible(true);
		return (StackWalker) method.invoke(null, Set.of());
	}

	private static Object[] locals(StackFrame frame) throws ReflectiveOperationException {
		return (Object[]) invoke(LIVE_FRAME, "getLocals", frame);
	}

	/**
	 * Read an {@code int} from the slot of a local variable, whose upper half is not
	 * defined.
	 */
	private static int number(Object slot) throws ReflectiveOperationException {
		Object size = invoke(NUMBER, "size", slot);
		return Integer.valueOf(Long.BYTES).equals(size) ? (int) (long) invoke(NUMBER, "longValue", slot)
				: (int) invoke(NUMBER, "intValue", slot);
	}

	private static Object invoke(String type, String name, Object target) throws ReflectiveOperationException {
		Method method = Class.forName(type).getDeclaredMethod(name);
		method.setAccessible(true);
		return method.invoke(target);
	}

}
