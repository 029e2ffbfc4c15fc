package io.mirrorcore.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.console.CannedConsole;
import io.mirrorcore.console.CannedMarket;
import io.mirrorcore.console.web.Access;
import io.mirrorcore.console.web.Limits;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page says, and what it keeps, when something between it and the market fails. */
class ConnectionInBrowserTest {

  private static final String TOKEN = "0123456789abcdef0123456789abcdef";

  @TempDir private static Path directory;

  private static Browser browser;

  @BeforeAll
  static void openTheBrowser() {
    Browser.require();
    browser = Browser.open(URI.create(OpenConsole.BLANK), directory, OpenConsole.DESK);
  }

  @AfterAll
  static void endTheBrowserWhateverHappened() {
    if (browser != null) {
      browser.close();
    }
  }

  @AfterEach
  void nothingIsLeftOpenOrUnsaid() {
    browser.closeOtherTabs();
    browser.go(OpenConsole.BLANK);
    browser.messages();
  }

  @Test
  void aServerThatStartsAgainIsFoundAgain() {
    try (OpenConsole open = open()) {
      untilLive(open);

      int port = open.stop();
      untilCondition("RECONNECTING");
      assertThat(browser.text("#condition-why")).contains("silent", "all figures are of 2");
      open.restart(port);
      open.console().play(120).loaded().signals(3);

      untilLive(open);
      assertThat(browser.await(EQUAL)).isEqualTo("equal");
      assertThat(browser.messages())
          .allMatch(
              message ->
                  message.contains("ERR_INCOMPLETE_CHUNKED_ENCODING")
                      || message.contains("ERR_CONNECTION_REFUSED"));
    }
  }

  @Test
  void aLostBrokerGreysThePageUntilItIsBack() {
    try (OpenConsole open = open()) {
      untilLive(open);

      open.console().feed().lose("Kafka at 127.0.0.1:9092 cannot be reached");
      untilCondition("STALE");
      assertThat(browser.text("#condition-name")).matches("STALE \\d+\u00a0(ms|s)");
      assertThat(browser.text("#banner"))
          .contains("Kafka at 127.0.0.1:9092 cannot be reached", "Do not act on the figures");
      assertThat(browser.eval("return document.getElementById('main').className"))
          .isEqualTo("grey");
      assertThat(browser.text("#assertive")).startsWith("STALE");
      browser.resize(OpenConsole.PHONE);
      assertThat(browser.eval("return document.documentElement.scrollWidth"))
          .as("a phone shows the whole banner")
          .isEqualTo(browser.eval("return document.documentElement.clientWidth"));
      browser.resize(OpenConsole.DESK);

      open.console().feed().find();
      untilLive(open);
      assertThat(browser.eval("return document.getElementById('banner').hidden")).isEqualTo(true);
      open.console().play(1);
      assertThat(browser.await(EQUAL)).isEqualTo("equal");
      assertThat(browser.messages()).isEmpty();
    }
  }

  @Test
  void aHiddenTabDrawsNothingAndCatchesUpWhenShown() {
    try (OpenConsole open = open()) {
      browser.eval(HIDE, true);
      String before = browser.text("#now-facts");
      Object seq = browser.await(SEQ);

      open.console().play(10).signals(3);
      browser.await(SERVER_PAST, seq);
      assertThat(browser.await(SEQ)).isEqualTo(seq);
      assertThat(browser.text("#now-facts")).isEqualTo(before);

      browser.eval(HIDE, false);
      browser.until("document.querySelector('#now-facts').textContent !== '%s'".formatted(before));
      assertThat(browser.await(EQUAL)).isEqualTo("equal");
      assertThat(browser.messages()).isEmpty();
    }
  }

