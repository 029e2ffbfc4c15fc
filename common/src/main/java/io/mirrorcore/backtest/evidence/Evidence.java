package io.mirrorcore.backtest.evidence;

/**
 * What the figures of a track prove.
 *
 * @param sharpeInterval where its annualised Sharpe ratio lies, by the bootstrap
 * @param sharpeDifference to equal weight on the same bars; null of equal weight itself
 * @param psr probability that the true Sharpe ratio is above 0, in [0, 1]
 * @param dsr probability that it is above what the best of {@code trials} worthless ones would
 *     show, in [0, 1]; psr where there was one trial
 * @param trials effective number that this track was chosen from: of the ensembles, what the
 *     settings say; of the single strategies, the strategies; of the baselines 1
 * @param minimumTrackRecordBars bars after which psr would reach 0.95 with these returns; null when
 *     never
 */
public record Evidence(
    SharpeInterval sharpeInterval,
    SharpeDifference sharpeDifference,
    double psr,
    double dsr,
    double trials,
    Long minimumTrackRecordBars) {

  private static final double LEVEL = 0.95;

  public static Evidence of(
      ReturnMoments moments, SharpeInterval interval, SharpeDifference difference, Trials trials) {
    return new Evidence(
        interval,
        difference,
        ProbabilisticSharpeRatio.of(moments, 0),
        DeflatedSharpeRatio.of(moments, trials),
        trials.count(),
        MinimumTrackRecordLength.of(moments, 0, LEVEL));
  }
}
