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

package io.github.winsvc.reload;

/**
 * A bean that makes a part of the application follow its configuration. Participants are
 * asked in their {@link org.springframework.core.Ordered order}.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ReloadParticipant {

	/**
	 * Find out what a change means, and whether it can be. The live environment and all
	 * beans are still as before, and must remain so.
	 * @param change the change
	 * @return what to do
	 * @throws ReloadRefusedException if the change cannot be
	 */
	ReloadStep prepare(ConfigChange change);

}
