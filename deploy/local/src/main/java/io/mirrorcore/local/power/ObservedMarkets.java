package io.mirrorcore.local.power;

import io.mirrorcore.estimate.ReturnsTable;
import io.mirrorcore.estimate.TwoSpeeds;
import io.mirrorcore.local.optimize.UnusableFileException;
import io.mirrorcore.power.AssumedMarket;
import io.mirrorcore.power.ResampledMarkets;
import io.mirrorcore.profile.EvidenceEstimate;
import io.mirrorcore.profile.TimeScale;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Markets like one that was observed: its returns in blocks, its volatilities and correlations, and
 * for the truth what the profile "evidence" believes after all of it, or what was observed.
 */
public final class ObservedMarkets {

  private static final double YEAR_MS = Duration.ofDays(1).toMillis() * 365.25;
  private static final double MOST_A_YEAR = 366;

  private ObservedMarkets() {}

  /** What is taken for true. */
  public enum Truth {
    /** Expected Sharpe ratios, given all of the returns. */
    POSTERIOR,
    /** Sharpe ratios as they were, which are mostly luck. */
    OBSERVED
  }

  /**
   * Of a table; its column HOLD, if it has one, is the market.
   *
   * @param file for messages
   * @throws UnusableFileException when its returns are no days or longer, or never change
   */
  public static ResampledMarkets of(Path file, ReturnsTable table, Truth truth) {
    double perYear = periodsPerYear(file, table.times());
    List<Integer> columns = columns(file, table);
    double[][] returns =
        Arrays.stream(table.returns())
            .map(row -> columns.stream().mapToDouble(i -> row[i]).toArray())
            .toArray(double[][]::new);
    List<String> names = columns.stream().map(table.strategies()::get).toList();
    boolean hasMarket = names.get(names.size() - 1).equals(AssumedMarket.MARKET);
    double[] sharpe =
        truth == Truth.OBSERVED
            ? observed(returns, perYear)
            : posterior(
                returns, hasMarket, new TimeScale(perYear, perYear > 200 ? 1 : 365.25 / perYear));
    AssumedMarket market =
        new AssumedMarket(
            names, sharpe, volatility(returns, perYear), correlation(returns), hasMarket, perYear);
    return new ResampledMarkets(market, returns);
  }

  private static double periodsPerYear(Path file, long[] times) {
    double years = (times[times.length - 1] - times[0]) / YEAR_MS;
    double perYear = (times.length - 1) / years;
    if (perYear > MOST_A_YEAR) {
      throw new UnusableFileException(
          "%s has %.0f returns a year; power reads days or longer periods: compound them to days first"
              .formatted(file, perYear));
    }
    return perYear;
  }

  /** Those that ever changed, HOLD as the last. */
  private static List<Integer> columns(Path file, ReturnsTable table) {
    List<Integer> columns = new ArrayList<>();
    IntStream.range(0, table.strategies().size())
        .filter(i -> Arrays.stream(table.returns()).anyMatch(r -> r[i] != table.returns()[0][i]))
        .forEach(columns::add);
    int market = table.strategies().indexOf(AssumedMarket.MARKET);
    if (columns.remove(Integer.valueOf(market))) {
      columns.add(market);
    }
    if (columns.size() < (market < 0 ? 1 : 2)) {
      throw new UnusableFileException(file + ": no strategy has a return that ever changes");
    }
    return columns;
  }

  private static double[] posterior(double[][] returns, boolean hasMarket, TimeScale scale) {
    return hasMarket
        ? EvidenceEstimate.withMarket(returns, returns[0].length - 1, scale, TwoSpeeds.defaults())
            .posterior()
        : EvidenceEstimate.ofStrategies(returns, scale, TwoSpeeds.defaults()).posterior();
  }

  private static double[] observed(double[][] returns, double perYear) {
    double[] mean = mean(returns);
    double[] volatility = volatility(returns, perYear);
    return IntStream.range(0, mean.length)
        .mapToDouble(i -> mean[i] * perYear / volatility[i])
        .toArray();
  }

  private static double[] mean(double[][] returns) {
    return IntStream.range(0, returns[0].length)
        .mapToDouble(i -> Arrays.stream(returns).mapToDouble(r -> r[i]).sum() / returns.length)
        .toArray();
  }

  private static double[] volatility(double[][] returns, double perYear) {
    double[] mean = mean(returns);
    return IntStream.range(0, mean.length)
        .mapToDouble(i -> Math.sqrt(together(returns, mean, i, i) * perYear))
        .toArray();
  }

  private static double[] correlation(double[][] returns) {
    double[] mean = mean(returns);
    int n = mean.length;
    double[] correlation = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double scale = together(returns, mean, i, i) * together(returns, mean, j, j);
        correlation[i * n + j] =
            i == j
                ? 1
                : Math.max(-1, Math.min(1, together(returns, mean, i, j) / Math.sqrt(scale)));
      }
    }
    return correlation;
  }

  private static double together(double[][] returns, double[] mean, int i, int j) {
    return Arrays.stream(returns).mapToDouble(r -> (r[i] - mean[i]) * (r[j] - mean[j])).sum()
        / returns.length;
  }
}
