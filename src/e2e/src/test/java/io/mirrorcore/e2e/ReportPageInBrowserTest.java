package io.mirrorcore.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.console.page.Browser;
import io.mirrorcore.jobs.report.ReportPage;
import io.mirrorcore.jobs.report.SampleReport;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Dimension;

/** The backtest's report as a reader sees it: opened from a file, on a desk, a phone and paper. */
class ReportPageInBrowserTest {

  private static final Dimension DESK = new Dimension(1280, 900);
  private static final Dimension PHONE = new Dimension(380, 760);

  /** How many pixels of a chart are drawn at all, and the sum of what is in them. */
  private static final String INK =
      """
      const canvas = document.querySelector(arguments[0] + ' canvas');
      const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
      let drawn = 0, sum = 0;
      for (let i = 0; i < pixels.length; i += 4) {
        if (pixels[i + 3] > 0) {
          drawn++;
          sum = (sum * 31 + pixels[i] + 256 * pixels[i + 1] + 65536 * pixels[i + 2]) % 2147483647;
        }
      }
      return [drawn, sum];
      """;

  @TempDir private static Path directory;

  private static Browser browser;

  @BeforeAll
  static void openTheReport() throws Exception {
    Browser.require();
    Path page = directory.resolve("report.html");
    ReportPage.write(SampleReport.of(1_500).toString(), page);
    browser = Browser.open(page.toUri(), directory.resolve("profile"), DESK);
  }

  @AfterAll
  static void endTheBrowserWhateverHappened() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void asOpened() {
    browser.emulate("screen", "light");
    browser.resize(DESK);
    browser.eval("location.reload()");
    browser.until("document.readyState === 'complete'");
    browser.until("document.documentElement.dataset.state === 'ready'");
    browser.until("document.querySelectorAll('.chart canvas').length === 3");
  }

