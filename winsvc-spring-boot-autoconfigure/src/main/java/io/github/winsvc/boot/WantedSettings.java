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

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import io.github.winsvc.boot.RegistrationProperties.StartType;
import io.github.winsvc.launch.SecretArgument;
import io.github.winsvc.scm.FailureAction;
import io.github.winsvc.scm.ServiceName;
import io.github.winsvc.scm.ServiceSetting;
import io.github.winsvc.scm.ServiceSettings;

import org.springframework.util.StringUtils;

/**
 * Makes settings of the SCM of properties that keep their rules, and remembers which of
 * them do not suit the service or each other, and what to do about it.
 */
class WantedSettings {

	private static final Map<String, String> ACCOUNTS = Map.of("localsystem", "LocalSystem", "system", "LocalSystem",
			"localservice", "NT AUTHORITY\\LocalService", "networkservice", "NT AUTHORITY\\NetworkService");

	private static final String NAME_PART = "[^\\\\/\"\\[\\]:;|=,+*?<>@\\p{Cntrl}]+";

	private static final Pattern OF_USER = Pattern.compile("(?i)(?!(nt (service|authority)|builtin)\\\\)" + NAME_PART
			+ "\\\\" + NAME_PART + "|" + NAME_PART + "@" + NAME_PART);

	private static final Pattern BARE_NAME = Pattern.compile(NAME_PART);

	private static final Pattern ACCESS_LIST = Pattern.compile("(?is)D:[A-Z\\s]*\\([^\0]+\\)");

	private static final Pattern ADMINISTRATORS_ENTRY = Pattern
		.compile("(?i)\\(\\s*A\\s*;[^()]*;\\s*(BA|S-1-5-32-544)\\s*\\)");

	private static final Pattern AUDIT_LIST = Pattern.compile("(?i)\\)\\s*[OGS]:");

	private final ServiceName name;

	private final RegistrationProperties properties;

	private final Duration preshutdownTimeout;

	private final Problems problems;

	/**
	 * Read settings.
	 * @param preshutdownTimeout the time that Windows waits unless it is configured
	 * @param problems where to remember what is wrong
	 */
	WantedSettings(ServiceName name, RegistrationProperties properties, Duration preshutdownTimeout,
			Problems problems) {
		this.name = name;
		this.properties = properties;
		this.preshutdownTimeout = preshutdownTimeout;
		this.problems = problems;
	}

	/**
	 * Return all settings but the image path, in the order in which they are applied.
	 * They are worth nothing if there are problems. No service has a group and a delay at
	 * once, be it for a moment.
	 */
	ServiceSettings all() {
		List<ServiceSetting> settings = new ArrayList<>(List.of(displayName(), start(), account(),
				new ServiceSetting.Description(this.properties.getDescription()), recovery(),
				new ServiceSetting.RecoveryOnFailureExit(this.properties.getRecovery().isOnFailureExit()),
				new ServiceSetting.ServiceSid(this.properties.getServiceSidType()), preshutdown(),
				new ServiceSetting.EventSource(true), dependencies(), privileges(), environment(),
				WantedTriggers.of(this.properties.getStartType(), this.properties.getTriggers(), this.problems)));
		switch (this.properties.getStartType()) {
			case AUTO -> settings.addAll(List.of(new ServiceSetting.DelayedStart(false), group()));
			case DELAYED_AUTO -> settings.addAll(List.of(group(), new ServiceSetting.DelayedStart(true)));
			case MANUAL, TRIGGER, DISABLED -> settings.add(group());
		}
		if (StringUtils.hasText(this.properties.getSecurityDescriptor())) {
			// Last, because it may take away the right to change the others
			settings.add(securityDescriptor(this.properties.getSecurityDescriptor().strip()));
		}
		return ServiceSettings.of(settings);
	}

	private ServiceSetting displayName() {
		String configured = this.properties.getDisplayName();
		return new ServiceSetting.DisplayName((configured != null) ? configured : this.name.value());
	}

	private ServiceSetting start() {
		return new ServiceSetting.Start(switch (this.properties.getStartType()) {
			case AUTO, DELAYED_AUTO -> io.github.winsvc.scm.StartType.AUTO;
			case MANUAL, TRIGGER -> io.github.winsvc.scm.StartType.MANUAL;
			case DISABLED -> io.github.winsvc.scm.StartType.DISABLED;
		});
	}

