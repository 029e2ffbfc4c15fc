package io.mirrorcore.jobs.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A {@code report.json} as a run over daily bars makes it, of seeded random walks: 19 strategies,
 * the ensemble with and without cash, both benchmarks, changing regimes, a tuning. Its figures are
 * computed from its walks, so that page and charts tell the same story.
 */
public final class SampleReport {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final long FIRST = Instant.parse("2018-01-02T21:00:00Z").toEpochMilli();
  private static final long DAY = 86_400_000;
  private static final double BARS_PER_YEAR = 252;
  private static final int TRAIN = 90;
  private static final int TEST = 30;

  private static final List<String> STRATEGIES =
      List.of(
          "ANOMALY_DETECTION",
          "BAYESIAN_UPDATER",
          "CAUSALITY_DETECTOR",
          "CORRELATION_MATRIX",
          "ENTROPY_MEASURE",
          "FRACTAL_GEOMETRY",
          "GRADIENT_TREND",
          "LIQUIDITY_FLOW",
          "MEAN_REVERSION",
          "MICROSTRUCTURE",
          "MOMENTUM_BREAKOUT",
          "OPTION_FLOW",
          "PAIRS_TRADING",
          "REGIME_CHANGE",
          "RL_AGENT",
          "SENTIMENT_MOMENTUM",
          "UT_BOT",
          "VOLATILITY_REGIME",
          "VOLUME_SR");

  private final int bars;
  private final long[] times;
  private final double[][] returns;
  private final double[][] weights;
  private final SplittableRandom random;

  private SampleReport(int bars, long seed) {
    this.bars = bars;
    random = new SplittableRandom(seed);
    times = weekdays(bars);
    returns = strategyReturns();
    weights = randomWeights();
  }

  /** The report of a run over so many bars; the verdict is that nothing is shown. */
  public static ObjectNode of(int bars) {
    return new SampleReport(bars, 7).build();
  }

  private ObjectNode build() {
    ObjectNode report = NODES.objectNode();
    describe(report);
    verdict(report.putObject("verdict"));
    ArrayNode when = report.putArray("times");
    for (long time : times) {
      when.add(time);
    }
    double[] ensemble = portfolio(weights);
    double[] equal = portfolio(null);
    ArrayNode tracks = report.putArray("tracks");
    track(tracks, "Ensemble", "ENSEMBLE", ensemble, equal);
    track(tracks, "Ensemble with cash", "ENSEMBLE_WITH_CASH", scaled(ensemble, 0.7), equal);
    track(tracks, "Equal weight", "EQUAL_WEIGHT", equal, equal);
    track(tracks, "Inverse volatility", "INVERSE_VOLATILITY", inverseVolatility(), equal);
    for (int s = 0; s < STRATEGIES.size(); s++) {
      track(tracks, STRATEGIES.get(s), "STRATEGY", returns[s], equal);
    }
    regimes(report.putArray("regimes"));
    weights(report.putObject("weights"));
    correlation(report.putObject("correlation"));
    monthly(report.putArray("monthly"), ensemble, equal);
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
    tuning(report.putObject("tuning"));
    return report;
  }

