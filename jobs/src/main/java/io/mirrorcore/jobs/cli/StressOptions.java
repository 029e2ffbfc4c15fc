package io.mirrorcore.jobs.cli;

import io.mirrorcore.backtest.account.Stress;
import io.mirrorcore.jobs.backtest.BacktestException;
import io.mirrorcore.jobs.config.key.BacktestKeys;
import io.mirrorcore.jobs.config.key.Choices;
import io.mirrorcore.jobs.config.settings.Settings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options of a backtest that ask what is left under worse assumptions. */
public final class StressOptions {

  private static final BigDecimal BASIS_POINTS = BigDecimal.valueOf(10_000);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  @Option(
      names = "--delay-bars",
      split = ",",
      paramLabel = "N",
      description =
          "Also tell what is left when positions are traded so many bars later than decided; may be"
              + " a list, 1,5.")
  private List<Integer> delays = List.of();

  @Option(
      names = "--costs",
      split = ",",
      paramLabel = "COST",
      description =
          "Also tell what is left at other costs of the traded value, for all symbols alike: 2bp,"
              + " 0.05% or 0.0005; may be a list, 2bp,5bp,10bp.")
  private List<String> costs = List.of();

  @Option(
      names = "--financing",
      split = ",",
      paramLabel = "RATE",
      description =
          "Also tell what is left when the gross value held is charged so much a year: 3% or 0.03;"
              + " may be a list.")
  private List<String> financing = List.of();

  /**
   * All that was asked for, in the order of the options.
   *
   * @param returnsOnly whether only strategy returns are known, which no stress can be put on
   * @param settings of the backtest
   * @throws BacktestException where a value cannot be used
   */
  public List<Stress> asked(boolean returnsOnly, Settings settings) {
    List<Stress> stresses = new ArrayList<>();
    delays.forEach(bars -> stresses.add(delay(bars)));
    costs.forEach(text -> stresses.add(Stress.cost(text.trim(), cost(text))));
    financing.forEach(
        text -> stresses.add(Stress.financing(text.trim(), share("--financing", text))));
    if (returnsOnly && !stresses.isEmpty()) {
      throw new BacktestException(
          "--delay-bars, --costs and --financing need prices: of strategy returns nobody knows what"
              + " was traded; leave them out");
    }
    if (settings.get(BacktestKeys.ACCOUNTING) != Choices.Judged.NETTED && !stresses.isEmpty()) {
      throw new BacktestException(
          "--delay-bars, --costs and --financing are of positions, which"
              + " backtest.accounting: by-strategy does not keep; set it to netted");
    }
    return stresses;
  }

  private static Stress delay(int bars) {
    if (bars < 1 || bars > 10_000) {
      throw new BacktestException("--delay-bars must be 1 to 10000 bars; have " + bars);
    }
    return Stress.delay(bars);
  }

  private static double cost(String text) {
    double cost = share("--costs", text);
    if (!(cost >= 0 && cost <= 0.1)) {
      throw new BacktestException("--costs must be 0 to 0.1 of the traded value; have " + text);
    }
    return cost;
  }

  private static double share(String option, String text) {
    String number = text.trim();
    try {
      if (number.endsWith("bp")) {
        return number(number, 2).divide(BASIS_POINTS).doubleValue();
      }
      return number.endsWith("%")
          ? number(number, 1).divide(HUNDRED).doubleValue()
          : number(number, 0).doubleValue();
    } catch (NumberFormatException e) {
      throw new BacktestException(
          option + " must be a share like 2bp, 0.02% or 0.0002; have " + text);
    }
  }

  private static BigDecimal number(String text, int unit) {
    return new BigDecimal(text.substring(0, text.length() - unit).trim());
  }
}
