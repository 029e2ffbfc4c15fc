package io.mirrorcore.local.power;

import io.mirrorcore.power.AllocatorPower;
import io.mirrorcore.power.DifferencePower;
import io.mirrorcore.power.PowerResult;
import java.util.Locale;
import java.util.OptionalDouble;

/** What a study says, in words and on a terminal. */
public final class PowerWords {

  private static final double LONGER_THAN_ANYBODY = 500;
  private static final double HALF = 0.5;
  private static final double MOSTLY = 0.8;

  private PowerWords() {}

  /** The answer before any figure. */
  public static String verdict(PowerResult result) {
    AllocatorPower oracle = result.allocator("oracle");
    DifferencePower evidence = result.allocator("evidence").toEqual().orElseThrow();
    String markets = String.format(Locale.ROOT, "%,d markets", result.settings().markets());
    String best =
        format(
            "Who knew every truth would gain %.2f of annual Sharpe ratio on equal weight.",
            oracle.toEqual().orElseThrow().spread().mean());
    if (!evidence.isSeen()) {
      return format(
          "In %s no difference between evidence and equal weight was seen: it is below %.2f of"
              + " annual Sharpe ratio, which takes %s to show with a probability of 50 %%."
              + " %s",
          markets, evidence.atMost(), atLeast(evidence.leastYears(HALF)), best);
    }
    return format(
        "In %s like these evidence %s %.2f of annual Sharpe ratio %s equal weight; that shows after"
            + " %s with a probability of 50 %%, and after %s with 80 %%. %s",
        markets,
        evidence.spread().mean() > 0 ? "gains" : "loses",
        Math.abs(evidence.spread().mean()),
        evidence.spread().mean() > 0 ? "on" : "to",
        years(evidence.years(HALF)),
        years(evidence.years(MOSTLY)),
        best);
  }

  private static String atLeast(double years) {
    String text = years(OptionalDouble.of(years));
    return years > LONGER_THAN_ANYBODY ? text : "at least " + text;
  }

  /** A length of time as a person says it. */
  static String years(OptionalDouble years) {
    if (years.isEmpty()) {
      return "not seen";
    }
    double value = years.getAsDouble();
    if (value > LONGER_THAN_ANYBODY) {
      return "over 500 years";
    }
    return value < 10 ? format("%.1f years", value) : format("%.0f years", value);
  }

  /** How it was made. */
  public static String basis(PowerResult result) {
    return format(
        "%d strategies%s, %,d simulated markets of %d years after one year of warm-up, seed %d;"
            + " \"shown\": the %.0f %% interval of the difference leaves zero.",
        result.truth().strategies(),
        result.truth().hasMarket() ? " and HOLD" : "",
        result.settings().markets(),
        result.settings().years(),
        result.settings().seed(),
        100 * result.settings().level());
  }

  /** The table. */
  public static String table(PowerResult result) {
    StringBuilder text = new StringBuilder();
    String row = "%-13s  %14s  %24s  %11s  %11s%n";
    text.append(format(row, "", "annual Sharpe", "less that of 1/N", "shown: 50 %", "80 %"));
    for (AllocatorPower allocator : result.allocators()) {
      text.append(
          format(
              row,
              allocator.name(),
              format("%.2f", allocator.sharpe().mean()),
              allocator.toEqual().map(PowerWords::difference).orElse(""),
              allocator.toEqual().map(d -> plain(d.years(HALF))).orElse(""),
              allocator.toEqual().map(d -> plain(d.years(MOSTLY))).orElse("")));
    }
    if (result.truth().hasMarket()) {
      text.append(format("%n" + row, "", "", "less that of HOLD", "", ""));
      for (AllocatorPower allocator : result.allocators()) {
        allocator
            .toMarket()
            .ifPresent(
                d ->
                    text.append(
                        format(
                            row,
                            allocator.name(),
                            "",
                            difference(d),
                            plain(d.years(HALF)),
                            plain(d.years(MOSTLY)))));
      }
    }
    return text.append("\nBrackets: 90 % of the markets; years until it is shown.\n").toString();
  }

  static String difference(DifferencePower d) {
    return format("%+.2f [%+.2f, %+.2f]", d.spread().mean(), d.spread().low(), d.spread().high());
  }

  static String plain(OptionalDouble years) {
    return years.isPresent() && years.getAsDouble() > LONGER_THAN_ANYBODY
        ? "> 500 y"
        : years(years).replace(" years", " y");
  }

  static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
