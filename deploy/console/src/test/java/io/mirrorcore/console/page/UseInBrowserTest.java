package io.mirrorcore.console.page;

import static io.mirrorcore.console.page.OpenConsole.DESK;
import static io.mirrorcore.console.page.OpenConsole.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.console.CannedConsole;
import io.mirrorcore.console.CannedMarket;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import io.mirrorcore.portfolio.record.Alert;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;

/** The page in the hands of people: by keyboard alone, on a phone, in the dark, zoomed in. */
class UseInBrowserTest {

  @TempDir private static Path directory;

  private static OpenConsole open;
  private static Browser browser;

  @BeforeAll
  static void openTheConsole() {
    Browser.require();
    CannedConsole console = CannedConsole.start().play(150).loaded().signals(40);
    console.alert("LOW_SHARPE", Alert.State.FIRING).letter(RejectReason.OUT_OF_RANGE, 17);
    browser = Browser.open(console.address(), directory, OpenConsole.DESK);
    open = new OpenConsole(console, browser);
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

  @BeforeEach
  void asOpened() {
    browser.emulate("screen", "light");
    browser.resize(DESK);
    browser.go(open.console().address().toString());
    browser.until(OpenConsole.READY);
    open.untilText("#equity-caption", "Since ");
  }

  @AfterEach
  void theBrowserHasNothingToComplainOf() {
    assertThat(browser.messages()).isEmpty();
  }

  @Test
  void axeFindsNothingInLightDarkAndOnAPhone() throws IOException {
    List<Object> found = new ArrayList<>();
    for (String scheme : List.of("light", "dark")) {
      for (Dimension size : List.of(DESK, PHONE)) {
        browser.emulate("screen", scheme);
        browser.resize(size);
        openAll();
        found.add(Axe.violations(browser));
      }
    }
    assertThat(found).allMatch(List.of()::equals);
  }

  private static void openAll() {
    browser.eval(
        """
        document.querySelectorAll('details').forEach((details) => { details.open = true; });
        document.querySelector('[aria-label="Show as"] [data-value=false]').click();
        document.getElementById('heatmap').focus();""");
    browser.press(Keys.ENTER);
    browser.until("document.querySelectorAll('#opened-words li').length > 0");
    browser.eval("document.querySelector('[aria-label=\"Show as\"] [data-value=true]').click()");
  }

  @Test
  void enterOpensACellInWordsAndEscapeGoesBack() {
    tabTo("heatmap");
    browser.press(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_RIGHT, Keys.END);
    String last = CannedMarket.STRATEGIES.stream().max(Comparator.naturalOrder()).orElseThrow();
    assertThat(browser.text("#heatmap-at")).startsWith("SYM10, " + last + ": ");

    browser.press(Keys.ENTER);
    browser.until("document.querySelectorAll('#opened-words li').length === 2");

    assertThat(browser.text("#opened-title")).isEqualTo(last + " on SYM10");
    assertThat(browser.text("#opened-words"))
        .contains("it wants to be", "sure", "fast: 1.5", "slow: 1.25");
    assertThat(browser.eval("return document.activeElement.id")).isEqualTo("opened");
    browser.press(Keys.ESCAPE);
    assertThat(browser.eval("return document.getElementById('opened').hidden")).isEqualTo(true);
    assertThat(browser.eval("return document.activeElement.id")).isEqualTo("heatmap");
  }

  @Test
  void everythingIsReachedByTheKeyboard() {
    for (String id :
        List.of("firing", "check", "copy-proof", "weights-chart", "symbol-filter", "heatmap")) {
      tabTo(id);
    }
    tabTo("strategy-filter");
    browser.press(Keys.TAB, Keys.TAB, Keys.ENTER);
    assertThat(browser.eval("return document.getElementById('signals-table').hidden"))
        .as("the second button behind the filters shows the table")
        .isEqualTo(false);
  }

  @Test
  void arrowsMoveTheCrosshairFromDecisionToDecision() {
    tabTo("weights-chart");
    browser.press(Keys.END);
    String newest = browser.text("#weights-at");
    assertThat(newest).startsWith("In force: ");

    browser.press(Keys.ARROW_LEFT, Keys.ARROW_LEFT);

    assertThat(browser.text("#weights-at")).startsWith("In force: ").isNotEqualTo(newest);
    browser.press(Keys.ESCAPE);
    assertThat(browser.text("#weights-at")).startsWith("Newest: ");
  }

  @Test
  void zoomStopsFollowingAndLiveGoesOn() {
    assertThat(browser.eval("return document.querySelector('.live').hidden")).isEqualTo(true);
    browser.eval("document.getElementById('weights-chart').scrollIntoView({block: 'center'})");

    browser.dragUntil("!document.querySelector('.live').hidden", "#weights-chart .u-over");
    Object window = window();
    Object newest = browser.text("#now-facts");
    open.console().play(6);
    browser.until("document.querySelector('#now-facts').textContent !== '%s'".formatted(newest));
    assertThat(window()).isEqualTo(window);

    browser.click(".live");
    assertThat(browser.eval("return document.querySelector('.live').hidden")).isEqualTo(true);
    assertThat(
            browser.await(
                """
                const { view } = await import('./page/timeline.js');
                const { store } = await import('./page/store.js');
                const { rows } = store.panels.weights.portfolios.main;
                return view.following && view.to >= rows[rows.length - 1].t;"""))
        .isEqualTo(true);
  }

  private static Object window() {
    return browser.await(
        "const { view } = await import('./page/timeline.js'); return [view.from, view.to];");
  }

  @Test
  void aFilterLeavesWhatItNames() {
    browser.eval(
        """
        const filter = document.getElementById('symbol-filter');
        filter.value = 'sym39';
        filter.dispatchEvent(new Event('input'));""");

    assertThat(browser.text("#signals-caption"))
        .contains(
            "In sight: 1\u00a0symbol and %d\u00a0strategies of 40 and %1$d."
                .formatted(CannedMarket.STRATEGIES.size()));
  }

  @Test
  void aPhoneScrollsDownOnly() {
    browser.resize(PHONE);
    browser.until("document.querySelector('#weights-chart canvas').clientWidth < 380");

    assertThat(browser.eval("return document.documentElement.scrollWidth"))
        .isEqualTo(browser.eval("return document.documentElement.clientWidth"));
    assertThat(
            browser.eval(
                """
                const edges = [...document.querySelectorAll('main > section, .pair > section')]
                    .map((section) => Math.round(section.getBoundingClientRect().left));
                return new Set(edges).size"""))
        .as("one column")
        .isEqualTo(1L);
  }

  @Test
  void darkIsDark() {
    browser.emulate("screen", "dark");
    browser.until("matchMedia('(prefers-color-scheme: dark)').matches");

    assertThat(
            browser.eval(
                """
                const { backgroundColor } = getComputedStyle(document.body);
                return backgroundColor.match(/\\d+/g).every((part) => part < 60);"""))
        .isEqualTo(true);
  }

  /** Presses Tab until the element has the focus, and fails where it never gets it. */
  private static void tabTo(String id) {
    for (int i = 0; i < 200; i++) {
      if (id.equals(browser.eval("return document.activeElement.id"))) {
        return;
      }
      browser.press(Keys.TAB);
    }
    throw new AssertionError("200 times Tab does not lead to #" + id);
  }
}