  @Test
  void sevenTabsShareOneStream() {
    try (OpenConsole open = open()) {
      for (int tab = 2; tab <= 7; tab++) {
        browser.tab(open.console().address().toString());
        browser.until(OpenConsole.READY);
      }
      browser.await(ADVANCES);
      assertThat(browser.await(STREAMS)).isEqualTo(1L);
      assertThat(browser.eval("return document.documentElement.dataset.leads ?? 'another'"))
          .isEqualTo("another");

      browser.closeFirstTab();

      browser.await(ADVANCES);
      untilLive(open);
      assertThat(browser.messages()).isEmpty();
    }
  }

  @Test
  void snapshotAndChangesAreWhatAFreshSnapshotIs() {
    try (OpenConsole open = open()) {
      for (int round = 0; round < 20; round++) {
        for (int i = 0; i < 50; i++) {
          open.console()
              .signal(CannedMarket.STRATEGIES.get(i % 19), "SYM" + (i * round % 7), (i % 3) - 1);
        }
        open.console().play(1);
      }
      assertThat(browser.await(EQUAL)).isEqualTo("equal");
      assertThat(browser.messages()).isEmpty();
    }
  }

  @Test
  void aTokenOpensThePageAndLeavesTheAddress() {
    Access access = new Access("127.0.0.1", 0, Optional.of(TOKEN), List.of());
    try (CannedConsole console = CannedConsole.start(access, Limits.USUAL).play(60).loaded()) {
      browser.go(console.address().toString());
      browser.until("document.getElementById('condition-name').textContent === 'LOCKED'");
      assertThat(browser.text("#condition-why")).contains("#token=");
      assertThat(browser.messages()).isNotEmpty().allMatch(message -> message.contains("401"));

      browser.eval("location.hash = 'token=' + arguments[0]", TOKEN);
      browser.until(OpenConsole.READY);
      browser.until(LIVE, console::grow);
      assertThat((String) browser.eval("return location.href")).doesNotContain(TOKEN);
      assertThat(browser.eval("return document.cookie"))
          .as("out of reach of scripts")
          .isEqualTo("");

      browser.go(console.address().toString());
      browser.until(OpenConsole.READY);
      assertThat(browser.messages()).as("its cookie is enough").isEmpty();
    }
  }

  private OpenConsole open() {
    return new OpenConsole(CannedConsole.start().play(120).loaded().signals(3), browser);
  }

  private static void untilCondition(String condition) {
    browser.until(condition(condition));
  }

  private static String condition(String word) {
    return "document.getElementById('condition').dataset.condition === '%s'".formatted(word);
  }

  /** Inputs grow meanwhile: on a machine that is slow enough they would fall silent. */
  private static void untilLive(OpenConsole open) {
    browser.until(LIVE, open.console()::grow);
  }

  private static final String LIVE = condition("LIVE");

  private static final String HIDE =
      """
      const hidden = arguments[0];
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
      document.dispatchEvent(new Event('visibilitychange'));""";

  private static final String SEQ =
      "const { store } = await import('./page/store.js'); return store.seq;";

  /** The server has said more than that. */
  private static final String SERVER_PAST =
      """
      while ((await (await fetch('api/snapshot')).json()).seq < arguments[0] + 3) {
        await new Promise(requestAnimationFrame);
      }""";

  /** Frames still come to this tab. */
  private static final String ADVANCES =
      """
      const { store } = await import('./page/store.js');
      const before = store.seq;
      while (store.seq < before + 2) {
        await new Promise(requestAnimationFrame);
      }""";

  private static final String STREAMS =
      """
      const { panels } = await (await fetch('api/snapshot')).json();
      return panels.health.streams;""";

  /** Takes snapshots until the page is at the same number, and compares the two trees. */
  private static final String EQUAL =
      """
      const { store } = await import('./page/store.js');
      const sorted = (key, value) => value && typeof value === 'object' && !Array.isArray(value)
          ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value;
      for (;;) {
        const fresh = await (await fetch('api/snapshot')).json();
        while (store.seq < fresh.seq) {
          await new Promise(requestAnimationFrame);
        }
        if (store.seq === fresh.seq) {
          return JSON.stringify(store.panels, sorted) === JSON.stringify(fresh.panels, sorted) ? 'equal' : 'different';
        }
      }""";
}