  @Test
  void everyChartIsDrawnWithoutAnError() {
    for (String chart : List.of("#equity-chart", "#rolling-chart", "#weights-chart")) {
      assertThat(ink(chart).get(0)).as(chart).isGreaterThan(10_000);
    }
    assertThat(browser.eval("return document.querySelectorAll('td.forest circle').length"))
        .as("23 Sharpe ratios, and 22 differences to equal weight")
        .isEqualTo(45L);
    assertThat(browser.eval("return document.querySelectorAll('.matrix td.heat').length"))
        .isEqualTo(19L * 18);
    assertThat(browser.eval("return document.querySelectorAll('.grid td.heat').length"))
        .isEqualTo(25L);
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void theVerdictComesFirst() {
    assertThat(browser.text("h1")).isEqualTo("Better than equal weight: not shown by this data.");
    assertThat(browser.text(".outcome")).isEqualTo("Not shown");
    assertThat(
            browser.eval("return document.querySelector('h1').getBoundingClientRect().top < 300"))
        .isEqualTo(true);
    assertThat(browser.eval("return document.title")).isEqualTo("main · backtest · MirrorCore-X");
    assertThat(browser.text("#lead")).contains("years the ensemble made", "Equal weight came to");
  }

  @Test
  void nothingIsAskedOfANetwork() {
    assertThat(
            browser.eval(
                """
                return performance.getEntriesByType('resource').map((entry) => entry.name)
                    .filter((name) => !name.startsWith('data:'))"""))
        .isEqualTo(List.of());
  }

  @Test
  void aPhoneScrollsDownOnly() {
    browser.resize(PHONE);
    browser.until("document.querySelector('#equity-chart canvas').clientWidth < 380");

    assertThat(browser.eval("return window.innerWidth")).isEqualTo(380L);
    assertThat(browser.eval("return document.documentElement.scrollWidth"))
        .isEqualTo(browser.eval("return document.documentElement.clientWidth"));
    assertThat(
            browser.eval(
                """
                const table = document.getElementById('figures-table');
                table.scrollLeft = 200;
                const first = table.querySelector('tbody th').getBoundingClientRect();
                return [table.scrollLeft, Math.round(first.left - table.getBoundingClientRect().left)]"""))
        .as("the table scrolls below its first column")
        .isEqualTo(List.of(200L, 0L));
  }

  @Test
  void theScaleOfCapitalChanges() {
    List<Long> linear = ink("#equity-chart");
    browser.click("[aria-label=Scale] [data-value=true]");
    browser.until(
        "echarts.getInstanceByDom(document.getElementById('equity-chart'))"
            + ".getOption().series.some((s) => s.id === 'log-lines')");
    settle("#equity-chart");

    assertThat(ink("#equity-chart")).isNotEqualTo(linear);
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void allChartsMoveToTheSameTime() {
    List<Long> rolling = ink("#rolling-chart");
    browser.click("[aria-label=Time] button:last-child");
    settle("#rolling-chart");

    assertThat(ink("#rolling-chart")).isNotEqualTo(rolling);
    assertThat(
            browser.eval(
                """
                return [...document.querySelectorAll('.chart')].map((node) =>
                    Math.round(echarts.getInstanceByDom(node).getOption().dataZoom[0].start))"""))
        .asInstanceOf(InstanceOfAssertFactories.list(Long.class))
        .hasSize(3)
        .allMatch(start -> start > 50);
    assertThat(ink("#weights-chart").get(0))
        .as("weights between two rebalances")
        .isGreaterThan(100_000);
  }

  @Test
  void aStrategyCanBeComparedAndALineHidden() {
    List<Long> before = ink("#equity-chart");
    browser.eval(
        """
        const select = document.getElementById('compare');
        select.value = '3';
        select.dispatchEvent(new Event('change'));""");
    settle("#equity-chart");
    List<Long> compared = ink("#equity-chart");
    assertThat(compared).isNotEqualTo(before);
    assertThat(browser.text("#equity-legend")).contains("CORRELATION_MATRIX");

    browser.click("#equity-legend button");
    settle("#equity-chart");
    assertThat(ink("#equity-chart")).isNotEqualTo(compared);
    assertThat(
            browser.eval(
                "return document.querySelector('#equity-legend button').getAttribute('aria-pressed')"))
        .isEqualTo("false");
  }

  @Test
  void monthsTurnIntoTheExcessOverEqualWeight() {
    String returns = browser.text("#monthly-table tbody");
    browser.click("[aria-label=Show] [data-value=true]");

    assertThat(browser.text("#monthly-table tbody")).isNotEqualTo(returns);
    assertThat(browser.text("#monthly-caption")).contains("Ahead of equal weight");
  }

  @Test
  void darkIsDarkAndPaperIsLight() {
    browser.emulate("screen", "dark");
    browser.until("matchMedia('(prefers-color-scheme: dark)').matches");
    assertThat(lightness("document.body")).isLessThan(60);

    browser.emulate("print", "dark");
    browser.until("document.documentElement.classList.contains('printing')");
    assertThat(lightness("document.body")).isGreaterThan(240);
    assertThat(
            browser.eval(
                "return [...document.querySelectorAll('details')].every((details) => details.open)"))
        .isEqualTo(true);
    assertThat(
            browser.eval(
                """
                return Math.max(...[...document.querySelectorAll('.chart canvas')]
                    .map((canvas) => canvas.clientWidth)) <= 680"""))
        .as("charts fit on A4")
        .isEqualTo(true);

    browser.emulate("screen", "light");
    browser.until("!document.documentElement.classList.contains('printing')");
    assertThat(browser.eval("return document.querySelectorAll('details[open]').length"))
        .isEqualTo(0L);
    assertThat(browser.errors()).isEmpty();
  }

  private static double lightness(String element) {
    Object rgb =
        browser.eval(
            "return getComputedStyle(" + element + ").backgroundColor.match(/\\d+/g).map(Number)");
    return ((List<?>) rgb).stream().mapToLong(v -> (Long) v).average().orElseThrow();
  }

  /** Charts are drawn in the frame after a change. */
  private static void settle(String chart) {
    browser.eval(
        "echarts.getInstanceByDom(document.querySelector(arguments[0])).getZr().flush()", chart);
  }

  private static List<Long> ink(String chart) {
    settle(chart);
    return ((List<?>) browser.eval(INK, chart)).stream().map(v -> (Long) v).toList();
  }
}
