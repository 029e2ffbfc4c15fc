package io.mirrorcore.jobs.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** The tables of a sample report: regimes, weights, correlations, months, a tuning. */
final class SampleTables {

  private final SampleMarket market;

  SampleTables(SampleMarket market) {
    this.market = market;
  }

  void regimes(ArrayNode array) {
    int from = 0;
    for (int t = 1; t <= market.bars; t++) {
      if (t == market.bars || !SampleMarket.regime(t).equals(SampleMarket.regime(from))) {
        array
            .addObject()
            .put("from", market.times[from])
            .put("to", market.times[Math.min(t, market.bars - 1)])
            .put("regime", SampleMarket.regime(from));
        from = t;
      }
    }
  }

  void weights(ObjectNode node) {
    ArrayNode when = node.putArray("times");
    ArrayNode values = node.putArray("values");
    SampleMarket.STRATEGIES.forEach(node.putArray("strategies")::add);
    for (int r = 0; r < market.weights.length; r++) {
      when.add(market.times[r * SampleMarket.TEST]);
      SampleTracks.add(values.addArray(), market.weights[r]);
    }
  }

  void correlation(ObjectNode node) {
    SampleMarket.STRATEGIES.forEach(node.putArray("strategies")::add);
    ArrayNode matrix = node.putArray("matrix");
    double[][] standard =
        Arrays.stream(market.returns).map(SampleTables::standardised).toArray(double[][]::new);
    for (double[] a : standard) {
      ArrayNode row = matrix.addArray();
      for (double[] b : standard) {
        double product = 0;
        for (int t = 0; t < market.bars; t++) {
          product += a[t] * b[t];
        }
        row.add(product / market.bars);
      }
    }
  }

  private static double[] standardised(double[] values) {
    double mean = SampleMarket.mean(values);
    double deviation = SampleMarket.deviation(values);
    return Arrays.stream(values).map(v -> (v - mean) / deviation).toArray();
  }

  void monthly(ArrayNode array, double[] ensemble, double[] equal) {
    Map<YearMonth, double[]> growth = new TreeMap<>();
    for (int t = 0; t < market.bars; t++) {
      YearMonth month =
          YearMonth.from(Instant.ofEpochMilli(market.times[t]).atOffset(ZoneOffset.UTC));
      double[] both = growth.computeIfAbsent(month, m -> new double[] {1, 1});
      both[0] *= 1 + ensemble[t];
      both[1] *= 1 + equal[t];
    }
    growth.forEach(
        (month, both) ->
            array
                .addObject()
                .put("year", month.getYear())
                .put("month", month.getMonthValue())
                .put("ensemble", both[0] - 1)
                .put("equalWeight", both[1] - 1));
  }

  static void tuning(ObjectNode tuning) {
    double[] lambdas = {50, 100, 150, 200, 300};
    double[] etas = {0.01, 0.03, 0.05, 0.08, 0.10};
    ArrayNode trials = tuning.put("method", "grid").putArray("trials");
    ObjectNode heatmap = JsonNodeFactory.instance.objectNode();
    SampleTracks.add(heatmap.putArray("lambda"), lambdas);
    SampleTracks.add(heatmap.putArray("eta"), etas);
    ArrayNode grid = heatmap.putArray("sharpe");
    int number = 0;
    for (double lambda : lambdas) {
      ArrayNode row = grid.addArray();
      for (double eta : etas) {
        double sharpe = 0.34 - 0.08 * Math.abs(Math.log(lambda / 150)) - 1.2 * Math.abs(eta - 0.05);
        row.add(sharpe);
        trials
            .addObject()
            .put("number", ++number)
            .put("lambda", lambda)
            .put("eta", eta)
            .put("sharpe", sharpe)
            .put("annualReturn", 0.03 + 0.04 * sharpe)
            .put("maxDrawdown", 0.12 - 0.05 * sharpe)
            .put("turnover", 0.5 - eta);
      }
    }
    tuning.putObject("best").put("number", 13).put("lambda", 150.0).put("eta", 0.05);
    tuning.put("pbo", 0.47).put("dsr", 0.61).put("rawTrials", 25).put("effectiveTrials", 3.2);
    tuning.set("heatmap", heatmap);
  }
}
