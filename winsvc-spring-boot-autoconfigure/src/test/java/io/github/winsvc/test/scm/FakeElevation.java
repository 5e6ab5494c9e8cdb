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
package io.github.winsvc.test.scm;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

import io.github.winsvc.scm.ElevatedProcess;
import io.github.winsvc.scm.ElevatedProgram;
import io.github.winsvc.scm.Elevation;
import io.github.winsvc.scm.OutputPipe;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.Win32Error;
import org.jspecify.annotations.Nullable;

/**
 * User Account Control beside a {@link FakeScm}. The operator says yes unless a test says
 * otherwise; the elevated process is what the test makes of it.
 *
 * @since 0.1.0
 */
public final class FakeElevation implements Elevation {

	private final FakeScm scm;

	private volatile ElevatedMain main = (program, output) -> 0;

	private volatile @Nullable ElevatedProgram started;

	private volatile @Nullable Consumer<String> listener;

	private volatile @Nullable ScmException refusal;

	private volatile @Nullable ScmException loss;

	/**
	 * Create a new elevation.
	 * @param scm knows whether the operator is elevated
	 */
	public FakeElevation(FakeScm scm) {
		this.scm = scm;
	}

	/**
	 * Decide what an elevated process does.
	 * @param main runs in its place
	 */
	public void setMain(ElevatedMain main) {
		this.main = main;
	}

	/**
	 * Have nothing started.
	 * @param error why
	 */
	public void refuse(Win32Error error) {
		this.refusal = new ScmException("ShellExecuteEx", error);
	}

	/**
	 * Have an elevated process that cannot be followed.
	 * @param error why
	 */
	public void lose(Win32Error error) {
		this.loss = new ScmException("ReadFile", error);
	}

	/**
	 * Return what was started.
	 * @return the program, empty if there is none
	 */
	public Optional<ElevatedProgram> started() {
		return Optional.ofNullable(this.started);
	}

	@Override
	public boolean isElevated() {
		return this.scm.isElevated();
	}

	@Override
	public ElevatedProcess start(ElevatedProgram program) {
		if (this.refusal != null) {
			throw this.refusal;
		}
		this.started = program;
		return new ElevatedProcess() {

			@Override
			public int relay(Consumer<String> output) {
				return FakeElevation.this.relay(program, output);
			}

			@Override
			public void close() {
				FakeElevation.this.listener = null;
			}

		};
	}

	private int relay(ElevatedProgram program, Consumer<String> output) {
		if (this.loss != null) {
			throw this.loss;
		}
		this.listener = output;
		return this.main.run(program, output);
	}

	@Override
	public OutputStream connect(OutputPipe pipe) {
		Consumer<String> output = this.listener;
		if (output == null) {
			throw new ScmException("CreateFile", Win32Error.FILE_NOT_FOUND);
		}
		return new OutputStream() {

			@Override
			public void write(int value) {
				throw new UnsupportedOperationException("Whole characters are written");
			}

			@Override
			public void write(byte[] bytes, int offset, int length) {
				output.accept(new String(bytes, offset, length, StandardCharsets.UTF_8));
			}

		};
	}

	/**
	 * What an elevated process does.
	 */
	@FunctionalInterface
	public interface ElevatedMain {

		/**
		 * Run in the place of the process.
		 * @param program what was started
		 * @param output takes what it prints
		 * @return its exit code
		 */
		int run(ElevatedProgram program, Consumer<String> output);

	}

}
