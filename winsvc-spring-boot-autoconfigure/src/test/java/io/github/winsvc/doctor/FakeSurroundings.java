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

package io.github.winsvc.doctor;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.github.winsvc.launch.NativeLibrary;
import io.github.winsvc.scm.AccountRights;
import io.github.winsvc.test.scm.FakeInspection;
import io.github.winsvc.test.scm.FakeScm;

/**
 * A machine on which all is well unless a test says otherwise.
 */
public final class FakeSurroundings implements Surroundings {

	private final FakeInspection inspection;

	private final AccountRights accounts;

	private final Map<Integer, String> portProblems = new ConcurrentHashMap<>();

	private volatile Platform platform = new Platform("Windows Server 2022 10.0", "amd64", "17.0.15");

	private volatile long usableSpace = 50L << 30;

	private volatile Instant processBegin;

	private volatile HealthAnswer answer = new HealthAnswer(200, "{\"status\":\"UP\"}");

	private volatile URI asked;

	private volatile boolean logsHidden;

	public FakeSurroundings(FakeScm scm) {
		this.inspection = new FakeInspection(scm);
		this.accounts = scm.accounts();
	}

	@Override
	public FakeInspection inspection() {
		return this.inspection;
	}

	@Override
	public AccountRights accounts() {
		return this.accounts;
	}

	public void setPlatform(Platform platform) {
		this.platform = platform;
	}

	@Override
	public Platform platform() {
		return this.platform;
	}

	@Override
	public NativeLibrary nativeLibrary() throws IOException {
		return NativeLibrary.forArchitecture(this.platform.architecture());
	}

	public void setUsableSpace(long usableSpace) {
		this.usableSpace = usableSpace;
	}

	@Override
	public long usableSpace(Path directory) {
		return this.usableSpace;
	}

	public void setProcessBegin(Instant processBegin) {
		this.processBegin = processBegin;
	}

	@Override
	public Optional<Instant> beginOf(long processId) {
		return Optional.ofNullable(this.processBegin);
	}

	public void hideLogs() {
		this.logsHidden = true;
	}

	@Override
	public List<Path> files(Path directory) throws IOException {
		if (this.logsHidden) {
			throw new AccessDeniedException(directory.toString());
		}
		return new LocalSurroundings(this.inspection, this.accounts).files(directory);
	}

	public void occupy(int port, String problem) {
		this.portProblems.put(port, problem);
	}

	@Override
	public Optional<String> portProblem(int port) {
		return Optional.ofNullable(this.portProblems.get(port));
	}

	/**
	 * Set the answer of the health endpoint.
	 * @param answer the answer, {@code null} for none
	 */
	public void answer(HealthAnswer answer) {
		this.answer = answer;
	}

	public URI asked() {
		return this.asked;
	}

	@Override
	public HealthAnswer health(URI url) throws IOException {
		this.asked = url;
		if (this.answer == null) {
			throw new ConnectException("Connection refused: connect");
		}
		return this.answer;
	}

}
