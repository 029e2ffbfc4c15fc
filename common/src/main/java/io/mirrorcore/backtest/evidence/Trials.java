package io.mirrorcore.backtest.evidence;

import java.io.Serializable;

/**
 * How many variants were tried before this one was chosen, and how far their results lay apart:
 * what the best of them has to be measured against.
 *
 * @param count independent trials ({@link EffectiveTrials}), 1 or more
 * @param sharpeVariance variance of their Sharpe ratios a bar, 0 or more
 */
public record Trials(double count, double sharpeVariance) implements Serializable {

  /** One: nothing was chosen. */
  public static final Trials ONE = new Trials(1, 0);

  public Trials {
    if (!(count >= 1 && count < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("trials must be at least 1 and finite; have " + count);
    }
    if (!(sharpeVariance >= 0 && sharpeVariance < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "variance of the trials' Sharpe ratios must be at least 0; have " + sharpeVariance);
    }
  }

  /**
   * The trials that were made.
   *
   * @param returns net returns, trials x bars, at least one trial
   */
  public static Trials of(double[][] returns) {
    double[] sharpes = new double[returns.length];
    for (int i = 0; i < sharpes.length; i++) {
      sharpes[i] = ReturnMoments.of(returns[i]).sharpe();
    }
    double deviation = ReturnMoments.of(sharpes).deviation();
    return new Trials(EffectiveTrials.of(returns), deviation * deviation);
  }
}
