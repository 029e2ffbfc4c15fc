package io.mirrorcore.jobs.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A {@code report.json} as a run over daily bars makes it, of seeded random walks: 19 strategies,
 * the ensemble with and without cash, both benchmarks, changing regimes, a tuning. Its figures are
 * computed from its walks, so that page and charts tell the same story.
 */
public final class SampleReport {

  static final double CAPITAL = 100_000;
  private static final int TRAIN = 90;

  private final SampleMarket market;
  private final int bars;
  private final long[] times;

  private SampleReport(int bars, long seed) {
    this.bars = bars;
    market = new SampleMarket(bars, seed);
    times = market.times;
  }

  /** The report of a run over so many bars; the verdict is that nothing is shown. */
  public static ObjectNode of(int bars) {
    return of(bars, 7);
  }

  /** The same of another market. */
  public static ObjectNode of(int bars, long seed) {
    return new SampleReport(bars, seed).build();
  }

  private ObjectNode build() {
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    describe(report);
    verdict(report.putObject("verdict"));
    ArrayNode when = report.putArray("times");
    for (long time : times) {
      when.add(time);
    }
    double[] ensemble = market.portfolio(market.weights);
    double[] equal = market.portfolio(null);
    SampleTracks tracks = new SampleTracks(market, equal);
    ArrayNode array = report.putArray("tracks");
    tracks.add(array, "Ensemble", "ENSEMBLE", ensemble);
    tracks.add(
        array, "Ensemble with cash", "ENSEMBLE_WITH_CASH", SampleMarket.scaled(ensemble, 0.7));
    tracks.add(array, "Equal weight", "EQUAL_WEIGHT", equal);
    tracks.add(array, "Inverse volatility", "INVERSE_VOLATILITY", market.inverseVolatility());
    for (int s = 0; s < SampleMarket.STRATEGIES.size(); s++) {
      tracks.add(array, SampleMarket.STRATEGIES.get(s), "STRATEGY", market.returns[s]);
    }
    SampleTables tables = new SampleTables(market);
    tables.regimes(report.putArray("regimes"));
    tables.weights(report.putObject("weights"));
    tables.correlation(report.putObject("correlation"));
    tables.monthly(report.putArray("monthly"), ensemble, equal);
    report.set("breakdown", SampleBreakdown.of(market, ensemble, equal));
    report.put(
        "configuration",
        """
        portfolio: main
        backtest:
          mode: walk-forward
          train: 90
          test: 30
        ensemble:
          objective: max-sharpe
          max-weight: 0.25
          costs: 0.001
        """);
    SampleTables.tuning(report.putObject("tuning"));
    return report;
  }

  private void describe(ObjectNode report) {
    report.put("version", 1).put("portfolio", "main").put("mode", "walk-forward");
    report.put("train", TRAIN).put("test", SampleMarket.TEST).put("anchored", false);
    report.put("from", times[0]).put("to", times[bars - 1]).put("bars", bars);
    report.put("interval", "1d").put("barsPerYear", SampleMarket.BARS_PER_YEAR);
    report.put("barsPerYearSource", "inferred from 12 symbols over " + bars + " bars");
    report.put("capital", CAPITAL).put("costRate", 0.001);
    report
        .putArray("data")
        .addObject()
        .put("file", "us-daily-prices.csv.gz")
        .put("records", 12L * bars)
        .put("rejected", 3);
    ObjectNode split = report.putArray("quality").addObject();
    split
        .put("fault", "SPLIT")
        .put("meaning", "steps that look like a split that the prices are not adjusted for")
        .put("count", 1);
    split.putObject("bySymbol").put("AAPL", 1);
    split
        .putArray("examples")
        .addObject()
        .put("symbol", "AAPL")
        .put("time", SampleMarket.FIRST)
        .put("text", "close 402.1, then 100.4");
    report
        .putArray("notes")
        .add("LIQUIDITY_FLOW had no input: no ticks were given.")
        .add("OPTION_FLOW had no input: no options were given.");
  }

  private static void verdict(ObjectNode verdict) {
    verdict.put("outcome", "NOT_SHOWN");
    verdict.put("sentence", "Better than equal weight: not shown by this data.");
    verdict
        .putArray("details")
        .add("The interval of the Sharpe difference holds zero: luck alone explains what was seen.")
        .add("At this difference, 41 years of daily bars would be needed to tell it from none.");
  }
}
