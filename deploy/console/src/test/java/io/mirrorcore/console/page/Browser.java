package io.mirrorcore.console.page;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.awaitility.Awaitility;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A headless Chromium with an empty profile of its own, and without a network worth the name: it
 * knows no proxy and resolves no host. Close it: that ends driver and browser.
 */
public final class Browser implements AutoCloseable {

  /** A hand is not quicker, and a page may draw between two of its movements. */
  private static final Duration STEP = Duration.ofMillis(40);

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  /** Has protocols of certain browser versions, warns of all others; none of them is used here. */
  private static final Logger DEVTOOLS = Logger.getLogger("org.openqa.selenium.devtools");

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Passes over the test where no browser is installed, unless the environment insists on one. */
  public static void require() {
    boolean installed = Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
    String missing =
        CHROMIUM + " and " + DRIVER + " are needed: apt-get install chromium chromium-driver";
    if (!installed && Boolean.parseBoolean(System.getenv("MIRRORCORE_REQUIRE_BROWSER"))) {
      throw new AssertionError(missing);
    }
    assumeTrue(installed, missing);
  }

  /** Opens an address in a window of that size. */
  public static Browser open(URI page, Path profile, Dimension window) {
    DEVTOOLS.setLevel(Level.SEVERE);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-proxy-server",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
        "--user-data-dir=" + profile);
    Browser browser = new Browser(new ChromeDriver(service(), options));
    try {
      browser.driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(2));
      browser.resize(window);
      browser.go(page.toString());
      return browser;
    } catch (RuntimeException | Error e) {
      browser.close();
      throw e;
    }
  }

  private static ChromeDriverService service() {
    return new ChromeDriverService.Builder()
        .usingDriverExecutable(new File(DRIVER.toString()))
        .usingAnyFreePort()
        .build();
  }

  /** Goes to an address in this tab. */
  public void go(String address) {
    driver.get(address);
  }

  /** Opens an address in a tab of its own, which is looked at from now on. */
  public void tab(String address) {
    driver.switchTo().newWindow(WindowType.TAB);
    go(address);
  }

  /** Closes the tab that was opened first; the one that is looked at stays. */
  public void closeFirstTab() {
    String here = driver.getWindowHandle();
    String first = driver.getWindowHandles().iterator().next();
    driver.switchTo().window(first).close();
    driver.switchTo().window(here);
  }

  /** Leaves only the tab that is looked at. */
  public void closeOtherTabs() {
    String here = driver.getWindowHandle();
    for (String tab : driver.getWindowHandles()) {
      if (!tab.equals(here)) {
        driver.switchTo().window(tab).close();
      }
    }
    driver.switchTo().window(here);
  }

  /** Presses keys, wherever the focus is. */
  public void press(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  /** Drags the pointer over an element, from one share of its width to another. */
  public void drag(String selector, double from, double to) {
    WebElement element = driver.findElement(By.cssSelector(selector));
    int width = element.getSize().getWidth();
    int start = (int) Math.round((from - 0.5) * width);
    int end = (int) Math.round((to - 0.5) * width);
    new Actions(driver, STEP)
        .moveToElement(element, start, 0)
        .clickAndHold()
        .moveToElement(element, (start + end) / 2, 0)
        .moveToElement(element, end, 0)
        .release()
        .perform();
  }

  /**
   * Drags over the middle of an element until that has had its effect: a chart that is being drawn
   * anew under the pointer lets go of it.
   */
  public void dragUntil(String condition, String selector) {
    Awaitility.await(condition)
        .forever()
        .until(
            () -> {
              drag(selector, 0.3, 0.6);
              return Boolean.TRUE.equals(eval("return " + condition));
            });
  }

  /** What the promise is fulfilled with that a script returns. */
  public Object await(String script, Object... arguments) {
    return driver.executeAsyncScript(
        "const done = arguments[arguments.length - 1];(async () => {"
            + script
            + "})().then(done, (error) => done('failed: ' + error));",
        arguments);
  }

  /** The size of what the page sees, which a window cannot be made as small as. */
  public void resize(Dimension size) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of(
            "width",
            size.getWidth(),
            "height",
            size.getHeight(),
            "deviceScaleFactor",
            1,
            "mobile",
            false));
  }

  /** As if printed, or on a screen, with a scheme of colours. */
  public void emulate(String media, String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            media,
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** What a script returns. */
  public Object eval(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  public String text(String selector) {
    return (String) eval("return document.querySelector(arguments[0]).textContent", selector);
  }

  /** Clicks a button as a script does, wherever it is on the page. */
  public void click(String selector) {
    eval("document.querySelector(arguments[0]).click()", selector);
  }

  public void until(String condition) {
    until(condition, () -> {});
  }

  /** Does something before each look. */
  void until(String condition, Runnable meanwhile) {
    Awaitility.await(condition)
        .forever()
        .until(
            () -> {
              meanwhile.run();
              return Boolean.TRUE.equals(eval("return " + condition));
            });
  }

  /** Errors that the page or the browser reported since the last time. */
  public List<String> errors() {
    return messages(Level.SEVERE);
  }

  /** All that is on the browser's console since the last time. */
  public List<String> messages() {
    return messages(Level.ALL);
  }

  private List<String> messages(Level least) {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= least.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
