package io.mirrorcore.jobs.tune;

import io.mirrorcore.backtest.report.BacktestResult;
import io.mirrorcore.backtest.report.TuningSummary;
import io.mirrorcore.tune.TuningWording;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The result of a tuning run.
 *
 * @param report the backtest of the best parameters, with the tuning in it
 * @param against whether they are to take the place of what runs; null where that was not asked
 */
public record TuneResult(BacktestResult report, AgainstRunning against) {

  private static final int SHOWN = 10;

  /** The best trials as a table, and what they prove, in lines. */
  public String text() {
    TuningSummary tuning = report.tuning();
    StringBuilder text = new StringBuilder();
    if (against != null) {
      text.append(String.format("%s%n%n", against.sentence()));
    }
    text.append(
        String.format(
            Locale.ROOT,
            "%,d trials over %,d bars out of sample, best first%n%n",
            tuning.rawTrials(),
            report.span().bars()));
    text.append(
        String.format(
            "%5s %9s %8s %8s %9s %9s %9s%s%n",
            "trial",
            "lambda",
            "eta",
            "Sharpe",
            "a year",
            "drawdown",
            "turnover",
            tuning.best().strategies() == null ? "" : "  strategies"));
    List<TuningSummary.Trial> best = best(tuning);
    best.forEach(trial -> text.append(row(trial)));
    if (tuning.rawTrials() > best.size()) {
      text.append(
          String.format(
              Locale.ROOT,
              "... and %,d more in %s%n",
              tuning.rawTrials() - SHOWN,
              TuneFiles.TABLE));
    }
    text.append(String.format("%n"));
    TuningWording.of(tuning).forEach(sentence -> text.append(String.format("%s%n", sentence)));
    text.append(String.format("%s%n", report.verdict().sentence()));
    return text.toString();
  }

  private static List<TuningSummary.Trial> best(TuningSummary tuning) {
    return tuning.trials().stream()
        .sorted(
            Comparator.comparingDouble(TuningSummary.Trial::sharpe)
                .reversed()
                .thenComparing(TuningSummary.Trial::number))
        .limit(SHOWN)
        .toList();
  }

  private static String row(TuningSummary.Trial trial) {
    return String.format(
        Locale.ROOT,
        "%5d %9s %8s %8.3f %9s %8.1f%% %9.3f%s%n",
        trial.number(),
        plain(trial.lambda()),
        plain(trial.eta()),
        trial.sharpe(),
        trial.annualReturn() == null
            ? "-"
            : String.format(Locale.ROOT, "%.2f%%", 100 * trial.annualReturn()),
        100 * trial.maxDrawdown(),
        trial.turnover(),
        trial.strategies() == null ? "" : "  " + trial.strategies());
  }

  /** A number as a user would write it. */
  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
