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

package io.github.winsvc.datasource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.github.winsvc.sample.machine.Await;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL of this system, of Debian's package, with a directory and a port of its
 * own. The server refuses to be run by root, who has the user of the package run it.
 */
final class Postgres implements AutoCloseable {

	private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

	private static final String ADMINISTRATOR = "postgres";

	private static final String PASSWORD = "all-powerful";

	private final Path programs = programs();

	private final Path directory;

	private final int port;

	private Process process;

	private Postgres() throws IOException {
		this.directory = Files.createTempDirectory("winsvc-postgres");
		this.port = freePort();
	}

	private static Path programs() throws IOException {
		if (Files.isDirectory(VERSIONS)) {
			try (Stream<Path> versions = Files.list(VERSIONS)) {
				return versions.map((version) -> version.resolve("bin"))
					.filter((programs) -> Files.isExecutable(programs.resolve("initdb")))
					.max(Comparator.comparing(Path::toString))
					.orElseThrow(Postgres::missing);
			}
		}
		throw missing();
	}

	private static IllegalStateException missing() {
		return new IllegalStateException(
				"There is no PostgreSQL below %s. Run: scripts/setup pg_ctlcluster:postgresql".formatted(VERSIONS));
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	/**
	 * Make a server and start it.
	 */
	static Postgres start() throws IOException, InterruptedException {
		Postgres postgres = new Postgres();
		try {
			postgres.initialize();
			postgres.run();
			return postgres;
		}
		catch (IOException | InterruptedException | RuntimeException | Error ex) {
			postgres.close();
			throw ex;
		}
	}

	private void initialize() throws IOException, InterruptedException {
		Path password = Files.writeString(this.directory.resolve("password"), PASSWORD);
		if (isRoot()) {
			UserPrincipal owner = this.directory.getFileSystem()
				.getUserPrincipalLookupService()
				.lookupPrincipalByName(ADMINISTRATOR);
			Files.setOwner(password, owner);
			Files.setOwner(this.directory, owner);
		}
		Path log = this.directory.resolve("initdb.log");
		Process initdb = start(log, "initdb", "-D", data(), "-U", ADMINISTRATOR, "--auth=scram-sha-256",
				"--pwfile=" + password, "-E", "UTF8", "--locale=C", "--no-sync");
		if (!initdb.waitFor(60, TimeUnit.SECONDS) || initdb.exitValue() != 0) {
			initdb.destroyForcibly();
			throw new IllegalStateException("There is no database: " + Files.readString(log));
		}
	}

	/**
	 * Start the server, which is not running.
	 */
	void run() throws IOException {
		Path log = this.directory.resolve("server.log");
		this.process = start(log, "postgres", "-D", data(), "-c", "listen_addresses=127.0.0.1", "-c",
				"port=" + this.port, "-c", "unix_socket_directories=", "-c", "fsync=off");
		Await.until(this::isReady, Boolean.TRUE::equals, Duration.ofSeconds(30), "PostgreSQL");
	}

	private boolean isReady() {
		if (!this.process.isAlive()) {
			throw new IllegalStateException("PostgreSQL has ended: " + log());
		}
		try {
			administrator(ADMINISTRATOR).execute("select 1");
			return true;
		}
		catch (DataAccessException ex) {
			return false;
		}
	}

	private String log() {
		try {
			return Files.readString(this.directory.resolve("server.log"));
		}
		catch (IOException ex) {
			return ex.toString();
		}
	}

	private Process start(Path log, String program, String... arguments) throws IOException {
		List<String> command = new ArrayList<>();
		if (isRoot()) {
			command.addAll(List.of("setpriv", "--reuid=" + ADMINISTRATOR, "--regid=" + ADMINISTRATOR, "--init-groups"));
		}
		command.add(this.programs.resolve(program).toString());
		command.addAll(List.of(arguments));
		// Not that of the tests, which the user of the server may not see
		return new ProcessBuilder(command).directory(this.directory.toFile())
			.redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start();
	}

	private static boolean isRoot() {
		return System.getProperty("user.name").equals("root");
	}

	private String data() {
		return this.directory.resolve("data").toString();
	}

	String url(String database) {
		return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(this.port, database);
	}

	JdbcTemplate administrator(String database) {
		return as(ADMINISTRATOR, PASSWORD, database);
	}

	JdbcTemplate as(String user, String password, String database) {
		return new JdbcTemplate(new DriverManagerDataSource(url(database), user, password));
	}

	/**
	 * Stop the server at once, whatever it is asked at the moment.
	 */
	void stop() throws IOException, InterruptedException {
		Process stop = start(this.directory.resolve("stop.log"), "pg_ctl", "-D", data(), "-m", "immediate", "-t", "20",
				"stop");
		if (!stop.waitFor(30, TimeUnit.SECONDS) || !this.process.waitFor(10, TimeUnit.SECONDS)) {
			throw new IllegalStateException("PostgreSQL does not end: " + log());
		}
	}

	@Override
	public void close() throws IOException {
		try {
			if (this.process != null && this.process.isAlive()) {
				stop();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			this.process.destroyForcibly();
		}
		finally {
			FileSystemUtils.deleteRecursively(this.directory);
		}
	}

	@Override
	public String toString() {
		return "PostgreSQL at port %d".formatted(this.port);
	}

}
