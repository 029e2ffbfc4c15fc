package io.mirrorcore.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.console.CannedConsole;
import io.mirrorcore.console.CannedMarket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** How soon the page answers while signals pour in: it takes a machine that does nothing else. */
@EnabledIfSystemProperty(named = "mirrorcore.soak", matches = "true")
class SpeedInBrowserTest {

  private static final int SYMBOLS = 500;
  private static final List<String> STRATEGIES = CannedMarket.STRATEGIES;

  @TempDir private Path directory;

  @Test
  void aKeyIsAnsweredWithinATenthOfASecondWhileAThousandSignalsASecondCome() {
    Browser.require();
    ScheduledExecutorService market = Executors.newSingleThreadScheduledExecutor();
    try (CannedConsole console = CannedConsole.start().play(60).loaded().signals(SYMBOLS);
        Browser browser = Browser.open(console.address(), directory, OpenConsole.DESK)) {
      browser.until(OpenConsole.READY);
      AtomicInteger next = new AtomicInteger();
      Future<?> pouring =
          market.scheduleAtFixedRate(() -> tenSignals(console, next), 0, 10, TimeUnit.MILLISECONDS);

      List<?> answers = (List<?>) browser.await(ANSWERS);
      pouring.cancel(false);

      assertThat(answers).hasSize(60).allMatch(millis -> ((Number) millis).doubleValue() < 100);
      assertThat(next.get()).as("signals came all the while").isGreaterThan(1_000);
    } finally {
      market.shutdownNow();
    }
  }

  private static void tenSignals(CannedConsole console, AtomicInteger next) {
    for (int i = 0; i < 10; i++) {
      int n = next.getAndIncrement();
      String symbol = "SYM" + (n * 7 % SYMBOLS);
      console.signal(STRATEGIES.get(n % STRATEGIES.size()), symbol, (n % 3) - 1);
    }
  }

  /** Milliseconds from a key to the frame in which its cell is drawn, a key every 100 ms. */
  private static final String ANSWERS =
      """
      const box = document.getElementById('heatmap');
      box.focus();
      const answers = [];
      for (let key = 0; key < 60; key++) {
        await new Promise((resume) => setTimeout(resume, 100));
        const before = performance.now();
        box.dispatchEvent(new KeyboardEvent('keydown', { key: key % 2 ? 'ArrowRight' : 'PageDown', bubbles: true }));
        await new Promise(requestAnimationFrame);
        await new Promise((drawn) => setTimeout(drawn));
        answers.push(performance.now() - before);
      }
      return answers;""";
}
