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

package io.github.winsvc.archive;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LoadedClasses}.
 */
class LoadedClassesTests {

	@Test
	void whenHierarchyIsReadThenEachClassIsNamedOnce() {
		assertThat(LoadedClasses.parse("""
				1234:
				java.lang.Object/null
				|--java.util.ListIterator/null (intf)
				|--orders.Order/0x00007facf6000000
				|  |--orders.Order$Line/0x00007facf6000000
				|  |--orders.Order/0x00007facf7000000
				""")).containsExactly("java.lang.Object", "java.util.ListIterator", "orders.Order",
				"orders.Order$Line");
	}

	@Test
	void whenClassIsHiddenThenItIsLeftOut() {
		assertThat(LoadedClasses.parse("""
				|--orders.Order$$Lambda$15/0x00007f2aa406a0f8/null
				|--orders.Order$$Lambda/0x000000008d069020/0x00007facf6000000
				""")).isEmpty();
	}

}
