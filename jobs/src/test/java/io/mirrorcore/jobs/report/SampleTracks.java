package io.mirrorcore.jobs.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mirrorcore.backtest.track.RollingMoments;
import java.util.List;

/** The tracks of a sample report: figures that its walks really have, evidence made up of them. */
final class SampleTracks {

  static final int WINDOW = 126;

  private final SampleMarket market;
  private final double[] equal;

  SampleTracks(SampleMarket market, double[] equal) {
    this.market = market;
    this.equal = equal;
  }

  void add(ArrayNode tracks, String name, String kind, double[] r) {
    ObjectNode track = tracks.addObject().put("name", name).put("kind", kind);
    double[] equity = new double[market.bars];
    double[] drawdown = new double[market.bars];
    double capital = SampleReport.CAPITAL;
    double top = capital;
    double worst = 0;
    int under = 0;
    int longest = 0;
    for (int t = 0; t < market.bars; t++) {
      capital *= 1 + r[t];
      top = Math.max(top, capital);
      equity[t] = capital;
      drawdown[t] = capital / top - 1;
      worst = Math.min(worst, drawdown[t]);
      under = drawdown[t] < 0 ? under + 1 : 0;
      longest = Math.max(longest, under);
    }
    double years = market.bars / SampleMarket.BARS_PER_YEAR;
    double annual = Math.pow(capital / 100_000, 1 / years) - 1;
    figures(track.putObject("figures"), r)
        .put("finalCapital", capital)
        .put("totalReturn", capital / 100_000 - 1)
        .put("annualReturn", annual)
        .put("calmar", annual / -worst)
        .put("maxDrawdown", -worst)
        .put("maxDrawdownBars", longest);
    evidence(
        track.putObject("evidence"),
        kind,
        SampleMarket.sharpe(r),
        SampleMarket.sharpe(r) - SampleMarket.sharpe(equal),
        years);
    add(track.putArray("equity"), equity);
    add(track.putArray("drawdown"), drawdown);
    rolling(track.putArray("rollingSharpe"), r);
    if (!kind.equals("STRATEGY")) {
      RollingMoments moments = RollingMoments.of(r, equal, WINDOW, SampleMarket.BARS_PER_YEAR);
      add(track.putArray("rollingVolatility"), moments.volatility());
      add(track.putArray("rollingBeta"), moments.beta());
    }
  }

  private ObjectNode figures(ObjectNode figures, double[] r) {
    double deviation = SampleMarket.deviation(r);
    boolean traded = market.random.nextInt(4) > 0;
    return figures
        .put("volatility", deviation * Math.sqrt(SampleMarket.BARS_PER_YEAR))
        .put("sharpe", SampleMarket.sharpe(r))
        .put("sortino", SampleMarket.sharpe(r) * 1.38)
        .put("winRate", 0.48 + 0.06 * market.random.nextDouble())
        .put("profitFactor", 1 + 0.2 * SampleMarket.sharpe(r))
        .put("averageTurnover", 0.31 * market.random.nextDouble())
        .put("rebalances", traded ? market.weights.length : 0)
        .put("costPaid", traded ? 1_873.4 : 0.0)
        .put("buildUpCost", traded ? 100.0 : 0.0)
        .put("cvar95", 2.06 * deviation)
        .put("bars", market.bars);
  }

  private static void evidence(
      ObjectNode evidence, String kind, double sharpe, double difference, double years) {
    double error = Math.sqrt((1 + sharpe * sharpe / 2) / years);
    interval(evidence.putObject("sharpeInterval"), sharpe, 1.96 * error);
    if (kind.equals("EQUAL_WEIGHT")) {
      evidence.putNull("sharpeDifference");
    } else {
      interval(
          evidence.putObject("sharpeDifference").put("value", difference), difference, 1.3 * error);
    }
    double psr = 1 / (1 + Math.exp(-1.7 * sharpe / error));
    evidence
        .put("psr", psr)
        .put("dsr", psr * psr)
        .put("trials", kind.equals("ENSEMBLE") ? 25.0 : 1);
    if (sharpe > 0) {
      evidence.put(
          "minimumTrackRecordBars",
          Math.ceil(2.7 / (sharpe * sharpe) * SampleMarket.BARS_PER_YEAR));
    } else {
      evidence.putNull("minimumTrackRecordBars");
    }
  }

  private static void interval(ObjectNode node, double middle, double half) {
    node.put("low", middle - half).put("high", middle + half).put("level", 0.95);
  }

  private static void rolling(ArrayNode array, double[] r) {
    int window = WINDOW;
    double sum = 0;
    double squares = 0;
    for (int t = 0; t < r.length; t++) {
      sum += r[t];
      squares += r[t] * r[t];
      if (t < window - 1) {
        array.addNull();
        continue;
      }
      double mean = sum / window;
      array.add(
          mean / Math.sqrt(squares / window - mean * mean) * Math.sqrt(SampleMarket.BARS_PER_YEAR));
      sum -= r[t - window + 1];
      squares -= r[t - window + 1] * r[t - window + 1];
    }
  }

  static void add(ArrayNode array, double[] values) {
    for (double value : values) {
      array.add(value);
    }
  }

  private static void add(ArrayNode array, List<Double> values) {
    values.forEach(array::add);
  }
}
