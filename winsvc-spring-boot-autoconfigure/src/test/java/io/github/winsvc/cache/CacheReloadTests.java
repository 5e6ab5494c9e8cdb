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

package io.github.winsvc.cache;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.CaffeineSpec;
import io.github.winsvc.reload.FailingParticipant;
import io.github.winsvc.reload.ReloadedApplication;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.cache.autoconfigure.CacheManagerCustomizer;
import org.springframework.cache.Cache;
import org.springframework.cache.CacheManager;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.cache.caffeine.CaffeineCacheManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests of caches that follow the configuration, with real ones.
 */
class CacheReloadTests {

	private static final String SPEC = "spring.cache.caffeine.spec: ";

	private static final String NAMES = "spring.cache.cache-names: [orders, prices]";

	@TempDir
	private Path directory;

	@AutoClose
	private ReloadedApplication application;

	private void start(Class<?> source, String... lines) {
		this.application = new ReloadedApplication(this.directory, source, Caching.class).write(lines).start();
	}

	private Cache cache(String name) {
		Cache cache = this.application.bean(CacheManager.class).getCache(name);
		assertThat(cache).isNotNull();
		return cache;
	}

	private com.github.benmanes.caffeine.cache.Cache<Object, Object> caffeine(String name) {
		@SuppressWarnings("unchecked")
		com.github.benmanes.caffeine.cache.Cache<Object, Object> caffeine = (com.github.benmanes.caffeine.cache.Cache<Object, Object>) cache(
				name)
			.getNativeCache();
		return caffeine;
	}

	private CacheLimits limits(String name) {
		return CacheLimits.of(caffeine(name));
	}

	private static CacheLimits limitsOf(String spec) {
		return new CacheSpec(spec).limits(false, false);
	}

