package io.mirrorcore.console.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Asks axe what keeps people out of the page that a browser shows. */
public final class Axe {

  private static final String VIOLATIONS =
      """
      const { violations } = await axe.run(document, { resultTypes: ['violations'] });
      return violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' '));""";

  private Axe() {}

  /**
   * One text a rule that is broken, with the elements that break it; an empty list if all is well.
   */
  public static Object violations(Browser browser) throws IOException {
    if (Boolean.FALSE.equals(browser.eval("return 'axe' in window"))) {
      try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
        browser.eval(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return browser.await(VIOLATIONS);
  }
}