  private void describe(ObjectNode report) {
    report.put("version", 1).put("portfolio", "main").put("mode", "walk-forward");
    report.put("train", TRAIN).put("test", TEST).put("anchored", false);
    report.put("from", times[0]).put("to", times[bars - 1]).put("bars", bars);
    report.put("interval", "1d").put("barsPerYear", BARS_PER_YEAR);
    report.put("barsPerYearSource", "inferred from 12 symbols over " + bars + " bars");
    report.put("capital", 100_000.0).put("costRate", 0.001);
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
        .put("time", FIRST)
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

  private static long[] weekdays(int bars) {
    long[] times = new long[bars];
    long time = FIRST;
    for (int i = 0; i < bars; i++) {
      times[i] = time;
      boolean friday = Math.floorMod(time / DAY + 4, 7) == 5;
      time += friday ? 3 * DAY : DAY;
    }
    return times;
  }

  private double[][] strategyReturns() {
    double[][] all = new double[STRATEGIES.size()][bars];
    double[] drift = new double[all.length];
    double[] beta = new double[all.length];
    for (int s = 0; s < all.length; s++) {
      drift[s] = 0.00012 * gaussian();
      beta[s] = 0.5 + 0.6 * gaussian();
    }
    for (int t = 0; t < bars; t++) {
      double market = volatility(t) * gaussian();
      for (int s = 0; s < all.length; s++) {
        all[s][t] = drift[s] + 0.5 * beta[s] * market + 0.6 * volatility(t) * gaussian();
      }
    }
    return all;
  }

  private static double volatility(int t) {
    return regime(t).equals("VOLATILE") ? 0.012 : 0.005;
  }

  private static String regime(int t) {
    return switch ((t / 37 + t / 91) % 7) {
      case 0, 4 -> "TRENDING";
      case 1, 5 -> "RANGING";
      case 2 -> "VOLATILE";
      default -> "MIXED";
    };
  }

  private double gaussian() {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += random.nextDouble();
    }
    return sum;
  }

  private double[][] randomWeights() {
    double[][] rows = new double[(bars + TEST - 1) / TEST][];
    double[] last = new double[STRATEGIES.size()];
    for (int r = 0; r < rows.length; r++) {
      double[] row = new double[last.length];
      double sum = 0;
      for (int s = 0; s < row.length; s++) {
        row[s] = Math.max(0, 0.8 * last[s] + 0.05 * gaussian());
        sum += row[s];
      }
      for (int s = 0; s < row.length; s++) {
        row[s] = sum > 0 ? row[s] / sum : 1.0 / row.length;
      }
      rows[r] = row;
      last = row;
    }
    return rows;
  }

  private double[] portfolio(double[][] rows) {
    double[] total = new double[bars];
    for (int t = 0; t < bars; t++) {
      for (int s = 0; s < returns.length; s++) {
        total[t] += (rows == null ? 1.0 / returns.length : rows[t / TEST][s]) * returns[s][t];
      }
    }
    return total;
  }

  private double[] inverseVolatility() {
    double[][] one = new double[1][returns.length];
    double sum = 0;
    for (int s = 0; s < returns.length; s++) {
      one[0][s] = 1 / deviation(returns[s]);
      sum += one[0][s];
    }
    double[][] rows = new double[weights.length][];
    for (int s = 0; s < returns.length; s++) {
      one[0][s] /= sum;
    }
    Arrays.fill(rows, one[0]);
    return portfolio(rows);
  }

  private static double[] scaled(double[] values, double factor) {
    return Arrays.stream(values).map(v -> factor * v).toArray();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }

