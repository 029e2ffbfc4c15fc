package io.mirrorcore.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SymbolPatternTest {

  @Test
  void agreesWithRegularExpressions() {
    SplittableRandom random = new SplittableRandom(3);
    int matches = 0;
    for (int i = 0; i < 20_000; i++) {
      String glob = text(random, "ab.*?");
      String text = text(random, "ab.");
      String regex = glob.replace(".", "\\.").replace("*", ".*").replace("?", ".");
      boolean expected = Pattern.matches(regex, text);
      assertThat(SymbolPattern.matches(glob, text)).as(glob + " on " + text).isEqualTo(expected);
      matches += expected ? 1 : 0;
    }
    assertThat(matches).isBetween(1_000, 19_000);
  }

  private static String text(SplittableRandom random, String letters) {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(6); left > 0; left--) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }
}
