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

package io.github.winsvc.scm;

import java.util.List;
import java.util.Optional;

/**
 * The operator's door to the SCM. Every method asks Windows for no more rights than it
 * needs and throws {@link ScmException} with {@code ERROR_ACCESS_DENIED} (5) when the
 * caller lacks them. Not bound to a thread.
 *
 * @since 0.1.0
 */
public interface ServiceManager extends AutoCloseable {

	/**
	 * Read everything that is registered of a service.
	 * @param name the service
	 * @return the registration, empty if there is no such service
	 */
	Optional<ServiceRegistration> find(ServiceName name);

	/**
	 * Read the status of a service.
	 * @param name the service
	 * @return the status, empty if there is no such service
	 */
	Optional<ServiceProcess> query(ServiceName name);

	/**
	 * Create a service with display name, image path, start type and account of the
	 * definition. The other settings are left to {@link #apply}.
	 * @param definition the definition
	 * @throws ScmException with {@code ERROR_SERVICE_EXISTS} (1073),
	 * {@code ERROR_SERVICE_MARKED_FOR_DELETE} (1072) or
	 * {@code ERROR_DUPLICATE_SERVICE_NAME} (1078) if the name is taken
	 */
	void create(ServiceDefinition definition);

	/**
	 * Change one setting of a service.
	 * @param name the service
	 * @param setting the setting; an account is one without a password
	 * @throws UnsupportedSettingException if this SCM does not know the kind of setting
	 */
	void apply(ServiceName name, ServiceSetting setting);

	/**
	 * Change the account of a service to that of a user, or its password. Windows checks
	 * the password when the service starts, and gives no former one back.
	 * @param name the service
	 * @param account the account
	 * @param password its password, which is left open
	 * @throws ScmException with {@code ERROR_INVALID_SERVICE_ACCOUNT} (1057) if there is
	 * no such account
	 */
	void applyAccount(ServiceName name, ServiceSetting.Account account, Password password);

	/**
	 * Ask the SCM to start a service. Returns when its process has reported for the first
	 * time, not when it is running.
	 * @param name the service
	 * @throws ScmException with {@code ERROR_SERVICE_ALREADY_RUNNING} (1056),
	 * {@code ERROR_SERVICE_DISABLED} (1058) or {@code ERROR_SERVICE_REQUEST_TIMEOUT}
	 * (1053)
	 */
	void start(ServiceName name);

	/**
	 * Ask the SCM to send a control to a service. Returns when the service has taken it,
	 * not when it has acted on it.
	 * @param name the service
	 * @param control the control
	 * @throws ScmException with {@code ERROR_SERVICE_NOT_ACTIVE} (1062),
	 * {@code ERROR_SERVICE_CANNOT_ACCEPT_CTRL} (1061),
	 * {@code ERROR_INVALID_SERVICE_CONTROL} (1052),
	 * {@code ERROR_DEPENDENT_SERVICES_RUNNING} (1051), or with what the service answered
	 */
	void control(ServiceName name, ServiceControl control);

	/**
	 * Return the services that depend on a service, be it through others, and are not
	 * stopped.
	 * @param name the service
	 * @return their names, each before those that it depends on, which is the order in
	 * which they can be stopped
	 */
	List<ServiceName> dependents(ServiceName name);

	/**
	 * Mark a service for deletion. It disappears once it is stopped and no program holds
	 * it open.
	 * @param name the service
	 * @throws ScmException with {@code ERROR_SERVICE_MARKED_FOR_DELETE} (1072) if it is
	 * marked already
	 */
	void delete(ServiceName name);

	@Override
	void close();

}