  private static double deviation(double[] values) {
    double mean = mean(values);
    return Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0));
  }

  private static double sharpe(double[] values) {
    return mean(values) / deviation(values) * Math.sqrt(BARS_PER_YEAR);
  }

  private void track(ArrayNode tracks, String name, String kind, double[] r, double[] equal) {
    ObjectNode track = tracks.addObject().put("name", name).put("kind", kind);
    double[] equity = new double[bars];
    double[] drawdown = new double[bars];
    double capital = 100_000;
    double top = capital;
    double worst = 0;
    int under = 0;
    int longest = 0;
    for (int t = 0; t < bars; t++) {
      capital *= 1 + r[t];
      top = Math.max(top, capital);
      equity[t] = capital;
      drawdown[t] = capital / top - 1;
      worst = Math.min(worst, drawdown[t]);
      under = drawdown[t] < 0 ? under + 1 : 0;
      longest = Math.max(longest, under);
    }
    double years = bars / BARS_PER_YEAR;
    double annual = Math.pow(capital / 100_000, 1 / years) - 1;
    figures(track.putObject("figures"), r)
        .put("finalCapital", capital)
        .put("totalReturn", capital / 100_000 - 1)
        .put("annualReturn", annual)
        .put("calmar", annual / -worst)
        .put("maxDrawdown", -worst)
        .put("maxDrawdownBars", longest);
    evidence(track.putObject("evidence"), kind, sharpe(r), sharpe(r) - sharpe(equal), years);
    add(track.putArray("equity"), equity);
    add(track.putArray("drawdown"), drawdown);
    rolling(track.putArray("rollingSharpe"), r);
  }

  private ObjectNode figures(ObjectNode figures, double[] r) {
    double deviation = deviation(r);
    boolean traded = random.nextInt(4) > 0;
    return figures
        .put("volatility", deviation * Math.sqrt(BARS_PER_YEAR))
        .put("sharpe", sharpe(r))
        .put("sortino", sharpe(r) * 1.38)
        .put("winRate", 0.48 + 0.06 * random.nextDouble())
        .put("profitFactor", 1 + 0.2 * sharpe(r))
        .put("averageTurnover", 0.31 * random.nextDouble())
        .put("rebalances", traded ? weights.length : 0)
        .put("costPaid", traded ? 1_873.4 : 0.0)
        .put("buildUpCost", traded ? 100.0 : 0.0)
        .put("cvar95", 2.06 * deviation)
        .put("bars", bars);
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
      evidence.put("minimumTrackRecordBars", Math.ceil(2.7 / (sharpe * sharpe) * BARS_PER_YEAR));
    } else {
      evidence.putNull("minimumTrackRecordBars");
    }
  }

  private static void interval(ObjectNode node, double middle, double half) {
    node.put("low", middle - half).put("high", middle + half).put("level", 0.95);
  }

  private static void rolling(ArrayNode array, double[] r) {
    int window = 126;
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
      array.add(mean / Math.sqrt(squares / window - mean * mean) * Math.sqrt(BARS_PER_YEAR));
      sum -= r[t - window + 1];
      squares -= r[t - window + 1] * r[t - window + 1];
    }
  }

  private static void add(ArrayNode array, double[] values) {
    for (double value : values) {
      array.add(value);
    }
  }

  private void regimes(ArrayNode array) {
    int from = 0;
    for (int t = 1; t <= bars; t++) {
      if (t == bars || !regime(t).equals(regime(from))) {
        array
            .addObject()
            .put("from", times[from])
            .put("to", times[Math.min(t, bars - 1)])
            .put("regime", regime(from));
        from = t;
      }
    }
  }

  private void weights(ObjectNode node) {
    ArrayNode when = node.putArray("times");
    ArrayNode values = node.putArray("values");
    STRATEGIES.forEach(node.putArray("strategies")::add);
    for (int r = 0; r < weights.length; r++) {
      when.add(times[r * TEST]);
      add(values.addArray(), weights[r]);
    }
  }

  private void correlation(ObjectNode node) {
    STRATEGIES.forEach(node.putArray("strategies")::add);
    ArrayNode matrix = node.putArray("matrix");
    double[][] standard =
        Arrays.stream(returns).map(SampleReport::standardised).toArray(double[][]::new);
    for (double[] a : standard) {
      ArrayNode row = matrix.addArray();
      for (double[] b : standard) {
        double product = 0;
        for (int t = 0; t < bars; t++) {
          product += a[t] * b[t];
        }
        row.add(product / bars);
      }
    }
  }

  private static double[] standardised(double[] values) {
    double mean = mean(values);
    double deviation = deviation(values);
    return Arrays.stream(values).map(v -> (v - mean) / deviation).toArray();
  }

  private void monthly(ArrayNode array, double[] ensemble, double[] equal) {
    Map<YearMonth, double[]> growth = new TreeMap<>();
    for (int t = 0; t < bars; t++) {
      YearMonth month = YearMonth.from(Instant.ofEpochMilli(times[t]).atOffset(ZoneOffset.UTC));
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

  private static void tuning(ObjectNode tuning) {
    double[] lambdas = {50, 100, 150, 200, 300};
    double[] etas = {0.01, 0.03, 0.05, 0.08, 0.10};
    ArrayNode trials = tuning.put("method", "grid").putArray("trials");
    ObjectNode heatmap = NODES.objectNode();
    add(heatmap.putArray("lambda"), lambdas);
    add(heatmap.putArray("eta"), etas);
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
