package io.mirrorcore.console;

import io.mirrorcore.backtest.live.Performance;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.config.wiring.Engines;
import io.mirrorcore.jobs.plan.EnsemblePlan;
import io.mirrorcore.portfolio.ensemble.Ensemble;
import io.mirrorcore.portfolio.ensemble.EnsembleStep;
import io.mirrorcore.portfolio.record.BarReturns;
import io.mirrorcore.portfolio.record.PerformanceRecord;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.record.StrategyReturns;
import java.util.List;
import java.util.Random;

/**
 * Records as a job publishes them: random returns, and what the product's own ensemble makes of
 * them, with its proof. The same seed gives the same records.
 */
public final class CannedMarket {

  /** What the records are of; the console is told the same. */
  public static final Settings SETTINGS =
      Settings.parse(
          """
          job.name: canned
          bars.interval: 1m
          ensemble.period: bar
          ensemble.warm-up: 0
          ensemble.min-observations: 30
          ensemble.resample.samples: 20
          ensemble.profile: guide
          regimes.trending.every: 5 bars
          regimes.ranging.every: 5 bars
          regimes.volatile.every: 5 bars
          regimes.mixed.every: 5 bars
          portfolios.main.symbols: ["*"]
          """,
          "canned.yaml");

  public static final String PORTFOLIO = "main";

  /** Of which the fourth earns most. */
  public static final List<String> STRATEGIES = SETTINGS.strategyIds();

  public static final long MINUTE = 60_000;

  private final Ensemble ensemble = new Ensemble(PORTFOLIO, Engines.ensemble(SETTINGS, PORTFOLIO));
  private final Random random;
  private Performance performance;
  private long time;

  /**
   * @param first close of the first bar, epoch milliseconds
   */
  public CannedMarket(long first, long seed) {
    time = first - MINUTE;
    random = new Random(seed);
  }

  /**
   * One bar.
   *
   * @param returns of the strategies
   * @param step what the ensemble made of them
   * @param performance what that has come to; null before the first weights
   */
  public record Minute(StrategyReturns returns, EnsembleStep step, PerformanceRecord performance) {}

  /** The next bar. */
  public Minute next() {
    time += MINUTE;
    double market = 0.001 * random.nextGaussian();
    double[] returns = new double[STRATEGIES.size()];
    boolean[] deployed = new boolean[returns.length];
    for (int k = 0; k < returns.length; k++) {
      returns[k] = 0.4 * market + 0.0006 * random.nextGaussian() + 0.00002 * (k % 5);
      deployed[k] = true;
    }
    PortfolioBar.OfReturns bar =
        new PortfolioBar.OfReturns(
            PORTFOLIO, time, STRATEGIES, new BarReturns(returns, deployed, market));
    EnsembleStep step = ensemble.onBar(bar);
    if (performance == null) {
      performance = new Performance(bar, EnsemblePlan.of(SETTINGS).performance(PORTFOLIO));
    }
    return new Minute(
        StrategyReturns.of(bar, bar.returns()),
        step,
        performance.onBar(bar, step, ensemble.expectedReturn()).record());
  }

  /** Close of the newest bar, epoch milliseconds. */
  public long time() {
    return time;
  }
}
