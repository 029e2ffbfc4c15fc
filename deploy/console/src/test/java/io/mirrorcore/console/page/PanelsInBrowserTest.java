package io.mirrorcore.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.console.CannedConsole;
import io.mirrorcore.console.CannedMarket;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import io.mirrorcore.portfolio.record.Alert;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the panels say of a market that is played while somebody looks. */
class PanelsInBrowserTest {

  private static final String EVIL = "<img src=x onerror=document.title=1>";

  @TempDir private static Path directory;

  private static OpenConsole open;
  private static Browser browser;

  @BeforeAll
  static void openTheConsole() {
    Browser.require();
    CannedConsole console = CannedConsole.start().play(150).loaded().signals(3);
    console.signal(CannedMarket.STRATEGIES.get(0), EVIL, 1);
    console.letter(RejectReason.OUT_OF_RANGE, 17).letter(RejectReason.OUT_OF_RANGE, 18);
    browser = Browser.open(console.address(), directory, OpenConsole.DESK);
    open = new OpenConsole(console, browser);
    open.untilText("#equity-caption", "Since ");
  }

  @AfterAll
  static void endBothWhateverHappened() {
    if (open != null) {
      open.close();
    }
    if (browser != null) {
      browser.close();
    }
  }

  @AfterEach
  void theBrowserHasNothingToComplainOf() {
    assertThat(browser.messages()).isEmpty();
  }

  @Test
  void everyPanelShowsWhatWasPublished() {
    assertThat(browser.text("#decision")).isEqualTo(panel("now.portfolios.main.sentence"));
    assertThat(browser.eval("return document.querySelectorAll('#bars .bar:not(.heads)').length"))
        .isEqualTo(
            browser.await(
                """
                const { store } = await import('./page/store.js');
                return store.panels.now.portfolios.main.strategies.filter((s) => s.weight > 0).length;"""));
    assertThat(browser.text("#residual")).contains("KKT residual, at most 1e-8");
    assertThat(browser.text("#equity-caption"))
        .contains("Since ", "the ensemble made", "equal weight made");
    assertThat(browser.text("#positions-table")).contains("AAPL", "NVDA");
    assertThat(browser.text("#account-words"))
        .contains(
            "is worth 100,123.25: it made 123.25, where the backtest's account stands at +140.00")
        .contains("The kill switch is on");
    assertThat(browser.text("#account-table"))
        .contains("Filled later", "\u22127.50", "Together", "\u221216.75");
    assertThat(browser.text("#dead-table"))
        .contains("2 × out of range", "./mirrorcore redrive --reason OUT_OF_RANGE");
    assertThat(browser.text("#health-words")).contains("--flink URL");
    for (String chart : List.of("weights", "equity", "drawdown", "sharpe")) {
      assertThat((Long) browser.eval(INK, "#" + chart + "-chart canvas"))
          .as(chart)
          .isGreaterThan(500);
    }
    assertThat((Long) browser.eval(INK, "#heatmap-canvas")).isGreaterThan(5_000);
  }

  @Test
  void weightsChangeWhileOneLooks() {
    String before = browser.text("#now-facts");
    long rows = rows();

    open.console().play(10);

    browser.until("document.querySelector('#now-facts').textContent !== '%s'".formatted(before));
    browser.until(
        "document.querySelector('#weights-at').textContent.startsWith('Newest: "
            + time("now.portfolios.main.time")
            + "')");
    assertThat(rows()).isGreaterThan(rows);
  }

  @Test
  void anAlertFiresAndIsOver() {
    open.console().alert("LOW_SHARPE", Alert.State.FIRING);
    browser.until("document.querySelector('#firing').textContent === '1\\u00a0alert fires'");
    assertThat(browser.text("#alerts-list li.firing-now")).contains("LOW_SHARPE", "is FIRING");
    assertThat(browser.text("#assertive")).contains("The condition LOW_SHARPE is FIRING.");

    open.console().alert("LOW_SHARPE", Alert.State.RESOLVED);
    browser.until("document.querySelector('#firing').textContent === 'no alert fires'");
    assertThat(browser.text("#alerts-list li.over")).contains("Over · LOW_SHARPE");
    assertThat(browser.eval("return document.querySelectorAll('li.firing-now').length"))
        .isEqualTo(0L);
  }

  @Test
  void aSignalIsDrawnWhenItComes() {
    String strategy = CannedMarket.STRATEGIES.get(2);
    open.console().signal(strategy, "SYM1", -1);
    browser.await(SHOWS, strategy + "|SYM1", -1);

    open.console().signal(strategy, "SYM1", 1);

    assertThat(browser.await(SHOWS, strategy + "|SYM1", 1)).isEqualTo("shown");
  }

  @Test
  void theProofIsCheckedAgainByTheServer() {
    browser.click("#check");
    open.untilText("#checked", "at most 1e-8 is allowed");

    assertThat(browser.text("#checked")).startsWith("Confirmed: the certificate of 2");
  }

  @Test
  void aNameThatIsMarkupStaysText() {
    browser.eval(
        """
        const filter = document.getElementById('symbol-filter');
        filter.value = 'img';
        filter.dispatchEvent(new Event('input'));
        document.querySelector('[aria-label="Show as"] [data-value=true]').click();""");
    browser.until("document.querySelectorAll('#signals-table tbody tr').length === 1");

    assertThat(browser.text("#signals-table tbody th")).isEqualTo(EVIL);
    assertThat(browser.eval("return document.querySelectorAll('main img').length")).isEqualTo(0L);
    assertThat(browser.eval("return document.title")).isEqualTo("Console · MirrorCore-X");
    browser.eval(
        """
        const filter = document.getElementById('symbol-filter');
        filter.value = '';
        filter.dispatchEvent(new Event('input'));
        document.querySelector('[aria-label="Show as"] [data-value=false]').click();""");
  }

  @Test
  void everyChartHasASentenceAndATable() {
    for (String table : List.of("bars", "risk", "weights", "equity")) {
      browser.eval(
          "document.getElementById(arguments[0] + '-table').closest('details').open = true", table);
      browser.until("document.querySelectorAll('#%s-table tbody tr').length > 1".formatted(table));
      assertThat(browser.text("#" + table + "-caption")).as(table).hasSizeGreaterThan(30);
    }
  }

  /** Pixels of a canvas that are drawn at all. */
  private static final String INK =
      """
      const canvas = document.querySelector(arguments[0]);
      const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
      return pixels.filter((value, i) => i % 4 === 3 && value > 0).length;""";

  /** The page knows the cell so, and has drawn since. */
  private static final String SHOWS =
      """
      const { store } = await import('./page/store.js');
      while (store.panels.signals.cells[arguments[0]].p !== arguments[1]) {
        await new Promise(requestAnimationFrame);
      }
      return 'shown';""";

  private static long rows() {
    return (Long) panel("weights.portfolios.main.rows.length");
  }

  private static Object panel(String path) {
    return browser.await(
        "const { store } = await import('./page/store.js'); return store.panels." + path);
  }

  private static String time(String path) {
    return (String)
        browser.await(
            """
            const { store } = await import('./page/store.js');
            return new Date(store.panels.%s).toISOString().slice(0, 16).replace('T', ' ');"""
                .formatted(path));
  }
}
