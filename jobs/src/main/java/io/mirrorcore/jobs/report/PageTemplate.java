package io.mirrorcore.jobs.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The page without its data: {@code report.html} beside this class, whose places {@code {{...}}}
 * are filled with the style, the scripts and ECharts. The page allows scripts by their SHA-256
 * only, so even a string that got past {@link PageJson}'s escapes would not run.
 *
 * @param html the template, its places unfilled
 * @param style of the page
 * @param charts ECharts, its build of lines and axes, which is a third smaller than the whole
 * @param script of the page
 */
record PageTemplate(String html, String style, String charts, String script) {

  static final String ECHARTS = "/META-INF/resources/webjars/echarts/5.5.0/echarts.common.min.js";

  /** Those of the comparison of several runs. */
  private static final List<String> COMPARISON =
      List.of("format", "elements", "colours", "tables", "compare", "compared");

  /** In the order in which they build on each other. */
  private static final List<String> SCRIPTS =
      List.of(
          "format",
          "data",
          "elements",
          "colours",
          "verdict",
          "quality",
          "tables",
          "breakdown",
          "distribution",
          "heatmaps",
          "charts",
          "rolling",
          "capital",
          "weights",
          "report");

  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");

  static PageTemplate load() {
    return load("report.html", SCRIPTS);
  }

  static PageTemplate ofComparison() {
    return load("compare.html", COMPARISON);
  }

  private static PageTemplate load(String html, List<String> scripts) {
    return new PageTemplate(
        resource(html),
        resource("report.css"),
        resource(ECHARTS),
        scripts.stream()
            .map(name -> resource(name + ".js"))
            .collect(Collectors.joining("\n", "'use strict';\n(() => {\n", "})();\n")));
  }

  /**
   * @param portfolio for the title, as it is
   * @param data JSON without {@code <}
   */
  String fill(String portfolio, String data) {
    Map<String, String> places =
        Map.of(
            "policy", policy(),
            "portfolio", escaped(portfolio),
            "style", style,
            "charts", charts,
            "script", script,
            "data", data);
    return PLACE
        .matcher(html)
        .replaceAll(place -> Matcher.quoteReplacement(places.get(place.group(1))));
  }

  /** By which only the page's own scripts may run. */
  String policy() {
    return "default-src 'none'; script-src 'sha256-%s' 'sha256-%s'; style-src 'unsafe-inline'; "
            .formatted(sha256(charts), sha256(script))
        + "img-src data:; base-uri 'none'; form-action 'none'";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = PageTemplate.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      // A browser hashes what it parsed, in which every line ends with a newline alone.
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
