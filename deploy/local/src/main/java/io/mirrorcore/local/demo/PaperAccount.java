package io.mirrorcore.local.demo;

import java.util.Map;

/**
 * What published positions would have earned: R_t = sum_s h_{s,t-1} r_{s,t} - cost sum_s |h_{s,t-1}
 * - h_{s,t-2}|, as a backtest has it. It counts from when it is told to.
 */
final class PaperAccount {

  private final double cost;
  private Map<String, Double> held = Map.of();
  private double traded;
  private double value = 1;
  private double peak = 1;
  private double drawdown;
  private double sum;
  private double squares;
  private double turnover;
  private long bars;

  /**
   * @param cost of a trade, share of its value
   */
  PaperAccount(double cost) {
    this.cost = cost;
  }

  /** The close of a bar, at which other positions may have been decided. */
  void close(Map<String, Double> returns, Map<String, Double> decided, boolean counts) {
    double gain = -cost * traded;
    for (Map.Entry<String, Double> position : held.entrySet()) {
      gain += position.getValue() * returns.getOrDefault(position.getKey(), 0.0);
    }
    if (counts) {
      add(gain);
    }
    traded = distance(held, decided);
    held = Map.copyOf(decided);
  }

  private void add(double gain) {
    bars++;
    sum += gain;
    squares += gain * gain;
    turnover += traded;
    value *= 1 + gain;
    peak = Math.max(peak, value);
    drawdown = Math.max(drawdown, 1 - value / peak);
  }

  private static double distance(Map<String, Double> from, Map<String, Double> to) {
    double sum = 0;
    for (Map.Entry<String, Double> position : to.entrySet()) {
      sum += Math.abs(position.getValue() - from.getOrDefault(position.getKey(), 0.0));
    }
    for (Map.Entry<String, Double> position : from.entrySet()) {
      sum += to.containsKey(position.getKey()) ? 0 : Math.abs(position.getValue());
    }
    return sum;
  }

  long bars() {
    return bars;
  }

  /** Of what was 1 when it began to count. */
  double value() {
    return value;
  }

  /**
   * Figures of a year.
   *
   * @param barsPerYear to bring them to it
   */
  Figures figures(double barsPerYear) {
    double mean = sum / bars;
    double deviation = Math.sqrt(Math.max(0, squares / bars - mean * mean));
    return new Figures(
        Math.pow(value, barsPerYear / bars) - 1,
        deviation * Math.sqrt(barsPerYear),
        deviation > 0 ? mean / deviation * Math.sqrt(barsPerYear) : 0,
        drawdown,
        turnover / bars * barsPerYear);
  }

  /**
   * What a person asks for.
   *
   * @param annual return of a year, compounded
   * @param volatility of a year
   * @param sharpe of a year
   * @param drawdown largest, in [0, 1]
   * @param turnover traded in a year, as a multiple of the capital
   */
  record Figures(
      double annual, double volatility, double sharpe, double drawdown, double turnover) {}
}
