package io.mirrorcore.market;

/** Patterns of symbols: {@code *} is any text, {@code ?} one character, all else is itself. */
public final class SymbolPattern {

  private SymbolPattern() {}

  /** Whether the whole of {@code text} is of the pattern; linear but for many stars. */
  public static boolean matches(String pattern, String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int resume = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        resume = t;
      } else if (p < pattern.length()
          && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++resume; // the last star takes one character more
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  /** Characters that stand for themselves: of two patterns the one with more says more. */
  public static int literals(String pattern) {
    return (int) pattern.chars().filter(c -> c != '*' && c != '?').count();
  }
}
