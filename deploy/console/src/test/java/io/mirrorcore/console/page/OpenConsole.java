package io.mirrorcore.console.page;

import io.mirrorcore.console.CannedConsole;
import org.openqa.selenium.Dimension;

/**
 * A console and a browser that looks at it. Close it: that ends the console; the browser is lent.
 */
final class OpenConsole implements AutoCloseable {

  static final Dimension DESK = new Dimension(1280, 900);
  static final Dimension PHONE = new Dimension(380, 760);

  static final String BLANK = "about:blank";

  /** The page has drawn a snapshot. */
  static final String READY = "document.documentElement.dataset.state === 'ready'";

  final Browser browser;
  private CannedConsole console;

  /** Opens the page in front of a console. */
  OpenConsole(CannedConsole console, Browser browser) {
    this.console = console;
    this.browser = browser;
    browser.go(console.address().toString());
    browser.until(READY);
  }

  CannedConsole console() {
    return console;
  }

  /** The server ends; what is open knows nothing of it. */
  int stop() {
    int port = console.address().getPort();
    console.close();
    return port;
  }

  /** Another server at the same address. */
  void restart(int port) {
    console = CannedConsole.start(port);
  }

  /** Waits until an element says so. */
  void untilText(String selector, String part) {
    browser.until(
        "document.querySelector('%s').textContent.includes('%s')".formatted(selector, part));
  }

  @Override
  public void close() {
    try {
      browser.go(BLANK);
    } finally {
      console.close();
    }
  }
}
