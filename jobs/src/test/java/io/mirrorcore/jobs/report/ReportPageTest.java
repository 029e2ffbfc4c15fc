package io.mirrorcore.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportPageTest {

  private static final int BARS = 1_500;
  private static final Pattern SCRIPT = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL);
  private static final Pattern DATA =
      Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>");

  private static String report;
  private static String page;

  @TempDir private Path directory;

  @BeforeAll
  static void makeThePage() {
    report = SampleReport.of(BARS).toString();
    page = ReportPage.html(report);
  }

  @Test
  void theSameReportGivesTheSameBytes() {
    assertThat(ReportPage.html(SampleReport.of(BARS).toString())).isEqualTo(page);
  }

  @Test
  void everySectionIsThere() {
    assertThat(page)
        .contains("<html lang=\"en\">", "<title>main · backtest · MirrorCore-X</title>")
        .contains("name=\"viewport\"", "<noscript>", "Nothing here is investment advice.");
    for (String section :
        List.of(
            "quality",
            "figures",
            "evidence",
            "benchmark",
            "equity",
            "drawdowns",
            "rolling",
            "distribution",
            "weights",
            "monthly",
            "correlation",
            "trading",
            "attribution",
            "trades",
            "tuning",
            "configuration",
            "glossary")) {
      assertThat(page).contains("<section id=\"" + section + "\"");
    }
  }

  @Test
  void whatIsOddAboutTheDataStandsBeforeAnyFigure() {
    assertThat(page.indexOf("<section id=\"quality\"")).isLessThan(page.indexOf("id=\"figures\""));
    assertThat(page).contains("steps that look like a split", "close 402.1, then 100.4");
  }

  @Test
  void everyChartHasALabelAndAText() {
    Matcher charts = Pattern.compile("<div class=\"chart[^>]*>").matcher(page);
    assertThat(charts.results().map(r -> r.group()))
        .hasSize(3)
        .allMatch(tag -> tag.contains("role=\"img\"") && tag.contains("aria-label=\""))
        .allSatisfy(
            tag -> {
              Matcher described = Pattern.compile("aria-describedby=\"([^\"]+)\"").matcher(tag);
              assertThat(described.find()).isTrue();
              assertThat(page).contains("<figcaption id=\"" + described.group(1) + "\"");
            });
  }

  @Test
  void nothingIsFetched() {
    String withoutScripts = SCRIPT.matcher(page).replaceAll("");

    assertThat(withoutScripts)
        .doesNotContainPattern("(?i)https?://")
        .doesNotContainPattern("(?i)\\b(src|srcset|data|action)\\s*=\\s*[\"']?[^\"'#d]")
        .doesNotContainPattern("(?i)<(link|iframe|img|object|embed|base)\\b")
        .doesNotContainPattern("(?i)@import|url\\(")
        .containsPattern("Content-Security-Policy\" content=\"default-src 'none'; script-src 'sha");
    assertThat(page).doesNotContain("sourceMappingURL");
  }

  @Test
  void onlyItsOwnScriptsMayRun() throws Exception {
    List<String> scripts = SCRIPT.matcher(page).results().map(r -> r.group(1)).toList();

    assertThat(scripts).hasSize(2);
    for (String script : scripts) {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      assertThat(page).contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
    }
    assertThat(page).doesNotContain("script-src 'unsafe-inline'");
  }

  @Test
  void noPlaceOfTheTemplateIsLeftOpen() {
    assertThat(SCRIPT.matcher(page).replaceAll("")).doesNotContain("{{", "}}\"");
  }

  @Test
  void textThatLooksLikeMarkupStaysText() throws IOException {
    String nasty = "</script><script>alert(1)</script><!-- \u2028\u2029 & ]]> {{data}} $1 \\ é";
    ObjectNode evil = SampleReport.of(60);
    evil.put("portfolio", nasty).put("configuration", nasty);
    ((ObjectNode) evil.at("/tracks/0")).put("name", nasty);

    String html = ReportPage.html(evil.toString());

    String data = data(html);
    assertThat(data).matches("\\p{ASCII}*").doesNotContain("<", ">", "&");
    JsonNode read = new ObjectMapper().readTree(data);
    assertThat(read.get("configuration").asText()).isEqualTo(nasty);
    assertThat(read.at("/tracks/0/name").asText()).isEqualTo(nasty);
    assertThat(html).contains("<title>&lt;/script>&lt;script>alert(1)");
    assertThat(SCRIPT.matcher(html).results()).hasSize(2);
  }

  @Test
  void aShortRunIsThereWithEveryBar() throws IOException {
    JsonNode read = new ObjectMapper().readTree(data(page));
    JsonNode given = new ObjectMapper().readTree(report);

    assertThat(read.at("/clock/bars").asInt()).isEqualTo(BARS);
    long time = read.at("/clock/base").asLong();
    for (int i = 0; i < BARS; i++) {
      time += read.at("/clock/t").get(i).asLong() * read.at("/clock/unit").asLong();
      assertThat(time).isEqualTo(given.at("/times").get(i).asLong());
    }
    JsonNode equity = read.at("/tracks/0/equity");
    assertThat(equity.has("t")).isFalse();
    assertThat(equity.get("v")).hasSize(BARS);
    for (int i = 0; i < BARS; i++) {
      assertThat(equity.get("v").get(i).asDouble())
          .isCloseTo(
              given.at("/tracks/0/equity").get(i).asDouble(), Percentage.withPercentage(0.001));
    }
    assertThat(read.at("/tracks/0/rollingSharpe/v/0").isNull()).isTrue();
    assertThat(read.at("/tracks/0/figures")).isEqualTo(given.at("/tracks/0/figures"));
  }

  @Test
  void whatTheEnsembleIsMadeOfIsThere() throws IOException {
    JsonNode read = new ObjectMapper().readTree(data(page));

    assertThat(read.at("/breakdown/drawdowns")).hasSizeBetween(1, 10);
    assertThat(read.at("/breakdown/attribution/symbols")).hasSize(40);
    assertThat(read.at("/breakdown"))
        .isEqualTo(new ObjectMapper().readTree(report).get("breakdown"));
    assertThat(read.at("/tracks/0/rollingBeta/v")).hasSize(BARS);
    assertThat(read.at("/tracks/0/rollingVolatility/v/0").isNull()).isTrue();
    assertThat(read.at("/tracks/9").has("rollingBeta")).isFalse();
  }

  @Test
  void aLongRunKeepsItsExtremesAndMakesASmallPage() throws IOException {
    ObjectNode given = SampleReport.of(12_000);

    String html = ReportPage.html(given.toString());

    assertThat(html.length()).isLessThan(4_000_000);
    JsonNode read = new ObjectMapper().readTree(data(html));
    assertThat(read.at("/clock").has("t")).isFalse();
    JsonNode drawdown = read.at("/tracks/0/drawdown");
    assertThat(drawdown.get("v")).hasSizeBetween(4_000, TrackPanel.PORTFOLIO_POINTS);
    double worst = Double.POSITIVE_INFINITY;
    for (JsonNode value : drawdown.get("v")) {
      worst = Math.min(worst, value.asDouble());
    }
    assertThat(worst)
        .isCloseTo(-given.at("/tracks/0/figures/maxDrawdown").asDouble(), Offset.offset(1e-5));
    long steps = 0;
    for (JsonNode step : drawdown.get("t")) {
      steps += step.asLong();
    }
    assertThat(read.at("/clock/base").asLong() + steps * read.at("/clock/unit").asLong())
        .isEqualTo(given.get("to").asLong());
    assertThat(read.at("/tracks/9/equity/v").size())
        .isLessThanOrEqualTo(TrackPanel.STRATEGY_POINTS);
  }

  @Test
  void writesTheFileAtOnceAndReplacesAnOlderOne() throws IOException {
    Path target = directory.resolve("report.html");
    Files.writeString(target, "old");

    ReportPage.write(report, target);

    assertThat(target).hasContent(page);
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactly(target);
    }
  }

  @Test
  void leavesNothingHalfWritten() throws IOException {
    Path target = directory.resolve("report.html");
    assertThatThrownBy(() -> ReportPage.write(report.substring(0, 5_000), target))
        .isInstanceOf(IllegalArgumentException.class);
    Path inTheWay = Files.createDirectories(directory.resolve("taken").resolve("by a file"));
    assertThatThrownBy(() -> ReportPage.write(report, inTheWay.getParent()))
        .isInstanceOf(FileSystemException.class);

    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactly(inTheWay.getParent());
    }
  }

  @Test
  void refusesWhatIsNoReport() {
    assertThatThrownBy(() -> ReportPage.html("[]"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("report.json must be an object");
    assertThatThrownBy(() -> ReportPage.html(SampleReport.of(60).put("version", 2).toString()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("version of report.json must be 1; have 2");
    ObjectNode torn = SampleReport.of(60);
    torn.withArray("/tracks/2/drawdown").remove(0);
    assertThatThrownBy(() -> ReportPage.html(torn.toString()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "report.json: drawdown of Equal weight must have one value per time, 60; has 59");
  }

  @Test
  void aRunWithoutTuningHasAPageToo() {
    ObjectNode plain = SampleReport.of(60);
    plain.putNull("tuning");

    assertThat(data(ReportPage.html(plain.toString()))).contains("\"tuning\":null");
  }

  private static String data(String html) {
    Matcher found = DATA.matcher(html);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }
}
