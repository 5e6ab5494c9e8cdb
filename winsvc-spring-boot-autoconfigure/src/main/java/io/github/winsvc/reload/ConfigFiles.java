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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.env.PropertiesPropertySourceLoader;
import org.springframework.boot.env.PropertySourceLoader;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.log.LogMessage;

/**
 * The files that the configuration is read from, or would be if they were there: those
 * that were read, and those with a name of configuration in a directory that is searched
 * or was imported.
 */
class ConfigFiles {

	private static final Log logger = LogFactory.getLog(ConfigFiles.class);

	private static final Pattern LOADED = Pattern.compile("file \\[(.+?)]");

	private static final Pattern NAME = Pattern.compile("(?i).+\\.(ya?ml|properties)");

	private static final Pattern LOCATION_KEY = Pattern
		.compile("spring\\.config\\.(import|location|additional-location)(\\[\\d+])?");

	private static final String DEFAULT = "file:./;file:./config/;file:./config/*/";

	private static final Pattern OTHER_SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+:.*");

	private final Set<Path> files = new TreeSet<>();

	private final Set<Path> directories = new LinkedHashSet<>();

	private final Set<Path> parents = new LinkedHashSet<>();

	private final Set<Path> trees = new LinkedHashSet<>();

	private ConfigFiles() {
	}

	/**
	 * Find out what an environment is made of.
	 * @param additional a further file
	 */
	static ConfigFiles of(ConfigurableEnvironment environment, @Nullable Path additional) {
		ConfigFiles found = new ConfigFiles();
		if (additional != null) {
			found.files.add(additional);
		}
		if (environment.getProperty("spring.config.location") == null) {
			found.addLocations(DEFAULT);
		}
		for (PropertySource<?> source : environment.getPropertySources()) {
			found.addLoaded(source.getName());
		}
		for (PropertySource<?> source : environment.getPropertySources()) {
			if (source instanceof EnumerablePropertySource<?> enumerable) {
				for (String key : enumerable.getPropertyNames()) {
					if (LOCATION_KEY.matcher(key).matches()) {
						found
							.addLocations(environment.resolvePlaceholders(String.valueOf(enumerable.getProperty(key))));
					}
				}
			}
		}
		return found;
	}

	private void addLoaded(String sourceName) {
		Matcher matcher = LOADED.matcher(sourceName);
		if (matcher.find()) {
			addPath(matcher.group(1), this.files);
		}
	}

	private void addLocations(String locations) {
		for (String location : locations.split("[,;]")) {
			String plain = location.strip().replaceFirst("^optional:", "");
			if (plain.startsWith("configtree:")) {
				addPath(plain.substring("configtree:".length()).replace("*/", ""), this.trees);
			}
			else if (plain.startsWith("file:") || !OTHER_SCHEME.matcher(plain).matches()) {
				addFile(plain.replaceFirst("^file:", "").replaceFirst("\\[.*]$", ""));
			}
		}
	}

	private void addFile(String location) {
		if (location.endsWith("*/")) {
			addPath(location.substring(0, location.length() - 2), this.parents);
		}
		else if (location.endsWith("/")) {
			addPath(location, this.directories);
		}
		else if (!location.isEmpty()) {
			Set<Path> importing = new LinkedHashSet<>(this.files);
			addPath(location, this.files);
			for (Path file : importing) {
				this.files.add(file.resolveSibling(location).normalize());
			}
		}
	}

	private static void addPath(String location, Set<Path> paths) {
		try {
			paths.add(Path.of(location).toAbsolutePath().normalize());
		}
		catch (InvalidPathException ex) {
			// Names no file, as Spring Boot says when it reads the configuration
		}
	}

	/**
	 * Return the files that are there now.
	 * @throws IOException if a directory that is there cannot be read
	 */
	Set<Path> present() throws IOException {
		Set<Path> present = new TreeSet<>();
		for (Path file : this.files) {
			if (Files.isRegularFile(file)) {
				present.add(file);
			}
		}
		for (Path directory : this.directories) {
			addFilesOf(directory, present);
		}
		for (Path parent : this.parents) {
			for (Path child : children(parent)) {
				addFilesOf(child, present);
			}
		}
		for (Path tree : this.trees) {
			if (Files.isDirectory(tree)) {
				try (Stream<Path> all = Files.walk(tree)) {
					all.filter(Files::isRegularFile).forEach(present::add);
				}
			}
		}
		return present;
	}

	/**
	 * Return the files that are there and are neither YAML nor properties as they should
	 * be. Configuration trees can be anything.
	 */
	List<Path> unreadable() {
		List<Path> unreadable = new ArrayList<>();
		try {
			for (Path file : present()) {
				if (NAME.matcher(file.getFileName().toString()).matches() && !isReadable(file)) {
					unreadable.add(file);
				}
			}
		}
		catch (IOException | UncheckedIOException ex) {
			logger.debug("The files of the configuration cannot be looked at now", ex);
		}
		return unreadable;
	}

	private static boolean isReadable(Path file) {
		PropertySourceLoader loader = file.toString().endsWith(".properties") ? new PropertiesPropertySourceLoader()
				: new YamlPropertySourceLoader();
		try {
			loader.load(file.toString(), new FileSystemResource(file));
			return true;
		}
		catch (IOException | RuntimeException ex) {
			logger.debug(LogMessage.format("%s cannot be read", file), ex);
			return false;
		}
	}

	private static void addFilesOf(Path directory, Set<Path> present) throws IOException {
		for (Path file : children(directory)) {
			if (NAME.matcher(file.getFileName().toString()).matches() && Files.isRegularFile(file)) {
				present.add(file);
			}
		}
	}

	private static Set<Path> children(Path directory) throws IOException {
		Set<Path> children = new TreeSet<>();
		if (Files.isDirectory(directory)) {
			try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
				stream.forEach(children::add);
			}
		}
		return children;
	}

}
