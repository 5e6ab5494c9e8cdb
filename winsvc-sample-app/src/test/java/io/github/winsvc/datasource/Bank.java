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

import java.util.concurrent.ThreadLocalRandom;

import javax.sql.DataSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An application that moves money from one account to another, and writes down that it
 * has.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(FailingParticipant.class)
class Bank {

	static final int ACCOUNTS = 20;

	private static final String[] SCHEMA = { "create table accounts (id int primary key, balance int not null)",
			"create table moves (id varchar(40) primary key, author varchar(40) default current_user)" };

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transactions;

	Bank(DataSource dataSource, PlatformTransactionManager transactionManager) {
		this.jdbc = new JdbcTemplate(dataSource);
		this.transactions = new TransactionTemplate(transactionManager);
	}

	public static void main(String[] args) {
		run(args, Bank.class);
	}

	static void run(String[] args, Class<?>... sources) {
		SpringApplication application = new SpringApplication(sources);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.run(args);
	}

	/**
	 * Make the tables of a database.
	 */
	static void open(JdbcTemplate jdbc) {
		for (String statement : SCHEMA) {
			jdbc.execute(statement);
		}
		for (int account = 0; account < ACCOUNTS; account++) {
			jdbc.update("insert into accounts values (?, 100)", account);
		}
	}

	void transfer(String id) {
		transfer(id, () -> {
		});
	}

	/**
	 * Move money, in one transaction.
	 * @param id the name of the move
	 * @param meanwhile what is done between the first and the last statement
	 */
	void transfer(String id, Runnable meanwhile) {
		int from = ThreadLocalRandom.current().nextInt(ACCOUNTS - 1);
		int to = ThreadLocalRandom.current().nextInt(from + 1, ACCOUNTS);
		this.transactions.executeWithoutResult((status) -> {
			// One after the other, so that nobody waits for each other
			this.jdbc.update("update accounts set balance = balance - 1 where id = ?", from);
			meanwhile.run();
			this.jdbc.update("update accounts set balance = balance + 1 where id = ?", to);
			this.jdbc.update("insert into moves (id) values (?)", id);
		});
	}

	<T> T ask(String sql, Class<T> type) {
		return this.jdbc.queryForObject(sql, type);
	}

	/**
	 * Return the sum of all balances.
	 */
	static int money(JdbcTemplate jdbc) {
		return jdbc.queryForObject("select sum(balance) from accounts", Integer.class);
	}

	static long moves(JdbcTemplate jdbc) {
		return jdbc.queryForObject("select count(*) from moves", Long.class);
	}

}