	/**
	 * Someone keeps what is neither virtual nor built into Windows.
	 */
	private ServiceSetting account() {
		String virtual = "NT SERVICE\\" + this.name;
		String property = this.properties.getAccount();
		String configured = (property != null) ? property.strip() : virtual;
		if (configured.equalsIgnoreCase(virtual)) {
			return new ServiceSetting.Account(virtual);
		}
		String simple = configured.toLowerCase(Locale.ROOT)
			.replaceFirst("^nt authority\\\\|^\\.\\\\(?=localsystem$)", "")
			.replace(" ", "");
		String builtIn = ACCOUNTS.get(simple);
		if (builtIn != null) {
			return new ServiceSetting.Account(builtIn);
		}
		if (BARE_NAME.matcher(configured).matches()) {
			this.problems.refuse("account", configured,
					configured.endsWith("$") ? "a managed account is written with its domain, <DOMAIN>\\" + configured
							: "a user of this machine is written .\\%1$s, one of a domain <DOMAIN>\\%1$s"
								.formatted(configured));
		}
		else if (!OF_USER.matcher(configured).matches()) {
			this.problems.refuse("account", configured, "it can be LocalService, NetworkService, LocalSystem or "
					+ virtual
					+ ", a user <DOMAIN>\\<user>, .\\<user> or <user>@<domain>, or a managed account <DOMAIN>\\<name>$");
		}
		return new ServiceSetting.Account(configured);
	}

	private ServiceSetting recovery() {
		RegistrationProperties.Recovery recovery = this.properties.getRecovery();
		List<FailureAction> actions = new ArrayList<>();
		for (Duration delay : delays(recovery)) {
			actions.add(FailureAction.restart(delay));
		}
		String command = recovery.getCommand();
		if (recovery.isReboot() && !command.isEmpty()) {
			this.problems.refuse("recovery.reboot", "true", "winsvc.recovery.command is set too. Set one of them");
		}
		if (recovery.isReboot() || !command.isEmpty()) {
			Duration delay = actions.isEmpty() ? Duration.ZERO : actions.get(actions.size() - 1).delay();
			actions.add(new FailureAction(recovery.isReboot() ? FailureAction.Kind.REBOOT : FailureAction.Kind.COMMAND,
					delay));
		}
		return new ServiceSetting.Recovery(actions, recovery.getResetPeriod(), command, recovery.getRebootMessage());
	}

	/**
	 * An empty value is read as one element that is none.
	 */
	private List<Duration> delays(RegistrationProperties.Recovery recovery) {
		List<Duration> delays = recovery.getDelays();
		if (delays.size() == 1 && delays.get(0) == null) {
			return List.of();
		}
		if (delays.stream().anyMatch(Objects::isNull)) {
			this.problems.refuse("recovery.delays", "", "each element is a time such as 5s");
			return List.of();
		}
		return delays;
	}

	private ServiceSetting preshutdown() {
		Duration configured = this.properties.getPreshutdownTimeout();
		return new ServiceSetting.PreshutdownTimeout((configured != null) ? configured : this.preshutdownTimeout);
	}

	private ServiceSetting group() {
		String group = this.properties.getGroup().strip();
		if (!group.isEmpty() && this.properties.getStartType() == StartType.DELAYED_AUTO) {
			this.problems.refuse("group", group,
					"Windows delays no service of a load order group. Set winsvc.start-type=auto, or no group");
		}
		return new ServiceSetting.LoadOrderGroup(group);
	}

	private ServiceSetting dependencies() {
		List<String> names = this.properties.getDependencies();
		for (String dependency : names) {
			if (dependency.equalsIgnoreCase(this.name.value())) {
				this.problems.refuse("dependencies", dependency, "a service cannot depend on itself");
			}
		}
		return new ServiceSetting.Dependencies(names);
	}

	private ServiceSetting privileges() {
		return new ServiceSetting.RequiredPrivileges(this.properties.getRequiredPrivileges());
	}

	private ServiceSetting environment() {
		this.properties.getEnvironment().forEach((variable, value) -> {
			if (!variable.matches("[^=\0]+")) {
				this.problems.refuse("environment", variable, "it is not the name of an environment variable");
			}
			if (SecretArgument.find(List.of("-D" + variable + "=x")).isPresent()) {
				this.problems.add("winsvc.environment.%s looks like a secret, and every user of this machine can "
					.formatted(variable)
						+ "read it. Put it into a configuration file that only the account of the service can read.");
			}
			if (value.indexOf('\0') != -1) {
				this.problems.refuse("environment." + variable, value, "Windows takes no NUL character in it");
			}
		});
		return new ServiceSetting.Environment(this.properties.getEnvironment());
	}

	private ServiceSetting securityDescriptor(String sddl) {
		if (!ACCESS_LIST.matcher(sddl).matches() || AUDIT_LIST.matcher(sddl).find()) {
			this.problems.refuse("security-descriptor", sddl,
					"it is the list of who may do what, D:(A;;<rights>;;;<who>)(...). Take what sc.exe sdshow prints "
							+ "of a service from D: up to S:, and change it");
		}
		else if (!ADMINISTRATORS_ENTRY.matcher(sddl).find()) {
			this.problems.refuse("security-descriptor", sddl, "nobody could change or remove the service any more. "
					+ "Add an entry of administrators, such as (A;;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;BA)");
		}
		return new ServiceSetting.SecurityDescriptor(sddl);
	}

}
