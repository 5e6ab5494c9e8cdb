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

import java.util.function.Supplier;

import io.github.winsvc.doctor.Surroundings;
import io.github.winsvc.launch.JarExtractor;
import io.github.winsvc.scm.AccountRights;
import io.github.winsvc.scm.Elevation;
import io.github.winsvc.scm.EventLogReader;
import io.github.winsvc.scm.ProtectedDirectories;
import io.github.winsvc.scm.RegistryReader;
import io.github.winsvc.scm.ServiceManager;

/**
 * All that commands touch outside themselves.
 *
 * @param manager opens the door to the SCM, which may fail with an
 * {@link io.github.winsvc.scm.ScmException}
 * @param directories creates protected directories
 * @param nativeLibrary reads the native library of a service
 * @param extractor lays jars out
 * @param time passes
 * @param surroundings what the doctor looks at beside the SCM
 * @param registry reads what other programs have written
 * @param elevation knows the rights of this process and the way to more of them
 * @param accounts knows accounts and their right to log on
 * @param passwords reads the password of an account
 * @param eventLog reads what services have told the event log
 * @since 0.1.0
 */
public record Machine(Supplier<ServiceManager> manager, ProtectedDirectories directories,
		NativeLibrarySource nativeLibrary, JarExtractor extractor, Time time, Surroundings surroundings,
		RegistryReader registry, Elevation elevation, AccountRights accounts, PasswordInput passwords,
		EventLogReader eventLog) {

}
