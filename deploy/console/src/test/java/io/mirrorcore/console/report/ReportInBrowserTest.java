package io.mirrorcore.console.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mirrorcore.console.page.Axe;
import io.mirrorcore.console.page.Browser;
import io.mirrorcore.jobs.report.SampleReport;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Dimension;

/** Served reports as a stranger sees them: one, two side by side, in the dark and on a phone. */
class ReportInBrowserTest {

  private static final Dimension DESK = new Dimension(1280, 900);
  private static final Dimension PHONE = new Dimension(380, 760);
  private static final String NASTY = "<img src=x onerror=alert(1)>";

  @TempDir private static Path directory;

  private static ReportServer server;
  private static Browser browser;

  @BeforeAll
  static void open() throws Exception {
    Browser.require();
    Path first =
        WrittenRuns.write(
            directory.resolve("first"), idle(), "ensemble: {lambda: 100, eta: 0.05}\n");
    Path second =
        WrittenRuns.write(
            directory.resolve("second"),
            8,
            "ensemble: {lambda: 300, eta: 0.05}\njob.name: \"" + NASTY + "\"\n");
    server = ReportServer.start(List.of(first, second), 0);
    browser = Browser.open(server.address(), directory.resolve("profile"), DESK);
  }

  /** A run of which one strategy never had a position. */
  private static ObjectNode idle() {
    ObjectNode report = SampleReport.of(700);
    report
        .withArray("/tracks")
        .forEach(
            track -> {
              if (track.path("name").asText().equals("OPTION_FLOW")) {
                ((ObjectNode) track).put("idle", true);
              }
            });
    return report;
  }

  @AfterAll
  static void endBothWhateverHappened() {
    if (browser != null) {
      browser.close();
    }
    if (server != null) {
      server.close();
    }
  }

  @AfterEach
  void theBrowserHasNothingToComplainOf() {
    assertThat(browser.messages()).isEmpty();
  }

  private static void go(String path, String scheme, Dimension size) {
    browser.emulate("screen", scheme);
    browser.resize(size);
    browser.go(server.address().resolve(path).toString());
    browser.until("document.documentElement.dataset.state === 'ready'");
  }

  @ParameterizedTest
  @CsvSource({
    "/, light, 1280",
    "/, dark, 380",
    "/run/1/, light, 1280",
    "/run/1/, dark, 1280",
    "/run/1/, light, 380"
  })
  void axeFindsNothing(String path, String scheme, int width) throws Exception {
    go(path, scheme, width == 380 ? PHONE : DESK);
    browser.eval("document.querySelectorAll('details').forEach((details) => details.open = true)");
    assertThat(Axe.violations(browser)).isEqualTo(List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/run/1/", "/run/2/"})
  void aPhoneScrollsDownOnly(String path) {
    go(path, "light", PHONE);
    assertThat(browser.eval("return document.documentElement.scrollWidth"))
        .isEqualTo(browser.eval("return document.documentElement.clientWidth"));
  }

  @Test
  void onAPhoneTheMonthsAndTheLegendOfTheWeightsAreWhole() {
    go("/run/1/", "light", PHONE);
    assertThat(
            browser.eval(
                """
                const inside = (selector, within) => {
                  const outer = document.querySelector(within).getBoundingClientRect();
                  return [...document.querySelectorAll(selector)].every((node) => {
                    const { left, right, top, bottom } = node.getBoundingClientRect();
                    return left >= outer.left - 1 && right <= outer.right + 1
                        && top >= outer.top - 1 && bottom <= outer.bottom + 1;
                  });
                };
                return [inside('.months td', '#monthly-table'), inside('#weights-legend button', '#weights-legend'),
                  document.querySelectorAll('#weights-legend button').length]"""))
        .isEqualTo(List.of(true, true, 19L));
  }

  @Test
  void whatTheEnsembleIsMadeOfIsOnThePage() {
    go("/run/1/", "light", DESK);
    assertThat(browser.text("#drawdowns-table tbody tr:first-child"))
        .contains("\u00a0%")
        .containsPattern("20\\d\\d-\\d\\d-\\d\\d");
    assertThat(browser.eval("return document.querySelectorAll('.histogram rect').length"))
        .asString()
        .matches("[1-9]\\d+");
    assertThat(browser.text("#quantiles-table")).contains("Median", "Equal weight");
    assertThat(browser.text("#by-symbol-table")).contains("15 more, in report.json", "Together");
    assertThat(browser.text("#by-strategy-table")).contains("UT_BOT", "Of no one strategy");
    assertThat(browser.text("#trades-lead")).contains("7,412", "trades.csv");
    browser.click("#trades-controls [data-value=last]");
    assertThat(browser.text("#trades-table caption")).isEqualTo("Trades, the last first");
    browser.click("#rolling-controls [data-value=rollingBeta]");
    assertThat(browser.text("#rolling-caption")).contains("Beta is on HOLD", "126");
  }

  @Test
  void aStrategyThatNeverHadAPositionIsADashEverywhere() {
    go("/run/1/", "light", DESK);
    assertThat(
            browser.eval(
                """
                return [...document.querySelectorAll('tr.idle')]
                    .filter((row) => row.textContent.includes('OPTION_FLOW'))
                    .map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent).join(''))
                    .filter((text) => /\\d|never/.test(text))"""))
        .isEqualTo(List.of());
    assertThat(browser.eval("return document.querySelectorAll('tr.idle').length"))
        .as("figures, evidence, benchmark, trading, who earned it")
        .isEqualTo(5L);
    assertThat(browser.text("#evidence-caption"))
        .contains("18\u00a0strategies that ever had a position (1 had none)");
    assertThat(browser.text("#correlation-caption")).contains("Left out", "OPTION_FLOW");
  }

  @Test
  void twoRunsStandSideBySide() {
    go("/", "light", DESK);
    assertThat(browser.text("h1")).isEqualTo("2\u00a0runs side by side");
    assertThat(browser.text("#differences-table"))
        .contains("ensemble.lambda", "100", "300", NASTY, "not set")
        .doesNotContain("ensemble.eta");
    assertThat(browser.text("#figures-table")).contains("Sharpe ratio", "Max. drawdown");
    String before = picture("#equity-chart");
    String nothing =
        (String)
            browser.eval(
                """
                const { width, height } = document.querySelector('#equity-chart canvas');
                return Object.assign(document.createElement('canvas'), { width, height }).toDataURL();""");
    assertThat(before).isNotEqualTo(nothing);
    assertThat(picture("#weights-chart").length()).isGreaterThan(nothing.length());

    browser.click("#equity-legend button");
    assertThat(picture("#equity-chart")).as("one line less").isNotEqualTo(before);
    String figures = browser.text("#figures-table");
    browser.eval(
        """
        const select = document.getElementById('track');
        select.value = 'Equal weight';
        select.dispatchEvent(new Event('change'));""");
    assertThat(browser.text("#figures-table")).isNotEqualTo(figures);
    assertThat(browser.text("#equity-caption")).contains("Growth of Equal weight");

    browser.click("#figures-table thead a");
    browser.until("document.title.includes('backtest')");
    assertThat(browser.eval("return location.pathname")).isEqualTo("/run/1/");
  }

  /** The picture of a chart, as text. */
  private static String picture(String chart) {
    return (String)
        browser.eval(
            """
            const node = document.querySelector(arguments[0]);
            echarts.getInstanceByDom(node).getZr().flush();
            return node.querySelector('canvas').toDataURL();""",
            chart);
  }
}
