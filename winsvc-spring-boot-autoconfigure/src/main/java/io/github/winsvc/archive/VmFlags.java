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

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;

/**
 * The flags of a JVM of HotSpot.
 */
final class VmFlags {

	private static final String COMPRESSED = "UseCompressedOops";

	private static final List<String> OF_LAYOUT = List.of("UseCompressedClassPointers", "ObjectAlignmentInBytes",
			"UseCompactObjectHeaders");

	private static final List<String> COLLECTORS = List.of("UseG1GC", "UseZGC", "UseShenandoahGC", "UseParallelGC",
			"UseSerialGC");

	private static final List<String> DECIDING_ON_CLASSES = List.of("--add-modules", "--add-opens", "--add-exports",
			"--add-reads", "--enable-native-access", "--module-path", "--enable-preview",
			"-XX:+UnlockExperimentalVMOptions", "-Dloader.");

	private final HotSpotDiagnosticMXBean source;

	private VmFlags(HotSpotDiagnosticMXBean source) {
		this.source = source;
	}

	static VmFlags ofThisJvm() {
		return new VmFlags(ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class));
	}

	/**
	 * Whether an option changes what modules there are, what they may do, or where Spring
	 * Boot looks for classes. An archive depends on that.
	 */
	static boolean decidesOnClasses(String option) {
		return DECIDING_ON_CLASSES.stream().anyMatch(option::startsWith);
	}

	boolean has(String name) {
		return find(name).isPresent();
	}

	boolean isSet(String name) {
		return find(name).map(VMOption::getValue).map(Boolean::parseBoolean).orElse(false);
	}

	private Optional<VMOption> find(String name) {
		try {
			return Optional.of(this.source.getVMOption(name));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Return how objects lie in memory, as options. Where it can, the G1 collector
	 * builds: it alone archives objects, which others can use too.
	 */
	List<String> optionsForBuilding() {
		List<String> options = new ArrayList<>();
		find(COMPRESSED).map(VmFlags::option).ifPresent(options::add);
		for (String name : OF_LAYOUT) {
			find(name).filter((flag) -> flag.getOrigin() == VMOption.Origin.VM_CREATION)
				.map(VmFlags::option)
				.ifPresent(options::add);
		}
		if (isSet(COMPRESSED)) {
			options.add("-XX:+UseG1GC");
		}
		else {
			COLLECTORS.stream().filter(this::isSet).findFirst().map((name) -> "-XX:+" + name).ifPresent(options::add);
		}
		return options;
	}

	private static String option(VMOption flag) {
		return switch (flag.getValue()) {
			case "true" -> "-XX:+" + flag.getName();
			case "false" -> "-XX:-" + flag.getName();
			default -> "-XX:" + flag.getName() + "=" + flag.getValue();
		};
	}

}
