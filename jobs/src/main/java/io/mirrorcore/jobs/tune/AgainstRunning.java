package io.mirrorcore.jobs.tune;

import io.mirrorcore.backtest.evidence.SharpeBootstrap;
import io.mirrorcore.backtest.evidence.SharpeDifference;
import io.mirrorcore.backtest.evidence.SharpeRows;
import io.mirrorcore.backtest.report.TuningSummary;
import io.mirrorcore.jobs.backtest.BacktestException;
import io.mirrorcore.tune.TrialResult;
import io.mirrorcore.tune.TuningJudgement;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;

/**
 * Whether what was found best is to take the place of what runs: only where a paired interval of
 * the difference of their Sharpe ratios, over the same bars, lies above 0. The best of many was
 * chosen for these very bars, so that the interval is as wide as for that many questions at once
 * (Bonferroni, over the trials that count as independent).
 *
 * @param decision what to do
 * @param sharpe of the best, annualised
 * @param runningSharpe of what runs
 * @param difference of the two, with its interval
 * @param bars that both have out of sample
 * @param best what was found
 * @param running what it was compared with, as the user calls it
 */
public record AgainstRunning(
    Decision decision,
    double sharpe,
    double runningSharpe,
    SharpeDifference difference,
    int bars,
    TuningSummary.Best best,
    String running) {

  private static final double ERROR = 0.05;

  /** Beyond, 2,000 resamples have no quantile. */
  private static final double HIGHEST_LEVEL = 0.999;

  /** What to do. */
  public enum Decision {
    /** Nothing shows that the best is better. */
    KEEP,
    /** The best is better by more than chance. */
    CHANGE
  }

  /**
   * Compares.
   *
   * @param best the returns of the best trial
   * @param running those of what runs; both end with the same bar
   * @param barsPerYear above 0
   * @param name of what runs
   */
  static AgainstRunning of(
      TrialResult best,
      TrialResult running,
      TuningSummary tuning,
      double barsPerYear,
      String name) {
    int bars = Math.min(best.returns().length, running.returns().length);
    if (bars < TuningJudgement.LEAST_BARS) {
      throw new BacktestException(
          "%s has %,d bars out of sample in common with the trials, too few to compare by; %d are needed"
              .formatted(name, bars, TuningJudgement.LEAST_BARS));
    }
    SharpeRows ofBest = SharpeRows.of(last(best.returns(), bars));
    SharpeRows ofRunning = SharpeRows.of(last(running.returns(), bars));
    double level = Math.min(HIGHEST_LEVEL, 1 - ERROR / Math.max(1, tuning.effectiveTrials()));
    SharpeDifference difference =
        SharpeBootstrap.of(ofBest, ofRunning, bars).difference(barsPerYear, level);
    return new AgainstRunning(
        difference.liesAboveZero() ? Decision.CHANGE : Decision.KEEP,
        ofBest.sharpe() * Math.sqrt(barsPerYear),
        ofRunning.sharpe() * Math.sqrt(barsPerYear),
        difference,
        bars,
        tuning.best(),
        name);
  }

  private static double[] last(double[] returns, int bars) {
    return Arrays.copyOfRange(returns, returns.length - bars, returns.length);
  }

  /** One sentence. */
  public String sentence() {
    String figures =
        String.format(
            Locale.ROOT,
            "%,d bars out of sample the best (lambda %s, eta %s) has a Sharpe ratio of %.2f and what"
                + " runs %.2f, a difference of %.2f [%.2f, %.2f], interval at %.1f %% because the"
                + " best was chosen",
            bars,
            plain(best.lambda()),
            plain(best.eta()),
            sharpe,
            runningSharpe,
            difference.value(),
            difference.low(),
            difference.high(),
            100 * difference.level());
    return decision == Decision.CHANGE
        ? "Change " + running + ": over " + figures + "."
        : "Keep " + running + ": over " + figures + "; that is not more than chance makes.";
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
