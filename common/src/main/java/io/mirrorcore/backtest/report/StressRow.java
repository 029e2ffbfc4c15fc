package io.mirrorcore.backtest.report;

/**
 * One track under one stress; the decisions are those of the track, only their execution differs.
 *
 * @param track its name
 * @param stress its name; {@value #NONE} is the track as it is
 * @param sharpe annualised
 * @param annualReturn geometric; null where the bars are less than a quarter of a year
 * @param maxDrawdown in [0, 1]
 */
public record StressRow(
    String track, String stress, double sharpe, Double annualReturn, double maxDrawdown) {

  public static final String NONE = "as assumed";
}