	private void apply(String... lines) {
		this.application.write(lines);
		assertThat(this.application.apply().keysForRestart()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { NAMES, "a: b" })
	void whenTimeToLiveChangesThenCachesKeepTheirEntries(String names) {
		start(Plain.class, names, SPEC + "expireAfterWrite=1h,maximumSize=10");
		cache("orders").put("a", 1);
		Object orders = cache("orders").getNativeCache();
		apply(names, SPEC + "maximumSize=20,expireAfterWrite=10m");
		assertThat(cache("orders").get("a", Integer.class)).isOne();
		assertThat(cache("orders").getNativeCache()).isSameAs(orders);
		assertThat(limits("orders")).isEqualTo(limitsOf("expireAfterWrite=10m,maximumSize=20"));
		apply(names, SPEC + "maximumSize=20,expireAfterWrite=20m,initialCapacity=5");
		assertThat(cache("orders").get("a", Integer.class)).isOne();
		assertThat(limits("orders")).isEqualTo(limitsOf("expireAfterWrite=20m,maximumSize=20"));
	}

	@Test
	void whenTimeToLiveIsShortenedThenEntriesExpireByIt() {
		start(Plain.class, SPEC + "expireAfterAccess=1h,expireAfterWrite=1h");
		cache("orders").put("a", 1);
		apply(SPEC + "expireAfterAccess=1h,expireAfterWrite=PT0.05S");
		await().atMost(Duration.ofSeconds(30)).until(() -> cache("orders").get("a") == null);
	}

	@Test
	void whenMaximumIsLoweredThenEntriesAreEvicted() {
		start(Plain.class, SPEC + "maximumSize=100");
		for (int i = 0; i < 100; i++) {
			cache("orders").put(i, i);
		}
		apply(SPEC + "maximumSize=10");
		caffeine("orders").cleanUp();
		assertThat(caffeine("orders").estimatedSize()).isEqualTo(10);
	}

	@Test
	void whenCacheIsMadeAfterChangeThenItIsByTheNewText() {
		start(Plain.class, SPEC + "expireAfterWrite=1h");
		cache("orders");
		apply(SPEC + "expireAfterWrite=2h");
		assertThat(limits("later")).isEqualTo(limitsOf("expireAfterWrite=2h"));
		apply(SPEC + "expireAfterWrite=3h");
		assertThat(limits("orders")).isEqualTo(limitsOf("expireAfterWrite=3h"));
		assertThat(limits("later")).isEqualTo(limitsOf("expireAfterWrite=3h"));
		assertThat(limits("last")).isEqualTo(limitsOf("expireAfterWrite=3h"));
	}

	@ParameterizedTest
	@ValueSource(strings = { NAMES, "a: b" })
	void whenKindsOfLimitsChangeThenCachesAreMadeAnewTimeAndAgain(String names) {
		start(Plain.class, names);
		cache("orders").put("a", 1);
		for (String spec : List.of("expireAfterWrite=1h", "expireAfterWrite=2h", "maximumSize=5", "maximumSize=6",
				"maximumSize=7,recordStats", "maximumSize=8,recordStats", "softValues", "expireAfterWrite=1h")) {
			apply(names, SPEC + spec);
			assertThat(limits("orders")).isEqualTo(limitsOf(spec));
			assertThat(limits("prices")).isEqualTo(limitsOf(spec));
			assertThat(caffeine("orders").policy().isRecordingStats()).isEqualTo(spec.contains("recordStats"));
		}
		assertThat(cache("orders").get("a")).isNull();
		apply(names);
		assertThat(limits("orders")).isEqualTo(limitsOf(""));
		assertThat(this.application.bean(CacheManager.class).getCache("other") != null).isEqualTo(!names.equals(NAMES));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			expireAfterWrite=5x        | key expireAfterWrite invalid format; was 5x, must end with one of [dDhHmMsS]
			timeToLive=5m              | Invalid option timeToLive=5m
			maximumSize=many           | key maximumSize value was set to many, must be a long
			refreshAfterWrite=5m       | refreshAfterWrite requires a LoadingCache
			maximumWeight=5            | maximumWeight requires weigher
			""")
	void whenTextIsInvalidThenChangeIsRejectedAndNothingIsTouched(String spec, String reason) {
		start(Plain.class, SPEC + "expireAfterWrite=1h");
		cache("orders").put("a", 1);
		this.application.write(SPEC + spec);
		assertThat(this.application.reject().reasons()).singleElement()
			.asString()
			.startsWith("spring.cache.caffeine.spec is %s: %s".formatted(spec, reason))
			.contains("Write it like maximumSize=500,expireAfterWrite=10m")
			.endsWith("1:29)");
		assertThat(cache("orders").get("a", Integer.class)).isOne();
		assertThat(limits("orders")).isEqualTo(limitsOf("expireAfterWrite=1h"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			expireAfterWrite=2h | expireAfterWrite=3h
			maximumSize=5       | maximumSize=6
			""")
	void whenLaterPartFailsThenCachesAreTheFormerOnes(String next, String after) {
		start(Plain.class, SPEC + "expireAfterWrite=1h");
		for (int i = 0; i < 2; i++) {
			cache("orders").put("a", i);
			Object orders = cache("orders").getNativeCache();
			this.application.write(SPEC + next, "fail: true");
			assertThat(this.application.reject().reasons()).containsExactly("fails on purpose");
			assertThat(cache("orders").getNativeCache()).isSameAs(orders);
			assertThat(cache("orders").get("a", Integer.class)).isEqualTo(i);
			assertThat(limits("orders")).isEqualTo(limitsOf("expireAfterWrite=1h"));
			assertThat(limits("later" + i)).isEqualTo(limitsOf("expireAfterWrite=1h"));
		}
		apply(SPEC + next);
		assertThat(limits("orders")).isEqualTo(limitsOf(next));
		apply(SPEC + after);
		assertThat(limits("orders")).isEqualTo(limitsOf(after));
		assertThat(limits("later0")).isEqualTo(limitsOf(after));
	}

	@Test
	void whenThereIsLoaderThenRefreshFollows() {
		start(Loading.class, SPEC + "refreshAfterWrite=1h");
		assertThat(cache("orders").get("a", String.class)).isEqualTo("loaded a");
		apply(SPEC + "refreshAfterWrite=2h");
		assertThat(limits("orders").refreshAfterWrite()).contains(Duration.ofHours(2));
		apply(SPEC + "expireAfterWrite=2h");
		assertThat(cache("orders").get("b", String.class)).isEqualTo("loaded b");
		this.application.write(SPEC + "refreshAfterWrite=0s");
		assertThat(this.application.reject().reasons()).singleElement().asString().contains("must be positive");
	}

	@Test
	void whenCacheIsThatOfApplicationThenItIsLeftAlone() {
		start(Custom.class, SPEC + "expireAfterWrite=1h");
		cache("orders");
		Object own = cache("own").getNativeCache();
		apply(SPEC + "expireAfterWrite=2h");
		assertThat(limits("own")).isEqualTo(limitsOf("expireAfterWrite=9h"));
		apply(SPEC + "maximumSize=1");
		assertThat(cache("own").getNativeCache()).isSameAs(own);
		assertThat(limits("own")).isEqualTo(limitsOf("expireAfterWrite=9h"));
		assertThat(limits("orders")).isEqualTo(limitsOf("maximumSize=1"));
	}

	@Test
	void whenCachesAreAsynchronousThenTheyFollow() {
		start(Async.class, SPEC + "expireAfterWrite=1h");
		cache("orders").put("a", 1);
		apply(SPEC + "expireAfterWrite=2h");
		assertThat(limits("orders")).isEqualTo(limitsOf("expireAfterWrite=2h"));
		assertThat(cache("orders").get("a", Integer.class)).isOne();
		assertThat(cache("orders").retrieve("a")).isCompletedWithValueMatching((value) -> value != null);
		apply(SPEC + "maximumSize=1");
		assertThat(limits("orders")).isEqualTo(limitsOf("maximumSize=1"));
		assertThat(cache("orders").retrieve("a")).isNull();
		this.application.write(SPEC + "softValues");
		assertThat(this.application.reject().reasons()).singleElement()
			.asString()
			.startsWith("spring.cache.caffeine.spec is softValues: ");
	}

	@ParameterizedTest
	@ValueSource(classes = { OwnManager.class, OwnBuilder.class })
	void whenApplicationBuildsCachesThenTextNeedsRestart(Class<?> source) {
		start(source, SPEC + "expireAfterWrite=1h");
		cache("orders");
		this.application.write(SPEC + "expireAfterWrite=2h");
		assertThat(this.application.apply().keysForRestart()).containsExactly("spring.cache.caffeine.spec");
		assertThat(limits("orders")).isEqualTo(limitsOf("expireAfterWrite=9h"));
	}

	@ParameterizedTest
	@ValueSource(classes = { CaffeineBean.class, SpecBean.class })
	void whenBeanBuildsCachesWithoutTextThenTextNeedsRestart(Class<?> source) {
		start(source, "a: b");
		cache("orders");
		this.application.write(SPEC + "expireAfterWrite=2h");
		assertThat(this.application.apply().keysForRestart()).containsExactly("spring.cache.caffeine.spec");
		assertThat(limits("orders")).isEqualTo(limitsOf("expireAfterWrite=9h"));
	}

	@Test
	void whenOtherPropertiesOfCachesChangeThenTheyNeedRestart() {
		start(Plain.class, NAMES, "spring.cache.redis.time-to-live: 1m", SPEC + "expireAfterWrite=1h");
		this.application.write("spring.cache.cache-names: [orders]", "spring.cache.type: simple",
				"spring.cache.redis.time-to-live: 2m", SPEC + "expireAfterWrite=2h");
		assertThat(this.application.apply().keysForRestart()).containsExactly("spring.cache.cache-names[1]",
				"spring.cache.redis.time-to-live", "spring.cache.type");
		assertThat(limits("prices")).isEqualTo(limitsOf("expireAfterWrite=2h"));
	}

	@Test
	void whenCachesAreOfAnotherKindThenTheirPropertiesNeedRestart() {
		start(Plain.class, "spring.cache.type: simple", SPEC + "expireAfterWrite=1h");
		this.application.write("spring.cache.type: simple", SPEC + "expireAfterWrite=5x");
		assertThat(this.application.apply().keysForRestart()).containsExactly("spring.cache.caffeine.spec");
	}

	@Test
	void whenNothingIsCachedThenPropertiesMeanNothing() {
		this.application = new ReloadedApplication(this.directory).write("a: b").start();
		apply(SPEC + "expireAfterWrite=5x");
	}

	@Test
	void whenReloadsRunThenNoCallFails() throws Exception {
		start(Plain.class, NAMES, SPEC + "expireAfterWrite=1h");
		Prices prices = this.application.bean(Prices.class);
		AtomicBoolean end = new AtomicBoolean();
		AtomicInteger calls = new AtomicInteger();
		List<Throwable> failures = new ArrayList<>();
		Thread caller = new Thread(() -> {
			while (!end.get()) {
				try {
					prices.of(calls.incrementAndGet() % 10);
				}
				catch (RuntimeException ex) {
					failures.add(ex);
				}
			}
		});
		caller.start();
		for (int i = 1; i <= 50; i++) {
			this.application.write(NAMES, (i % 5 == 0) ? "fail: true" : "a: b",
					SPEC + ((i % 3 == 0) ? "maximumSize=" + i : "expireAfterWrite=%dh".formatted(i)));
			this.application.reload();
		}
		end.set(true);
		caller.join(30_000);
		assertThat(failures).isEmpty();
		assertThat(calls).hasPositiveValue();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableCaching
	static class Caching {

		@Bean
		Prices prices() {
			return new Prices();
		}

		@Bean
		FailingParticipant failingParticipant() {
			return new FailingParticipant();
		}

	}

	static class Prices {

		@Cacheable("prices")
		public int of(int article) {
			return article * 100;
		}

	}

	static class Plain {

	}

	@Configuration(proxyBeanMethods = false)
	static class Loading {

		@Bean
		CacheLoader<Object, Object> loader() {
			return (key) -> "loaded " + key;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Custom {

		@Bean
		CacheManagerCustomizer<CaffeineCacheManager> customizer() {
			return (manager) -> manager.registerCustomCache("own",
					Caffeine.newBuilder().expireAfterWrite(Duration.ofHours(9)).build());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Async {

		@Bean
		CacheManagerCustomizer<CaffeineCacheManager> customizer() {
			return (manager) -> manager.setAsyncCacheMode(true);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnManager {

		@Bean
		CaffeineCacheManager cacheManager() {
			CaffeineCacheManager manager = new CaffeineCacheManager();
			manager.setCacheSpecification("expireAfterWrite=9h");
			return manager;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnBuilder {

		@Bean
		CacheManagerCustomizer<CaffeineCacheManager> customizer() {
			return (manager) -> manager.setCacheSpecification("expireAfterWrite=9h");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class CaffeineBean {

		@Bean
		Caffeine<Object, Object> caffeine() {
			return Caffeine.newBuilder().expireAfterWrite(Duration.ofHours(9));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class SpecBean {

		@Bean
		CaffeineSpec caffeineSpec() {
			return CaffeineSpec.parse("expireAfterWrite=9h");
		}

	}

}
