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

package io.github.winsvc.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The medians as bars, as an SVG image that reads on light and dark ground.
 */
final class Chart {

	private static final List<Metric> PANELS = List.of(Metric.READY, Metric.GONE, Metric.MEMORY);

	private static final int WIDTH = 720;

	private static final int LABEL = 150;

	private static final int BARS = 480;

	private static final int ROW = 26;

	private static final int TITLE = 48;

	private static final String STYLE = """
			<style>
			text { font: 13px system-ui, sans-serif; fill: #424a53; }
			.title { font-weight: 600; }
			.own { fill: #2da44e; }
			.other { fill: #8c959f; }
			.mark { stroke: #cf222e; stroke-width: 3; }
			@media (prefers-color-scheme: dark) {
			text { fill: #c9d1d9; }
			.own { fill: #3fb950; }
			.other { fill: #6e7681; }
			.mark { stroke: #ff7b72; }
			}
			</style>
			""";

	private final List<Result> results;

	private final StringBuilder svg = new StringBuilder();

	private int y;

	private Chart(List<Result> results) {
		this.results = results;
	}

	static String svg(Report report) {
		return new Chart(report.results()).draw(report.facts());
	}

	private String draw(Map<String, String> facts) {
		int height = PANELS.size() * (TITLE + this.results.size() * ROW) + TITLE;
		add("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-8 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\">",
				WIDTH, height, WIDTH, height);
		add("<title>winsvc beside a plain run and beside wrappers</title>");
		this.svg.append(STYLE);
		PANELS.forEach(this::panel);
		this.y += TITLE - 16;
		text(0, "", String.join(", ", facts.getOrDefault("Windows", ""), facts.getOrDefault("Java", ""),
				facts.getOrDefault("Machine", "")));
		add("</svg>");
		return this.svg.toString();
	}

	private void panel(Metric metric) {
		this.y += TITLE - 12;
		text(0, "title", (metric == Metric.READY) ? metric.title() + "; the mark is where the SCM is told RUNNING"
				: metric.title());
		this.y += 12;
		double max = this.results.stream()
			.mapToDouble((result) -> Math.max(metric.median(result).orElse(0),
					(metric == Metric.READY) ? Metric.RUNNING.median(result).orElse(0) : 0))
			.max()
			.orElse(1);
		for (Result result : this.results) {
			row(metric, result, BARS / max);
		}
	}

	private void row(Metric metric, Result result, double scale) {
		double value = metric.median(result).orElse(0);
		this.y += ROW;
		add("<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\"/>",
				result.name().startsWith("winsvc") ? "own" : "other", LABEL, this.y - 19, Math.max(value * scale, 1),
				ROW - 6);
		if (metric == Metric.READY) {
			Metric.RUNNING.median(result).ifPresent((running) -> {
				double x = LABEL + running * scale;
				add("<line class=\"mark\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/>", x, x, this.y - 22,
						this.y + 4);
			});
		}
		text(0, "", result.name());
		text(LABEL + value * scale + 10, "", metric.format(value));
	}

	private void text(double x, String type, String text) {
		add("<text class=\"%s\" x=\"%.1f\" y=\"%d\">%s</text>", type, x, this.y - 4,
				text.replace("&", "&amp;").replace("<", "&lt;"));
	}

	private void add(String format, Object... arguments) {
		this.svg.append(String.format(Locale.ROOT, format, arguments)).append('\n');
	}

}
