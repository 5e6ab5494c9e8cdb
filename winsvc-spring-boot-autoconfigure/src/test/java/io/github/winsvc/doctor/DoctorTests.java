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
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceManager;
import io.github.winsvc.scm.ServiceSetting.ImagePath;
import io.github.winsvc.scm.Win32Error;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class DoctorTests {

	private static final Duration SHORT = Duration.ofMillis(1500);

	@AutoClose
	private Patient patient;

	@BeforeEach
	void open(@TempDir Path directory) throws IOException {
		this.patient = new Patient(directory);
	}

	@Test
	void whenACheckFailsOrHangsThenTheOthersAreSeen() {
		CountDownLatch never = new CountDownLatch(1);
		List<Finding> findings = examine(this.patient.scm::openManager, check("first", () -> Diagnosis.ok("fine")),
				check("failing", () -> {
					throw new IllegalStateException("Broken");
				}), check("unlinked", () -> {
					throw new UnsatisfiedLinkError("no jnidispatch");
				}), check("hanging", () -> {
					never.await();
					return Diagnosis.ok("never");
				}), check("last", () -> Diagnosis.ok("fine")));
		assertThat(findings).extracting(Finding::check)
			.containsExactly("first", "failing", "unlinked", "hanging", "last");
		assertThat(findings).extracting(Finding::status)
			.containsExactly(Status.OK, Status.FAIL, Status.FAIL, Status.FAIL, Status.OK);
		assertThat(findings.get(1).detail()).contains("unexpectedly").contains("Broken");
		assertThat(findings.get(3).detail()).isEqualTo("no answer within 1 s");
	}

	@Test
	void whenTheCallerMayNotSeeSomethingThenItIsNotChecked() {
		List<Finding> findings = examine(this.patient.scm::openManager, check("file", () -> {
			throw new AccessDeniedException("C:\\secret");
		}), check("registry", () -> {
			throw new ScmException("RegOpenKeyEx", Win32Error.ACCESS_DENIED);
		}));
		assertThat(findings).allSatisfy((finding) -> {
			assertThat(finding.status()).isEqualTo(Status.NOT_CHECKED);
			assertThat(finding.detail()).startsWith("not checked: ");
			assertThat(finding.remedy()).contains("elevated");
		});
	}

	@Test
	void whenSomethingCannotBeReadThenThatIsAFailure() {
		assertThat(examine(this.patient.scm::openManager, check("file", () -> {
			throw new IOException("The network path was not found");
		}))).singleElement().satisfies((finding) -> {
			assertThat(finding.status()).isEqualTo(Status.FAIL);
			assertThat(finding.detail()).contains("The network path was not found").doesNotContain("unexpectedly");
		});
	}

	@Test
	void whenTheScmRefusesThenTheOtherChecksAreMadeAllTheSame() {
		List<Finding> findings = doctor(() -> {
			throw new ScmException("OpenSCManager", Win32Error.ACCESS_DENIED);
		}).examine(Patient.NAME, this.patient.application);
		assertThat(find(findings, "registration").status()).isEqualTo(Status.NOT_CHECKED);
		assertThat(find(findings, "registration").remedy()).contains("elevated");
		assertThat(find(findings, "start type").detail()).isEqualTo("not checked: the registration is not known");
		assertThat(find(findings, "disk space").status()).isEqualTo(Status.OK);
		assertThat(findings).extracting(Finding::status).doesNotContain(Status.FAIL);
	}

	@Test
	void whenTheScmHangsThenThatIsAFindingAndTheOthersAreSeen() {
		CountDownLatch never = new CountDownLatch(1);
		List<Finding> findings = new Doctor(() -> {
			try {
				never.await();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
			return this.patient.scm.openManager();
		}, this.patient.surroundings, Checks.all((error) -> null), SHORT).examine(Patient.NAME,
				this.patient.application);
		assertThat(find(findings, "registration").status()).isEqualTo(Status.FAIL);
		assertThat(find(findings, "machine").status()).isEqualTo(Status.OK);
	}

	@Test
	void whenJnaIsBrokenThenTheRegistrationSaysSo() {
		List<Finding> findings = doctor(() -> {
			throw new UnsatisfiedLinkError("no jnidispatch");
		}).examine(Patient.NAME, this.patient.application);
		assertThat(find(findings, "registration").detail()).contains("no jnidispatch");
	}

	@Test
	void whenTheServiceIsNotInstalledThenOnlyWhatAnInstallNeedsIsChecked() {
		List<Finding> findings = doctor(this.patient.scm::openManager).examine(Patient.NAME, this.patient.application);
		assertThat(findings).extracting(Finding::check)
			.containsExactly("machine", "registration", "Java", "jar", "access to the jar", "access to Java",
					"disk space", "application");
		assertThat(findings).extracting(Finding::status).containsOnly(Status.OK, Status.WARN);
	}

	@Test
	void whenTheImagePathIsArbitraryThenNoCheckFailsUnexpectedly() {
		String[] pieces = { "\"", " ", "\\", "%", "-jar", " -jar ", "C:\\", "java.exe", ".exe", "\u0000", "<>|?*", ":",
				"-Dwinsvc.service=orders", "-Dwinsvc.home=", "-Djna.boot.library.path=", "--server.port=",
				"--server.port=99999", "/", "..", "\n", "\t", "\\\\server\\share", "\ud800", "'", "--a.password=b",
				"x".repeat(300) };
		Random random = new Random(4711);
		this.patient.scm.register("orders");
		for (int i = 0; i < 400; i++) {
			StringBuilder imagePath = new StringBuilder((i % 2 == 0) ? "java -Dwinsvc.service=orders " : "");
			for (int j = random.nextInt(12); j > 0; j--) {
				imagePath.append(pieces[random.nextInt(pieces.length)]);
			}
			try (ServiceManager manager = this.patient.scm.openManager()) {
				manager.apply(Patient.NAME, new ImagePath(imagePath.toString()));
			}
			List<Finding> findings = doctor(this.patient.scm::openManager).examine(Patient.NAME,
					this.patient.application);
			assertThat(findings).as(imagePath::toString)
				.isNotEmpty()
				.noneMatch((finding) -> finding.detail().contains("unexpectedly"))
				.noneMatch((finding) -> finding.detail().contains("no answer"));
		}
	}

	private Doctor doctor(Supplier<ServiceManager> manager) {
		return new Doctor(manager, this.patient.surroundings, (error) -> null);
	}

	private List<Finding> examine(Supplier<ServiceManager> manager, Check... checks) {
		return new Doctor(manager, this.patient.surroundings, List.of(checks), SHORT).examine(Patient.NAME,
				this.patient.application);
	}

	private Finding find(List<Finding> findings, String check) {
		return findings.stream().filter((finding) -> finding.check().equals(check)).findFirst().orElseThrow();
	}

	private Check check(String name, Examination examination) {
		return new Check() {

			@Override
			public String name() {
				return name;
			}

			@Override
			public boolean suits(Relation relation) {
				return true;
			}

			@Override
			public Diagnosis examine(Subject subject) throws IOException {
				try {
					return examination.run();
				}
				catch (InterruptedException ex) {
					throw new IllegalStateException(ex);
				}
			}

		};
	}

	private interface Examination {

		Diagnosis run() throws IOException, InterruptedException;

	}

}
