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

import java.util.TreeSet;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * An application that prints what a starter could have changed about it.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class PlainMain {

	public static void main(String[] arguments) {
		SpringApplication application = new SpringApplication(PlainMain.class);
		try (ConfigurableApplicationContext context = application.run(arguments)) {
			TreeSet<String> facts = new TreeSet<>();
			Thread.getAllStackTraces().keySet().forEach((thread) -> facts.add("thread " + thread.getName()));
			System.getProperties().stringPropertyNames().forEach((name) -> facts.add("property " + name));
			context.getEnvironment().getPropertySources().forEach((source) -> facts.add("source " + source.getName()));
			for (String bean : context.getBeanDefinitionNames()) {
				facts.add("bean " + bean);
			}
			facts.add("startup " + application.getApplicationStartup().getClass().getName());
			application.getListeners().forEach((listener) -> facts.add("listener " + listener.getClass().getName()));
			facts.forEach((fact) -> System.out.println("fact: " + fact));
		}
	}

}
